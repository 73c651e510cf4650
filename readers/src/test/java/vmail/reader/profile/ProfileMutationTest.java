package vmail.reader.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.MailAddress;
import vmail.account.MailBase;
import vmail.reader.profile.MappingOptions.MemberAliases;
import vmail.reader.source.AccountReader;
import vmail.reader.source.Inputs;
import vmail.reader.source.Mutation;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.RecordTexts;
import vmail.reader.source.Source;
import vmail.reader.source.UnusableSource;

/**
 * Whatever happens to a file of an older system, it ends in accounts and rejects or in a message, and no account has an address that
 * its own record does not have. {@code -Dvmail.mutations=100000} does more of it, and writes what came out to {@code
 * target/mutations.txt}.
 */
class ProfileMutationTest {

    private static final Path ROOT = Path.of("..", "sample-data", "profiles");
    private static final int MUTATIONS = Integer.getInteger("vmail.mutations", 2_000);

    @TempDir
    private Path folder;

    private long unusable;
    private long accounts;
    private long slowest;

    @Test
    void neverMakesUpAnAddress() throws IOException {
        List<Path> sources = sources();
        Random random = new Random(4711);

        for (int i = 0; i < MUTATIONS; i++) {
            Path original = sources.get(i % sources.size());
            Path file = folder.resolve(original.getFileName().toString());
            // a file that is written over is flushed by some file systems, a new one is not
            Files.deleteIfExists(file);
            Files.write(file, Mutation.of(Files.readAllBytes(original), random));
            long start = System.nanoTime();
            try {
                check(file, original.resolveSibling("options"));
            } catch (UnusableSource e) {
                assertThat(e).message().startsWith(file.toString());
                unusable++;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "mutation %d of %s: %s"
                                .formatted(i, original, Files.readString(file, StandardCharsets.ISO_8859_1)),
                        e);
            }
            slowest = Math.max(slowest, System.nanoTime() - start);
        }

        assertThat(unusable).isLessThan(MUTATIONS / 2);
        assertThat(accounts).isGreaterThan(MUTATIONS / 2);
        Files.writeString(
                Path.of("target", "mutations.txt"),
                "%d mutations of %d sources: %d unusable with a message, %d accounts read of the others, slowest %d ms%n"
                        .formatted(MUTATIONS, sources.size(), unusable, accounts, slowest / 1_000_000));
    }

    private void check(Path file, Path optionsFile) throws IOException {
        Map<String, String> given = given(optionsFile);
        ReadOptions options = options(given);
        Source source = Source.of(file);
        Optional<Profile> profile = profile(source, options, given, optionsFile);
        if (profile.isPresent()) {
            Map<Source, Mapping> mappings = Mapping.of(Map.of(source, profile.get()), options);
            source = source.mapped(mappings.values().iterator().next());
        }
        List<Input> inputs = new ArrayList<>();
        try (AccountReader reader = source.open(options)) {
            for (Input input = reader.read(); input != null; input = reader.read()) {
                inputs.add(input);
            }
        }
        RecordTexts texts = RecordTexts.of(source, inputs);
        for (Input input : inputs) {
            if (input instanceof Candidate account) {
                accounts++;
                check(account, texts, given.getOrDefault("default-domain", ""));
            }
        }
    }

    /** What is no address is rejected by a rule. Some profiles put an address together of two columns, or of a name and the domain above it. */
    private static void check(Candidate account, RecordTexts texts, String defaultDomain) {
        List<String> sound = account.values("mail").stream()
                .filter(mail -> MailAddress.fault(mail).isEmpty())
                .toList();
        for (String mail : sound) {
            String local = mail.substring(0, mail.indexOf('@'));
            // letters beyond ASCII stand in the record as they are
            String domain = IDN.toUnicode(mail.substring(mail.indexOf('@') + 1));
            boolean parts = texts.has(account.origin(), local)
                    && (domain.equalsIgnoreCase(defaultDomain) || texts.has(account.origin(), domain));
            if (!texts.has(account.origin(), mail) && !parts) {
                fail("%s: %s does not stand in its record", account.origin(), mail);
            }
        }
        for (String alias : account.values("mailAlternateAddress")) {
            String local = alias.replaceFirst("@[^@]*$", "");
            if (!texts.has(alias) && !texts.has(local)) {
                fail("%s: alias %s stands nowhere", account.origin(), alias);
            }
        }
    }

    private static Optional<Profile> profile(
            Source source, ReadOptions options, Map<String, String> given, Path optionsFile) throws IOException {
        if (given.containsKey("mapping")) {
            String file = given.get("mapping").replace("FOLDER/", "");
            return Optional.of(MappingFile.read(optionsFile.resolveSibling(file)));
        }
        if (given.containsKey("profile")) {
            return Profiles.find(given.get("profile"));
        }
        ProfileChoice choice = ProfileChoice.of(source, options);
        return choice.isOwn() ? Optional.empty() : Optional.of(choice.best().profile());
    }

    private static ReadOptions options(Map<String, String> given) {
        ReadOptions plain = ReadOptions.of(Optional.of(Inputs.TOKELAU), MailBase.of("/vmail"));
        Set<String> named = new TreeSet<>(given.keySet());
        MemberAliases lists = given.containsKey("members-as-aliases")
                ? MemberAliases.ALL
                : given.containsKey("single-member-as-alias") ? MemberAliases.SINGLE : MemberAliases.NONE;
        MappingOptions mapping = new MappingOptions(
                Optional.ofNullable(given.get("default-domain")),
                given.containsKey("derive-names"),
                lists,
                "append-uid".equals(given.get("on-dn-collision")),
                named);
        return new ReadOptions(
                plain.accountBase(),
                plain.mailBase(),
                plain.storeTemplate(),
                plain.sharedStoreTemplate(),
                plain.defaults(),
                mapping);
    }

    /** By name; an option without a value has an empty one. */
    private static Map<String, String> given(Path optionsFile) throws IOException {
        Map<String, String> given = new LinkedHashMap<>();
        if (Files.isReadable(optionsFile)) {
            for (String line : Files.readAllLines(optionsFile)) {
                String[] parts = line.split("=", 2);
                given.put(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        return given;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> found = Files.walk(ROOT, 2)) {
            return found.filter(path -> path.getFileName().toString().startsWith("source"))
                    .sorted()
                    .toList();
        }
    }
}
