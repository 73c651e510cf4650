package vmail.settings;

import com.unboundid.ldap.sdk.DN;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.csv.AccountCsvReader;
import vmail.reader.profile.MappingOptions;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Template;

/**
 * How records of a source become accounts.
 *
 * @param defaults attribute to template, for attributes a record lacks
 * @param mapping for records of older systems
 */
public record SourceSettings(
        String storeTemplate, String sharedStoreTemplate, Map<String, String> defaults, MappingOptions mapping) {

    /** @throws IllegalArgumentException when a template is broken or names a variable that no record can have */
    public SourceSettings {
        // in their order, of which the later wins
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
        for (String text : List.of(storeTemplate, sharedStoreTemplate)) {
            refuseUnknown(text, defaults);
        }
        for (String text : defaults.values()) {
            refuseUnknown(text, defaults);
        }
    }

    public SourceSettings(String storeTemplate, String sharedStoreTemplate, Map<String, String> defaults) {
        this(storeTemplate, sharedStoreTemplate, defaults, MappingOptions.NONE);
    }

    private static void refuseUnknown(String text, Map<String, String> defaults) {
        for (String variable : Template.of(text).variables()) {
            boolean known = AccountCsvReader.knowsVariable(variable)
                    || defaults.keySet().stream().anyMatch(variable::equalsIgnoreCase);
            if (!known) {
                throw new IllegalArgumentException("{" + variable + "} in the template " + text
                        + " is not known. Known are {base}, {localpart}, {domain}, {name} and attributes, as {uid}");
            }
        }
    }

    public ReadOptions readOptions(Optional<DN> accountBase, MailBase base) {
        return new ReadOptions(accountBase, base, storeTemplate, sharedStoreTemplate, defaults, mapping);
    }
}
