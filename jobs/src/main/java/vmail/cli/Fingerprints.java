package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vmail.job.ImportOptions;
import vmail.job.StoredPasswords;
import vmail.reader.source.Source;
import vmail.settings.Settings;
import vmail.settings.SourceSettings;

/** Tells whether a run that did not finish is the one that is asked for again. */
final class Fingerprints {

    private Fingerprints() {}

    /** Where the run writes. */
    static String target(Settings settings) {
        return digest(settings.mailBase() + "\n"
                + settings.directory()
                        .map(directory -> directory.url().toString())
                        .orElse("") + "\n"
                + settings.accountBase().map(dn -> dn.toNormalizedString()).orElse(""));
    }

    /** What the run reads, by content, and what it makes of it; a changed byte is another input. */
    static String input(
            Settings common,
            List<Source> sources,
            SourceSettings settings,
            ImportOptions options,
            StoredPasswords passwords,
            Optional<Path> generated)
            throws IOException {
        StringBuilder text = new StringBuilder();
        for (Source source : sources) {
            text.append(source.sha256()).append(' ');
            text.append(source.encoding().charset()).append('\n');
        }
        for (Source source : sources) {
            source.mapping()
                    .ifPresent(mapping -> text.append(mapping.profile().text()).append('\n'));
        }
        text.append(settings.mapping()).append('\n');
        text.append(settings.storeTemplate())
                .append('\n')
                .append(settings.sharedStoreTemplate())
                .append('\n');
        text.append(new TreeMap<>(settings.defaults())).append('\n');
        text.append(common.systemBase().map(dn -> dn.toNormalizedString()).orElse(""))
                .append('\n');
        text.append(common.owner()).append('\n');
        text.append(new TreeMap<>(common.severities())).append('\n');
        text.append(common.mailShared()).append('\n');
        text.append(passwords).append('\n');
        generated.ifPresent(
                file -> text.append(file.toAbsolutePath().normalize()).append('\n'));
        return digest(text.append(options).toString());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
