package vmail.mailing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import vmail.report.render.Report;
import vmail.report.render.SummaryText;
import vmail.report.run.Comparison;
import vmail.report.run.RunContents;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.Hash;

/**
 * A report as a message (RFC 5322, RFC 2045): plain text in UTF-8, in base64, since lines of a report are longer than mail takes. The
 * same run gives the same bytes. Marked as sent by a program (RFC 3834), so that no vacation message answers it.
 *
 * @param sender who runs the audit, USER@HOST
 * @param recipient one address
 */
public record ReportMessage(String sender, String recipient, Report report) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** What RFC 5322 allows in a line, without its end. */
    private static final int LONGEST = 998;

    public byte[] of(RunContents contents) {
        RunHead head = contents.head();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        header(message, "From", sender);
        header(message, "To", recipient);
        header(message, "Subject", subject(head));
        header(message, "Date", DATE.format(head.run().ended().orElse(head.run().started())));
        header(message, "Message-ID", id(head.run()));
        header(message, "MIME-Version", "1.0");
        header(message, "Content-Type", "text/plain; charset=utf-8");
        header(message, "Content-Transfer-Encoding", "base64");
        header(message, "Auto-Submitted", "auto-generated");
        message.write('\n');
        try (OutputStream body = Base64.getMimeEncoder(76, new byte[] {'\n'}).wrap(new Open(message))) {
            report.write(contents, body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not take a message", e);
        }
        message.write('\n');
        return message.toByteArray();
    }

    /** Lines end with LF only: that is what sendmail reads on this host. */
    private static void header(ByteArrayOutputStream message, String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c > '~') || value.length() + name.length() + 2 > LONGEST) {
            throw new IllegalArgumentException("not a value of a mail header: " + name);
        }
        message.writeBytes((name + ": " + value + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Verdict and counts; host and findings are in the text. */
    private static String subject(RunHead head) {
        Comparison comparison = head.comparison();
        List<String> parts = new ArrayList<>(SummaryText.severities(comparison.open()));
        parts.addAll(SummaryText.states(comparison));
        String verdict = head.run().verdict().orElse(head.run().state());
        return "vmail audit: " + verdict + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private String id(RunSummary run) {
        String host = sender.substring(sender.indexOf('@') + 1);
        return "<" + run.id() + "." + HexFormat.of().toHexDigits(Hash.of("", run.scope())) + "@" + host + ">";
    }

    /** The encoder closes what it writes to, at its end. */
    private static final class Open extends OutputStream {

        private final ByteArrayOutputStream out;

        Open(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
        }
    }
}
