package vmail.reader.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an attribute of the target is made of.
 *
 * @param all collect what every source gives, instead of the first that gives anything
 */
record Sources(List<Expression> expressions, boolean all) {

    static final Sources NONE = new Sources(List.of(), true);

    Sources {
        expressions = List.copyOf(expressions);
    }

    /** Without blanks at the ends, none empty, none twice. */
    List<String> values(Fields fields) {
        Set<String> values = new LinkedHashSet<>();
        for (Expression expression : expressions) {
            for (String value : expression.values(fields)) {
                String text = value.strip();
                if (!text.isEmpty()) {
                    values.add(text);
                }
            }
            if (!all && !values.isEmpty()) {
                break;
            }
        }
        return List.copyOf(values);
    }

    /** This and what another adds. */
    Sources and(Sources more) {
        List<Expression> both = new ArrayList<>(expressions);
        both.addAll(more.expressions);
        return new Sources(both, true);
    }

    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        expressions.forEach(expression -> names.addAll(expression.attributes()));
        return names;
    }
}
