package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.MailBase;
import vmail.account.SourceLine;

/**
 * Whatever happens to a file, no account comes out of it that nobody wrote: an account is one of the original file, or
 * stands on lines that were changed.
 */
class MutationTest {

    private static final int RECORDS = 200;
    private static final int MUTATIONS = 1000;
    private static final int RAW_MUTATIONS = 300;
    private static final byte[] NASTY = "\"\"\"\n\n\r,;|:<#  =\\\0\u007f-".getBytes(StandardCharsets.ISO_8859_1);

    /** So that every store is one that stands in the file. */
    private static final ReadOptions NO_TEMPLATES =
            new ReadOptions(Optional.of(Inputs.TOKELAU), MailBase.of("/vmail"), "{none}", "{none}", Map.of());

    @TempDir
    private Path folder;

    @Test
    void neverMakesUpAnAccountOfTableRows() throws IOException {
        mutate("accounts.csv", csv(), false);
    }

    @Test
    void neverMakesUpAnAccountOfLdifRecords() throws IOException {
        mutate("accounts.ldif", ldif(), true);
    }

    @Test
    void neverMakesUpARawRowOfATable() throws IOException {
        mutateRaw("accounts.csv", csv(), RawOptions.HEADER, "mail", "store");
    }

    @Test
    void neverMakesUpARawRecordOfLdif() throws IOException {
        mutateRaw("accounts.ldif", ldif(), RawOptions.HEADER, "mail", "mailMessageStore");
    }

    @Test
    void neverMakesUpARawAccountOfZmprov() throws IOException {
        String text = ldif().replaceAll("dn: cn=Drone (\\d+),ou=Tokelau,o=company", "# name drone.$1@borg.nu")
                .replace("@bo\n rg.nu", "@borg.nu")
                .replace("# drone\n", "zimbraId: 1\n");
        mutateRaw("zmprov.txt", text, RawOptions.HEADER, "mail", "mailMessageStore");
    }

    @Test
    void readsAnyMutatedTableByPosition() throws IOException {
        mutateRaw("accounts.csv", csv(), RawOptions.POSITIONS.withGuarded(), "4", "7");
    }

