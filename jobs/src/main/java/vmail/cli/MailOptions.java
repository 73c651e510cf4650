package vmail.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.mailing.Sendmail;

/** Whether the report of an audit is mailed, and how. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MailOptions {

    /** One address, or a name of this host; nothing that sendmail, or a header, takes for more. */
    private static final Pattern RECIPIENT =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}(@[A-Za-z0-9][A-Za-z0-9.-]{0,189})?");

    @Option(
            names = "--mail-to",
            paramLabel = "ADDRESS",
            description = {
                "Mail the report to ADDRESS when something has changed since the last audit of the same: new or fixed findings,"
                        + " another verdict, an acceptance that has expired. Also when the last mail could not be sent.",
                "If it can not be sent, an audit that ends with 0 or 1 ends with 3: nobody has been told."
            })
    @Nullable
    String recipient;

    @Option(
            names = "--sendmail",
            paramLabel = "FILE",
            defaultValue = "/usr/sbin/sendmail",
            description = "With --mail-to: the program that takes the mail. Default: ${DEFAULT-VALUE}.")
    Path sendmail;

    /** Empty when nothing is to be mailed. */
    Optional<AuditMail> mail(Path workspace, String scope, Terminal terminal) throws Refused {
        if (recipient == null) {
            return Optional.empty();
        }
        if (!RECIPIENT.matcher(recipient).matches()) {
            throw new Refused(
                    ExitCode.USAGE, "--mail-to takes one address such as postmaster@mydomain.nl, not " + recipient);
        }
        if (!sendmail.isAbsolute()) {
            throw new Refused(ExitCode.USAGE, "--sendmail must be an absolute path, not " + sendmail);
        }
        return Optional.of(
                new AuditMail(workspace, scope, recipient, new Sendmail(sendmail, Sendmail.PATIENCE), terminal));
    }
}
