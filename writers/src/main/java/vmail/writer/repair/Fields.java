package vmail.writer.repair;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONNumber;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.store.Owner;

/** Fields of the journal's objects, in the order in which they are given. */
final class Fields {

    private final Map<String, JSONValue> fields = new LinkedHashMap<>();

    static Fields of(String kind) {
        return new Fields().with("change", kind);
    }

    Fields with(String name, String text) {
        fields.put(name, new JSONString(text));
        return this;
    }

    Fields with(String name, Path path) {
        return with(name, path.toString());
    }

    Fields with(String name, long number) {
        fields.put(name, new JSONNumber(number));
        return this;
    }

    /** As people write it. */
    Fields withMode(String name, int mode) {
        return with(name, String.format("%04o", mode));
    }

    Fields with(String name, JSONObject object) {
        fields.put(name, object);
        return this;
    }

    Fields with(String name, List<? extends JSONValue> values) {
        fields.put(name, new JSONArray(values));
        return this;
    }

    Fields withTexts(String name, List<String> values) {
        return with(name, values.stream().map(JSONString::new).toList());
    }

    JSONObject json() {
        return new JSONObject(fields);
    }

    static String text(JSONObject json, String name) throws JSONException {
        return optionalText(json, name).orElseThrow(() -> missing(name));
    }

    static Optional<String> optionalText(JSONObject json, String name) {
        return Optional.ofNullable(json.getFieldAsString(name));
    }

    static Path path(JSONObject json, String name) throws JSONException {
        return Path.of(text(json, name));
    }

    static long number(JSONObject json, String name) throws JSONException {
        Long number = json.getFieldAsLong(name);
        if (number == null) {
            throw missing(name);
        }
        return number;
    }

    static int mode(JSONObject json, String name) throws JSONException {
        try {
            return Integer.parseInt(text(json, name), 8);
        } catch (NumberFormatException e) {
            throw new JSONException("no mode: " + name, e);
        }
    }

    static Owner owner(JSONObject json, String name) throws JSONException {
        String[] parts = text(json, name).split(":", -1);
        try {
            return new Owner(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new JSONException("no owner: " + name, e);
        }
    }

    static <E extends Enum<E>> E constant(JSONObject json, String name, Class<E> type) throws JSONException {
        try {
            return Enum.valueOf(type, text(json, name));
        } catch (IllegalArgumentException e) {
            throw new JSONException("no usable " + name, e);
        }
    }

    static List<JSONObject> objects(JSONObject json, String name) throws JSONException {
        List<JSONObject> objects = new ArrayList<>();
        for (JSONValue value : values(json, name)) {
            if (!(value instanceof JSONObject object)) {
                throw missing(name);
            }
            objects.add(object);
        }
        return objects;
    }

    static List<String> texts(JSONObject json, String name) throws JSONException {
        List<String> texts = new ArrayList<>();
        for (JSONValue value : values(json, name)) {
            if (!(value instanceof JSONString text)) {
                throw missing(name);
            }
            texts.add(text.stringValue());
        }
        return texts;
    }

    private static List<JSONValue> values(JSONObject json, String name) throws JSONException {
        List<JSONValue> values = json.getFieldAsArray(name);
        if (values == null) {
            throw missing(name);
        }
        return values;
    }

    private static JSONException missing(String name) {
        return new JSONException("no usable " + name);
    }
}
