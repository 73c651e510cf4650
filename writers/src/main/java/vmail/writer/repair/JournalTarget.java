package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.nio.file.Path;

/**
 * What the changes of a journal are about.
 *
 * @param directory its address
 */
public record JournalTarget(Path mailBase, String directory, String accountBase) {

    JSONObject json() {
        return new Fields()
                .with("journal", 1)
                .with("mail-base", mailBase)
                .with("directory", directory)
                .with("account-base", accountBase)
                .json();
    }

    static JournalTarget of(JSONObject json) throws JSONException {
        if (Fields.number(json, "journal") != 1) {
            throw new JSONException("it is of another version of vmail");
        }
        return new JournalTarget(
                Fields.path(json, "mail-base"), Fields.text(json, "directory"), Fields.text(json, "account-base"));
    }

    @Override
    public String toString() {
        return mailBase + " and " + accountBase + " of " + directory;
    }
}
