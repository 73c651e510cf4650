package vmail.report.findings;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vmail.rule.Finding;

/**
 * The same for the same finding on another night: a hash of the rule, the entry, the place and what of it is meant.
 *
 * <p>The entry counts however its DN is written. The line does not count when the entry is known, since lines move when a
 * source is corrected. Severity and words do not count either.
 */
public final class Fingerprint {

    private static final Pattern LINE = Pattern.compile(":\\d+$");

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(Finding finding) {
        // nothing is added where nothing is told apart: such findings have the fingerprints they had before
        String about = finding.about().isEmpty() ? "" : '\0' + finding.about();
        String text = finding.rule() + '\0' + entry(finding.dn()) + '\0' + place(finding) + about;
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    private static String entry(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException e) {
            // what is no DN has no other way to be written
            return dn;
        }
    }

    private static String place(Finding finding) {
        String origin =
                finding.place().map(Path::toString).orElse(finding.origin().toString());
        return finding.dn().isEmpty() ? origin : LINE.matcher(origin).replaceFirst("");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
