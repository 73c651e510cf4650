package vmail.reader.source;

import com.unboundid.ldap.sdk.DN;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.profile.MappingOptions;

/**
 * How rows become entries where the file does not say it; LDIF records are complete and are taken as they are.
 *
 * @param accountBase the account leave; CSV needs it, since a row has no DN
 * @param storeTemplate the {@code mailMessageStore} of a person who has none, see {@link Template}
 * @param sharedStoreTemplate the same for status shared; {@code {name}} is the cn in lower case, blanks as dots
 * @param defaults attribute to template, for attributes that a row does not have
 * @param mapping what the user decides where a profile can not
 */
public record ReadOptions(
        Optional<DN> accountBase,
        MailBase mailBase,
        String storeTemplate,
        String sharedStoreTemplate,
        Map<String, String> defaults,
        MappingOptions mapping) {

    public static final String STORE = "{base}/{localpart}/Maildir/";
    public static final String SHARED_STORE = "{base}/shared/{name}/{uid}/";

    /** @throws IllegalArgumentException when a template has a brace that is not closed */
    public ReadOptions {
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
        Template.of(storeTemplate);
        Template.of(sharedStoreTemplate);
        defaults.values().forEach(Template::of);
    }

    /** Without decisions about profiles. */
    public ReadOptions(
            Optional<DN> accountBase,
            MailBase mailBase,
            String storeTemplate,
            String sharedStoreTemplate,
            Map<String, String> defaults) {
        this(accountBase, mailBase, storeTemplate, sharedStoreTemplate, defaults, MappingOptions.NONE);
    }

    /** The templates of the howto's own layout and no defaults. */
    public static ReadOptions of(Optional<DN> accountBase, MailBase mailBase) {
        return new ReadOptions(accountBase, mailBase, STORE, SHARED_STORE, Map.of(), MappingOptions.NONE);
    }
}
