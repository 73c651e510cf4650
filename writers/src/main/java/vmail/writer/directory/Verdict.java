package vmail.writer.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/** What an answer of the server means: of this entry alone, of all that follow, or nothing certain. */
final class Verdict {

    /** After these the change may have been made or not (slapd said 81 and had the entry). */
    private static final Set<ResultCode> UNCERTAIN = Set.of(
            ResultCode.SERVER_DOWN,
            ResultCode.TIMEOUT,
            ResultCode.CONNECT_ERROR,
            ResultCode.BUSY,
            ResultCode.UNAVAILABLE,
            ResultCode.OTHER);

    private static final Pattern UNKNOWN_CLASS = Pattern.compile("objectClass: value #(\\d+) invalid per syntax");

    private static final List<String> OF_QMAIL =
            List.of("mailMessageStore", "accountStatus", "mailAlternateAddress", "qmailUser");

    private Verdict() {}

    static boolean isUncertain(ResultCode code) {
        return UNCERTAIN.contains(code);
    }

    /** What to do about an entry that the server does not take; empty when the fault is not the entry's. */
    static Optional<String> remedy(EntryChange change, LdapText answer) {
        if (isSchemaMissing(change, answer)) {
            return Optional.empty();
        }
        return switch (answer.code().intValue()) {
            case ResultCode.CONSTRAINT_VIOLATION_INT_VALUE ->
                Optional.of("Give the attribute one value, or see which constraint of the server it breaks");
            case ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE ->
                Optional.of("Correct the value: addresses and paths are ASCII, seeAlso is a DN");
            case ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE ->
                Optional.of("Remove the value that is given twice, be it in another case");
            case ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE ->
                Optional.of("Remove the attribute, or load its schema into the server");
            case ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE ->
                Optional.of("Add the attribute or the object class that is missing");
            case ResultCode.NAMING_VIOLATION_INT_VALUE, ResultCode.NOT_ALLOWED_ON_RDN_INT_VALUE ->
                Optional.of("Let the entry have the value that its DN begins with");
            case ResultCode.INVALID_DN_SYNTAX_INT_VALUE -> Optional.of("Correct the DN");
            case ResultCode.OBJECT_CLASS_MODS_PROHIBITED_INT_VALUE ->
                Optional.of("Delete the entry and import it again, its structural object class can not change");
            case ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE ->
                Optional.of("Run the same command again: somebody else changed the entry meanwhile");
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                change instanceof EntryChange.Modify
                        ? Optional.of("Run the same command again: somebody else removed the entry meanwhile")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** For answers that every further entry would get as well. */
    static DirectoryUnavailable stop(EntryChange change, LdapText answer) {
        if (isSchemaMissing(change, answer)) {
            return new DirectoryUnavailable(
                    ("the server does not know the schema of mail accounts, qmail.schema is not loaded: %s. Load it"
                                    + " after core, cosine, nis and inetorgperson, then run the same command again.")
                            .formatted(answer));
        }
        if (answer.code().equals(ResultCode.NO_SUCH_OBJECT)) {
            return ParentEntries.missing(missingParent(change.dn(), answer.matchedDn()));
        }
        return new DirectoryUnavailable(
                "the directory does not take changes: %s, at %s. %s.".formatted(answer, change, answer.remedy()));
    }

    /** The topmost entry that is missing above the one to be added. */
    private static String missingParent(String dn, String matched) {
        try {
            DN name = new DN(dn);
            DN found = new DN(matched);
            DN missing = name.getParent();
            if (missing == null) {
                return dn;
            }
            for (DN above = missing; above != null && !above.equals(found); above = above.getParent()) {
                missing = above;
            }
            // without a matched DN only the parent itself is certain
            return matched.isEmpty() ? String.valueOf(name.getParent()) : missing.toString();
        } catch (LDAPException e) {
            return dn;
        }
    }

    /** slapd counts the values of objectClass; an undefined attribute or class it names. */
    private static boolean isSchemaMissing(EntryChange change, LdapText answer) {
        Matcher unknown = UNKNOWN_CLASS.matcher(answer.detail());
        if (unknown.find()) {
            List<String> classes = Values.of(change.wanted(), "objectClass").values();
            int index = Integer.parseInt(unknown.group(1));
            return index < classes.size() && classes.get(index).equalsIgnoreCase("qmailUser");
        }
        boolean undefined = answer.code().equals(ResultCode.UNDEFINED_ATTRIBUTE_TYPE)
                || answer.detail().contains("undefined object class");
        return undefined && OF_QMAIL.stream().anyMatch(answer.detail()::contains);
    }
}
