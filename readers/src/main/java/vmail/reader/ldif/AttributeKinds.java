package vmail.reader.ldif;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vmail.reader.source.SecretNames;

/** What a reader has to know about attributes before any schema is at hand. */
final class AttributeKinds {

    /** Kept by the server itself; an export has them, an import may not. */
    private static final Set<String> OPERATIONAL = names(
            "structuralObjectClass",
            "entryUUID",
            "entryCSN",
            "entryDN",
            "entryTtl",
            "creatorsName",
            "createTimestamp",
            "modifiersName",
            "modifyTimestamp",
            "subschemaSubentry",
            "hasSubordinates",
            "numSubordinates",
            "contextCSN",
            "authTimestamp",
            "nsUniqueId",
            "parentId",
            "entryId",
            "passwordHistory",
            "pwdChangedTime",
            "pwdAccountLockedTime",
            "pwdFailureTime",
            "pwdHistory",
            "pwdGraceUseTime",
            "pwdReset",
            "pwdLastSuccess",
            "pwdPolicySubentry",
            // Sun, Netscape, 389
            "aci",
            "entryUSN",
            "numAllSubordinates",
            "internalCreatorsName",
            "internalModifiersName",
            "nscpEntryDN",
            "nsds5ReplConflict",
            "copiedFrom",
            "copyingFrom",
            "passwordRetryCount",
            "retryCountResetTime",
            "passwordExpirationTime",
            "passwordExpWarned",
            "passwordAllowChangeTime",
            "passwordGraceUserTime",
            "accountUnlockTime",
            // OpenDJ
            "etag",
            "pwdSequence",
            "ds-sync-hist",
            "ds-sync-state",
            "ds-entry-unique-id");

    /** Without these right, an account would be another one. */
    private static final Set<String> IDENTITY = names(
            "objectClass",
            "cn",
            "sn",
            "givenName",
            "uid",
            "mail",
            "mailAlternateAddress",
            "accountStatus",
            "mailMessageStore",
            "userPassword",
            "associatedDomain");

    /** Octets, not text: {@code 2.5.4.35} is userPassword. */
    private static final Set<String> BINARY = names(
            "userPassword",
            "2.5.4.35",
            "authPassword",
            "jpegPhoto",
            "photo",
            "audio",
            "thumbnailPhoto",
            "userCertificate",
            "cACertificate",
            "certificateRevocationList",
            "userSMIMECertificate",
            "userPKCS12",
            "objectGUID",
            "objectSid");

    private AttributeKinds() {}

    static boolean isOperational(String description) {
        return OPERATIONAL.contains(withoutOptions(description));
    }

    /** Whether an account would be another one if the value were wrong. */
    static boolean isIdentity(String description) {
        return IDENTITY.contains(AttributeNames.canonical(description));
    }

    /** Whether values are octets that need not be UTF-8. */
    static boolean isBinary(String description) {
        return BINARY.contains(withoutOptions(description))
                || description.toLowerCase(Locale.ROOT).contains(";binary");
    }

    /** Whether values let somebody in, hashed or not, and may be copied nowhere. */
    static boolean isSecret(String description) {
        return SecretNames.isSecret(description);
    }

    private static String withoutOptions(String description) {
        int semicolon = description.indexOf(';');
        return semicolon < 0 ? description : description.substring(0, semicolon);
    }

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
