package vmail.acceptance;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.util.List;
import vmail.lab.Ran;

/** What a command answered with {@code --format json}. */
record Answer(JSONObject json) {

    static Answer of(Ran ran) {
        try {
            return new Answer(new JSONObject(ran.out()));
        } catch (JSONException e) {
            throw new AssertionError("no JSON object: " + ran, e);
        }
    }

    String text(String field) {
        return required(field) instanceof JSONString text ? text.stringValue() : String.valueOf(required(field));
    }

    int number(String field) {
        Integer number = json.getFieldAsInteger(field);
        if (number == null) {
            throw new AssertionError("no number " + field + ": " + json);
        }
        return number;
    }

    /** Each as {@code rule dn: message}. */
    List<String> findings() {
        List<JSONValue> findings = json.getFieldAsArray("findings");
        return findings == null
                ? List.of()
                : findings.stream()
                        .map(JSONObject.class::cast)
                        .map(each -> each.getFieldAsString("rule") + " " + each.getFieldAsString("dn") + ": "
                                + each.getFieldAsString("message"))
                        .toList();
    }

    private JSONValue required(String field) {
        JSONValue value = json.getField(field);
        if (value == null) {
            throw new AssertionError("no field " + field + ": " + json);
        }
        return value;
    }
}
