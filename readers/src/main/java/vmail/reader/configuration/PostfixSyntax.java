package vmail.reader.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vmail.account.SourceLine;

/**
 * {@code name = value}, as postconf(5) and ldap_table(5) have it: a line that starts with a blank goes on with the one before,
 * lines that start with {@code #} and empty ones are skipped even between those; the last of several lines for a name counts.
 */
final class PostfixSyntax {

    private final String file;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private StringBuilder logical = new StringBuilder();
    private long start;

    private PostfixSyntax(String file) {
        this.file = file;
    }

    static Map<String, Parameter> parse(String file, List<String> lines) {
        PostfixSyntax syntax = new PostfixSyntax(file);
        for (int i = 0; i < lines.size(); i++) {
            syntax.take(lines.get(i), i + 1L);
        }
        syntax.endLine();
        return syntax.parameters;
    }

    private void take(String line, long number) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        boolean goesOn = Character.isWhitespace(line.charAt(0));
        if (goesOn) {
            logical.append(' ').append(text);
            return;
        }
        endLine();
        logical.append(text);
        start = number;
    }

    private void endLine() {
        String line = logical.toString();
        logical = new StringBuilder();
        int equals = line.indexOf('=');
        if (equals > 0) {
            String name = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            parameters.put(name, new Parameter(name, value, new SourceLine(file, start)));
        }
    }
}
