package vmail.reader.ldif;

import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.Stamps;

/** What an export tells of the last change of an entry, as slapcat(8) and {@code ldapsearch "+"} write it. */
final class RecordStamps {

    private RecordStamps() {}

    static Stamps of(List<AttributeLine> lines) {
        return new Stamps(
                time(lines, "createTimestamp"),
                time(lines, "modifyTimestamp"),
                texts(lines, "modifiersName").findFirst().orElse(""));
    }

    private static Optional<Instant> time(List<AttributeLine> lines, String name) {
        return texts(lines, name).findFirst().flatMap(RecordStamps::time);
    }

    private static Optional<Instant> time(String generalized) {
        try {
            return Optional.of(
                    StaticUtils.decodeGeneralizedTime(generalized.strip()).toInstant());
        } catch (ParseException e) {
            // it is the server's own and no part of the account
            return Optional.empty();
        }
    }

    private static Stream<String> texts(List<AttributeLine> lines, String name) {
        return lines.stream().filter(line -> line.isNamed(name)).flatMap(line -> line.text().stream());
    }
}
