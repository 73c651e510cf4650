package vmail.settings;

import com.unboundid.ldap.sdk.DN;
import java.util.Map;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.source.ReadOptions;

/**
 * How records of a source become accounts.
 *
 * @param defaults attribute to template, for attributes a record lacks
 */
public record SourceSettings(String storeTemplate, String sharedStoreTemplate, Map<String, String> defaults) {

    public SourceSettings {
        defaults = Map.copyOf(defaults);
    }

    public ReadOptions readOptions(Optional<DN> accountBase, MailBase base) {
        return new ReadOptions(accountBase, base, storeTemplate, sharedStoreTemplate, defaults);
    }
}
