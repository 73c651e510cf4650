package vmail.reader.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vmail.account.Input;
import vmail.account.Origin;
import vmail.account.SourceLine;

/** What stands in each record of a source: unfolded, with what base64 says, in lower case. */
public final class RecordTexts {

    private static final Pattern BASE64 = Pattern.compile("::\\s*([A-Za-z0-9+/=]+)");

    private final Map<Long, String> byLine = new HashMap<>();

    private RecordTexts() {}

    /** A record goes to where the next one starts. */
    public static RecordTexts of(Source source, List<Input> inputs) throws IOException {
        String text =
                new String(Files.readAllBytes(source.file()), source.encoding().charset());
        List<String> lines =
                text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        TreeSet<Long> starts =
                inputs.stream().map(input -> line(input.origin())).collect(Collectors.toCollection(TreeSet::new));
        RecordTexts texts = new RecordTexts();
        for (long start : starts) {
            Long next = starts.higher(start);
            int end = next == null ? lines.size() : (int) Math.min(next - 1, lines.size());
            String record = String.join("\n", lines.subList((int) start - 1, Math.max(end, (int) start)));
            texts.byLine.put(start, plain(record));
        }
        return texts;
    }

    /** Whether the record there has it. */
    public boolean has(Origin origin, String value) {
        return byLine.getOrDefault(line(origin), "").contains(value.toLowerCase(Locale.ROOT));
    }

    /** Whether any record has it. */
    public boolean has(String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return byLine.values().stream().anyMatch(text -> text.contains(wanted));
    }

    private static String plain(String record) {
        String unfolded = record.replaceAll("(\n#.*(\n .*)*)?\n ", "");
        StringBuilder text = new StringBuilder(unfolded);
        Matcher matcher = BASE64.matcher(unfolded);
        while (matcher.find()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(matcher.group(1));
                text.append('\n').append(new String(bytes, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // then no value came of it
            }
        }
        return text.toString().replace("\"\"", "\"").toLowerCase(Locale.ROOT);
    }

    private static long line(Origin origin) {
        return ((SourceLine) origin).line();
    }
}