    /** A readable record with both values holds only what stands on its own lines, or is one of the original. */
    private void mutateRaw(String name, String text, RawOptions options, String... names) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        int usable = 0;
        for (int seed = 0; seed < RAW_MUTATIONS; seed++) {
            byte[] mutated = mutated(text.getBytes(StandardCharsets.UTF_8), new Random(seed));
            Files.write(file, mutated);
            try {
                Source source = Source.of(file);
                String decoded = new String(mutated, source.encoding().charset());
                List<String> lines = decoded.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .lines()
                        .toList();
                List<RawRecord> found = Raw.readAll(file, options);
                for (RawRecord record : found) {
                    String own = own(lines, record, source.format());
                    boolean stranger = record.isReadable()
                            && Stream.of(names)
                                    .flatMap(each -> record.values().of(each).stream())
                                    .anyMatch(value -> !own.contains(value));
                    if (stranger) {
                        fail("seed %d made up %s from %s", seed, Raw.shown(record), own);
                    }
                }
                assertThat(found).as("seed %d", seed).hasSizeGreaterThan(RECORDS - 160);
                usable++;
            } catch (UnusableSource e) {
                assertThat(e).as("seed %d", seed).message().startsWith(file.toString());
            }
        }
        assertThat(usable).isGreaterThan(RAW_MUTATIONS / 3);
    }

    /** The record's lines; an open quote of a table and the next account of zmprov tell where they end. */
    private static String own(List<String> lines, RawRecord record, SourceFormat format) {
        int first = (int) record.origin().line() - 1;
        List<String> own = new ArrayList<>(List.of(lines.get(first)));
        for (String line : lines.subList(first + 1, lines.size())) {
            boolean ends = switch (format) {
                case CSV -> String.join("", own).chars().filter(c -> c == '"').count() % 2 == 0;
                case LDIF -> line.isEmpty();
                case ZMPROV -> line.startsWith("# name ");
            };
            if (ends) {
                break;
            }
            own.add(line);
        }
        String text = String.join("\n", own);
        return switch (format) {
            case CSV -> text.replace("\"\"", "\"");
            case LDIF -> text.replaceAll("\\n(#.*\\n)* ", "");
            case ZMPROV -> text;
        };
    }

    private void mutate(String name, String text, boolean blocks) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Set<String> accounts = accounts(Inputs.readAll(file, NO_TEMPLATES)).keySet();
        assertThat(accounts).hasSize(RECORDS);
        Set<String> written = new HashSet<>(records(text, blocks).values());

        int usable = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] mutated = mutated(text.getBytes(StandardCharsets.UTF_8), new Random(seed));
            Files.write(file, mutated);
            try {
                List<Input> inputs = Inputs.readAll(file, NO_TEMPLATES);
                Map<String, Long> found = accounts(inputs);
                Map<Long, String> records =
                        records(new String(mutated, Source.of(file).encoding().charset()), blocks);
                for (Map.Entry<String, Long> account : found.entrySet()) {
                    boolean changed = !written.contains(records.getOrDefault(account.getValue(), "changed"));
                    if (!changed && !accounts.contains(account.getKey())) {
                        fail("seed %d made up %s", seed, account);
                    }
                }
                assertThat(strangers(inputs, records)).as("seed %d", seed).isEmpty();
                assertThat(found).as("seed %d", seed).hasSizeGreaterThan(RECORDS - 160);
                usable++;
            } catch (UnusableSource e) {
                assertThat(e).as("seed %d", seed).message().startsWith(file.toString());
            }
        }
        assertThat(usable).isGreaterThan(MUTATIONS / 3);
    }

    /** Accounts with a mail or a store that does not stand in the lines of their own record. */
    private static List<Candidate> strangers(List<Input> inputs, Map<Long, String> records) {
        return inputs.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .filter(account -> {
                    String text = records.getOrDefault(((SourceLine) account.origin()).line(), "")
                            .replaceAll("(\\n#.*(\\n .*)*)?\\n ", "")
                            .replace("\"\"", "\"");
                    return !Stream.of("mail", "mailMessageStore")
                            .allMatch(name -> account.values(name).stream().allMatch(text::contains));
                })
                .toList();
    }

    /** DN, mail and store to the line of the record. */
    private static Map<String, Long> accounts(List<Input> inputs) {
        return inputs.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .collect(Collectors.toMap(
                        account -> account.dn() + account.values("mail") + account.values("mailMessageStore"),
                        account -> ((SourceLine) account.origin()).line(),
                        (first, second) -> first));
    }

    /** The text from every line on: to its end, or where records are blocks to the next blank line. */
    private static Map<Long, String> records(String text, boolean blocks) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        List<String> lines = plain.lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> i + 1L, i -> blocks ? block(lines.subList(i, lines.size())) : lines.get(i)));
    }

    private static String block(List<String> lines) {
        return lines.stream().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
                case 2 -> bytes = splice(bytes, at, at, new byte[] {NASTY[random.nextInt(NASTY.length)]});
                case 3 -> bytes = splice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(5)), new byte[0]);
                case 4 -> bytes = quoteOver(bytes, at, at + random.nextInt(300));
                default -> bytes = splice(bytes, lineStart(bytes, at), lineStart(bytes, at + 40), new byte[0]);
            }
        }
        return bytes;
    }

    /** Opens a quote at the start of a cell and closes it at the end of another, perhaps some lines further. */
    private static byte[] quoteOver(byte[] bytes, int from, int to) {
        int open = next(bytes, from, ',');
        int close = next(bytes, Math.max(to, open + 1), ',');
        byte[] quote = {'"'};
        return splice(splice(bytes, close, close, quote), Math.min(open + 1, close), Math.min(open + 1, close), quote);
    }

    private static int next(byte[] bytes, int from, char wanted) {
        int at = Math.min(from, bytes.length);
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static int lineStart(byte[] bytes, int from) {
        int at = Math.min(from, bytes.length);
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static String csv() {
        List<String> rows = new ArrayList<>(List.of("uid,cn,sn,mail,password,aliases,store"));
        for (int i = 0; i < RECORDS; i++) {
            String name = i % 3 == 0 ? "\"Drone, %d\"" : i % 3 == 1 ? "\"The \"\"%d\"\"\"" : "Drone %d";
            rows.add("uid%d,%s,Dröne,d%d@borg.nu,s3cret,a%d@borg.nu|b%d@borg.nu,\"/vmail/%d/\""
                    .formatted(i, name.formatted(i), i, i, i, i));
        }
        return String.join("\n", rows) + "\n";
    }

    private static String ldif() {
        return Stream.iterate(0, i -> i + 1).limit(RECORDS).map("""
                        dn: cn=Drone %1$d,ou=Tokelau,o=company
                        cn: Drone %1$d
                        sn:: RHLDtm5l
                        userPassword:: czNjcmV0
                        # drone
                        mail: drone.%1$d@bo
                         rg.nu
                        mailMessageStore: /vmail/%1$d/

                        """::formatted).collect(Collectors.joining());
    }
}
