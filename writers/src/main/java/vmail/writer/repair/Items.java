package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import vmail.store.DeliveryLink;
import vmail.store.Maildir;
import vmail.store.SharableMaildir;
import vmail.store.SharedFolder;
import vmail.store.StoreItem;

/** Items that are directories or links, as the journal has them. */
final class Items {

    private static final String MAILDIR = "maildir";
    private static final String SHARABLE = "sharable maildir";
    private static final String FOLDER = "folder";
    private static final String LINK = "link";

    private Items() {}

    static JSONObject json(StoreItem item) {
        Fields fields = new Fields();
        if (item instanceof SharedFolder folder) {
            fields.with("item", FOLDER).with("path", folder.maildir()).with("name", folder.name());
        } else if (item instanceof DeliveryLink link) {
            fields.with("item", LINK).with("path", link.path()).with("target", link.target());
        } else {
            fields.with("item", item instanceof Maildir ? MAILDIR : SHARABLE).with("path", item.path());
        }
        return fields.json();
    }

    static StoreItem of(JSONObject json) throws JSONException {
        String kind = Fields.text(json, "item");
        return switch (kind) {
            case MAILDIR -> new Maildir(Fields.path(json, "path"));
            case SHARABLE -> new SharableMaildir(Fields.path(json, "path"));
            case FOLDER -> new SharedFolder(Fields.path(json, "path"), Fields.text(json, "name"));
            case LINK -> new DeliveryLink(Fields.path(json, "path"), Fields.path(json, "target"));
            default -> throw new JSONException("no item is called " + kind);
        };
    }
}
