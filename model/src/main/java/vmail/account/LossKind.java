package vmail.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people miss after a move, each with the sentence that tells how many. */
public enum LossKind {
    FORWARD("%d %s their mail today; after the move they will not", "person forwards", "people forward"),
    VACATION("%d %s automatic replies today; after the move there will be none", "person has", "people have"),
    PROGRAM("mail of %d %s goes to a program today; after the move it will not", "person", "people"),
    QUOTA("%d %s a quota today; after the move there will be none", "person has", "people have"),
    ACL("%d %s rights on folders that can not be given as they were", "account has", "accounts have"),
    GROUP_MEMBERSHIP("%d %s in groups or lists that do not come along", "person is", "people are"),
    BCC("mail of %d %s is copied to somebody today; after the move it will not be", "person", "people"),
    CATCH_ALL("%d %s mail to unknown addresses today; after the move it is refused", "account gets", "accounts get"),
    MAIL_HOST("%d %s a mail host of their own; here there is one", "account has", "accounts have"),
    SERVICE_SWITCH("%d %s single services switched today; here a login is for all", "person has", "people have"),
    ADMIN_ROLE("%d %s an administrator in the old system; here nobody is", "person is", "people are"),
    ADDRESS("%d %s an address that is none and was left out", "account has", "accounts have"),
    PASSWORD("%d %s a password that can not come along", "person has", "people have"),
    ATTRIBUTE("%d %s attributes that have no place here", "account has", "accounts have");

    private final String sentence;
    private final String one;
    private final String many;

    LossKind(String sentence, String one, String many) {
        this.sentence = sentence;
        this.one = one;
        this.many = many;
    }

    /** As mapping files and reports write it: {@code group-membership}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LossKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** For the end of a report. */
    public String sentence(long accounts) {
        return sentence.formatted(accounts, accounts == 1 ? one : many);
    }
}
