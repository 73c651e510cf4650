package vmail.writer.configuration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration file with gaps, {@code @name@}, packaged beside this class.
 *
 * <p>What goes into the gaps is taken as it is: whoever fills them has it quoted as the file's syntax wants. A line that consists of a gap
 * filled with nothing is left out.
 */
final class Template {

    private static final Pattern GAP = Pattern.compile("@([a-z-]+)@(\\n)?");

    private final String text;
    private final Map<String, byte[]> values = new HashMap<>();

    private Template(String text) {
        this.text = text;
    }

    static Template of(String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("not packaged: " + resource);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can not be read from the program's own files", e);
        }
    }

    Template with(String gap, String value) {
        values.put(gap, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Template with(String gap, Secret value) {
        values.put(gap, value.bytes());
        return this;
    }

    byte[] filled() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher gap = GAP.matcher(text);
        int end = 0;
        while (gap.find()) {
            out.writeBytes(text.substring(end, gap.start()).getBytes(StandardCharsets.UTF_8));
            byte[] value = values.get(gap.group(1));
            if (value == null) {
                throw new AssertionError("nobody fills " + gap.group());
            }
            out.writeBytes(value);
            boolean aloneInItsLine = gap.group(2) != null && (gap.start() == 0 || text.charAt(gap.start() - 1) == '\n');
            if (gap.group(2) != null && !(aloneInItsLine && value.length == 0)) {
                out.write('\n');
            }
            end = gap.end();
        }
        out.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
