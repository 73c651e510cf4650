package vmail.reader.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vmail.message.QuotaFile;

/** Reads a {@code maildirsize}. */
final class QuotaLook {

    static final String NAME = "maildirsize";

    private QuotaLook() {}

    static QuotaFile of(OpenDirectory maildir, Look seen) throws IOException {
        if (!seen.attributes().isFile()) {
            return QuotaFile.broken("is " + seen.attributes().kind() + ", not a file");
        }
        if (seen.attributes().size() > QuotaFile.LARGEST) {
            return QuotaFile.broken("has " + seen.attributes().size() + " bytes");
        }
        try (InputStream in = maildir.open(Path.of(NAME))) {
            return QuotaFile.of(new String(in.readNBytes(QuotaFile.LARGEST), StandardCharsets.ISO_8859_1));
        }
    }
}
