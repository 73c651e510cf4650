package vmail.lab;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.util.List;
import java.util.Objects;

/** One JSON object as a command prints it. */
public record Json(JSONObject object) {

    /** @throws AssertionError when the text is anything else than one object */
    public static Json of(String text) {
        try {
            return new Json(new JSONObject(text));
        } catch (JSONException e) {
            throw new AssertionError("not one JSON object: " + text, e);
        }
    }

    public List<String> keys() {
        return List.copyOf(object.getFields().keySet());
    }

    public String text(String key) {
        JSONValue value = Objects.requireNonNull(object.getField(key), key);
        return value instanceof JSONString string ? string.stringValue() : value.toString();
    }

    public long number(String key) {
        return Long.parseLong(text(key));
    }

    public List<Json> list(String key) {
        return Objects.requireNonNull(object.getFieldAsArray(key), key).stream()
                .map(each -> new Json((JSONObject) each))
                .toList();
    }

    /** The values of one key in a list of objects. */
    public List<String> each(String list, String key) {
        return list(list).stream().map(each -> each.text(key)).toList();
    }

    @Override
    public String toString() {
        return object.toString();
    }
}
