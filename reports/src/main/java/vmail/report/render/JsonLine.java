package vmail.report.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** One JSON object; what is wrong in it is an {@link IllegalArgumentException}. */
record JsonLine(Map<String, Object> fields) {

    private static final JsonFactory JSON = new JsonFactory();

    static JsonLine of(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            JsonLine line = new JsonLine(object(parser));
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one object");
            }
            return line;
        } catch (StreamReadException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> new JsonLine(object(parser));
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("unexpected " + parser.currentToken());
        };
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) {
        return required(name, String.class);
    }

    /** Empty where there is none. */
    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return required(name, Long.class);
    }

    /** 0 where there is none. */
    long numberOrNone(String name) {
        return has(name) ? number(name) : 0;
    }

    boolean isTrue(String name) {
        return required(name, Boolean.class);
    }

    JsonLine object(String name) {
        return required(name, JsonLine.class);
    }

    /** Empty where there are none. */
    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object value : required(name, List.class)) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    /** The numbers of an object by name; empty where there is none. */
    Map<String, Long> numbers(String name) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        if (has(name)) {
            JsonLine object = object(name);
            object.fields.keySet().forEach(key -> numbers.put(key, object.number(key)));
        }
        return numbers;
    }

    private <T> T required(String name, Class<T> type) {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no " + name + " of the right kind");
        }
        return type.cast(value);
    }
}
