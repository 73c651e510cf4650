package vmail.account;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the directory answered, in words that never hold the request.
 *
 * <p>The SDK puts the whole request, {@code userPassword} included, into the message of an exception that it makes itself
 * (server down, time-out). So every {@link LDAPException} becomes text here and nowhere else, and none is kept as the
 * cause of another exception: whoever logs the cause would log the password. Of an answer that came from the server its
 * own diagnostic message is told; of a failure on this side only the cause of the network or TLS layer.
 *
 * @param detail the server's diagnostic message or the cause of the failure; may be empty
 * @param matchedDn the deepest entry that exists above the one asked for; may be empty
 */
public record LdapText(ResultCode code, String detail, String matchedDn) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    public LdapText {
        detail = printable(detail);
        matchedDn = printable(matchedDn);
    }

    public static LdapText of(LDAPException e) {
        boolean ownWords = e.getResultCode().isClientSideResultCode();
        String detail = ownWords ? cause(e) : answer(e.getDiagnosticMessage(), e.getReferralURLs());
        return new LdapText(e.getResultCode(), detail, orEmpty(e.getMatchedDN()));
    }

    /** The SDK makes results too, for requests in flight when a connection ends; their message is dropped likewise. */
    public static LdapText of(LDAPResult result) {
        boolean ownWords = result.getResultCode().isClientSideResultCode();
        String detail = ownWords ? "" : answer(result.getDiagnosticMessage(), result.getReferralURLs());
        return new LdapText(result.getResultCode(), detail, orEmpty(result.getMatchedDN()));
    }

    public static String text(LDAPException e) {
        return of(e).toString();
    }

    /** An instruction, without a full stop. */
    public String remedy() {
        return switch (code.intValue()) {
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                "Check the base DN; a server that lets nobody anonymous read,"
                        + " or hides the entry from the bind DN, answers the same";
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE -> "Check the bind DN and the bind password file";
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                "Bind as a DN that may do this, or extend the access rules of the server (slapd.access(5))";
            case ResultCode.UNWILLING_TO_PERFORM_INT_VALUE ->
                "See why the server refuses:" + " 'readonly on', a replica, or a bind without a password";
            case ResultCode.OTHER_INT_VALUE ->
                "Look into the server's log;" + " a full disk or a full database (maxsize of slapd-mdb(5)) answers so";
            case ResultCode.REFERRAL_INT_VALUE -> "Name the server that holds the entries; referrals are not followed";
            case ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE -> "Use ldaps or StartTLS";
            case ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                "Raise the limits of the bind DN (slapd.conf(5), limits)";
            case ResultCode.BUSY_INT_VALUE,
                    ResultCode.UNAVAILABLE_INT_VALUE,
                    ResultCode.SERVER_DOWN_INT_VALUE,
                    ResultCode.TIMEOUT_INT_VALUE,
                    ResultCode.CONNECT_ERROR_INT_VALUE ->
                "See that the server runs and can be reached, then run the same command again";
            default -> "Look into the server's log";
        };
    }

    /** For example {@code no such object (32), found as far as o=company}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code.getName())
                .append(" (")
                .append(code.intValue())
                .append(')');
        if (!matchedDn.isEmpty()) {
            text.append(", found as far as ").append(matchedDn);
        }
        if (!detail.isEmpty()) {
            text.append(": ").append(detail);
        }
        return text.toString();
    }

    private static String cause(LDAPException e) {
        String text = "";
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            boolean fromBelow = cause instanceof IOException || cause instanceof GeneralSecurityException;
            if (fromBelow && cause.getMessage() != null) {
                text = cause.getMessage();
            }
        }
        return text;
    }

    private static String answer(@Nullable String diagnostic, String @Nullable [] referrals) {
        return referrals == null || referrals.length == 0
                ? orEmpty(diagnostic)
                : orEmpty(diagnostic) + " kept at " + String.join(", ", referrals);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
