package vmail.reader.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.reader.source.Template;

/**
 * A source of values: an attribute, or a template whose braces hold expressions again, then functions behind bars: {@code mail |
 * localpart}, <code>{uid | lower}@{default-domain}</code>.
 */
final class Expression {

    private static final Pattern FUNCTION = Pattern.compile("([a-z-]+)(?:\\(\"([^\"]*)\"\\))?");

    private final String text;
    private final String attribute;
    private final Optional<Template> template;
    private final List<Expression> holes;
    private final List<TextFunction> functions;

    private Expression(
            String text,
            String attribute,
            Optional<Template> template,
            List<Expression> holes,
            List<TextFunction> functions) {
        this.text = text;
        this.attribute = attribute;
        this.template = template;
        this.holes = holes;
        this.functions = functions;
    }

    /** @throws IllegalArgumentException with a message for people */
    static Expression of(String text) {
        List<String> parts = parts(text);
        String source = parts.get(0).strip();
        if (source.isEmpty()) {
            throw new IllegalArgumentException("no source in '" + text + "'");
        }
        List<TextFunction> functions = new ArrayList<>();
        for (String part : parts.subList(1, parts.size())) {
            functions.add(function(part.strip()));
        }
        if (source.indexOf('{') < 0) {
            return new Expression(text, source, Optional.empty(), List.of(), functions);
        }
        Template template = Template.of(source);
        List<Expression> holes =
                template.variables().stream().map(Expression::of).toList();
        return new Expression(text, "", Optional.of(template), holes, functions);
    }

    /** None when the record has nothing for it; of a template when one of its braces has nothing. */
    List<String> values(Fields fields) {
        List<String> values = template.map(text -> filled(text, fields)).orElseGet(() -> fields.values(attribute));
        for (TextFunction function : functions) {
            values = function.apply(values);
        }
        return values;
    }

    /** The attributes that it looks at. */
    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        if (template.isEmpty()) {
            names.add(attribute);
        }
        holes.forEach(hole -> names.addAll(hole.attributes()));
        return names;
    }

    /** As the mapping file has it. */
    String text() {
        return text;
    }

    private List<String> filled(Template text, Fields fields) {
        return text.fill(hole -> hole(hole).values(fields).stream().findFirst()).stream()
                .toList();
    }

    private Expression hole(String text) {
        int number = template.orElseThrow().variables().indexOf(text);
        return holes.get(number);
    }

    private static TextFunction function(String text) {
        Matcher matcher = FUNCTION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no function; known are "
                    + String.join(", ", TextFunction.names()) + "; a text stands in (\"...\")");
        }
        boolean given = matcher.group(2) != null;
        return TextFunction.of(matcher.group(1), given ? matcher.group(2) : "", given);
    }

    /** Cut at bars outside of braces and quotes. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            if (c == '|' && !quoted && depth == 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
