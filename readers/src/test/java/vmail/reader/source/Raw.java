package vmail.reader.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;

/** Reads whole sources raw and writes their records as lines that tests compare. */
public final class Raw {

    private Raw() {}

    public static List<RawRecord> readAll(Path file, RawOptions options) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (RawReader reader = Source.of(file).openRaw(options)) {
            for (RawRecord record = reader.read(); record != null; record = reader.read()) {
                records.add(record);
            }
        }
        return records;
    }

    /** All records, one text each: the line, the DN and all values, or what is wrong. */
    public static List<String> shown(Path file, RawOptions options) throws IOException {
        return readAll(file, options).stream().map(Raw::shown).toList();
    }

    public static String shown(RawRecord record) {
        List<String> parts = new ArrayList<>();
        record.dn().ifPresent(parts::add);
        record.values()
                .names()
                .forEach(name -> parts.add(name + "=" + record.values().of(name)));
        record.octets().forEach(name -> parts.add(name + " octets"));
        record.problems().forEach(problem -> parts.add(shown(problem)));
        return record.origin().line() + ": " + parts.stream().collect(Collectors.joining(" "));
    }

    public static String shown(Problem problem) {
        return "[%d: %s. %s.]".formatted(((SourceLine) problem.where()).line(), problem.message(), problem.remedy());
    }

    /** What a reader says of the whole file when it has read it. */
    public static List<String> notes(Path file, RawOptions options) throws IOException {
        try (RawReader reader = Source.of(file).openRaw(options)) {
            RawRecord record = reader.read();
            while (record != null) {
                record = reader.read();
            }
            return reader.notes().stream().map(Raw::shown).toList();
        }
    }
}
