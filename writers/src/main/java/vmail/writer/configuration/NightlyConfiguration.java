package vmail.writer.configuration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What starts the audit every night: a unit and a timer of systemd(1), or a line for cron(8). The unit may read the mail base and
 * write the workspace, and nothing else; one that mails may also hand mail to sendmail, hence is less closed.
 *
 * @param launcher the {@code vmail} to start
 * @param settings the file it gets
 * @param user who it runs as
 * @param mailTo who gets the report when something has changed
 */
public record NightlyConfiguration(
        Path launcher,
        Path settings,
        String user,
        Path mailBase,
        Path workspace,
        LocalTime at,
        Optional<String> mailTo) {

    /** What needs no quoting in a unit, nor in a shell, nor in a crontab, where a percent sign is a line end. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@+=:,-]+");

    /** @throws IllegalArgumentException naming what would have to be quoted */
    public NightlyConfiguration {
        for (String word :
                List.of(launcher.toString(), settings.toString(), user, mailBase.toString(), workspace.toString())) {
            requirePlain(word);
        }
        mailTo.ifPresent(NightlyConfiguration::requirePlain);
    }

    private static void requirePlain(String word) {
        if (!PLAIN.matcher(word).matches()) {
            throw new IllegalArgumentException(
                    "a schedule can not hold " + word + ": use a name of letters, digits and _ . / @ + = : , -");
        }
    }

    /** The service and the timer, each with its place in its first line. */
    public List<String> systemd() {
        return List.of(filled("vmail-audit.service"), filled("vmail-audit.timer"));
    }

    /** For a file in /etc/cron.d. */
    public String cron() {
        return filled("vmail-audit.cron");
    }

    private String filled(String template) {
        return new String(with(Template.of(template)).filled(), StandardCharsets.UTF_8);
    }

    /** Who mails needs the right to. */
    private String rights() {
        String rights = mailTo.isPresent() ? "vmail-audit-mail.rights" : "vmail-audit.rights";
        return new String(Template.of(rights).filled(), StandardCharsets.UTF_8).stripTrailing();
    }

    private Template with(Template template) {
        return template.with("launcher", launcher.toString())
                .with("settings", settings.toString())
                .with("user", user)
                .with("mail-base", mailBase.toString())
                .with("workspace", workspace.toString())
                .with("at", "%02d:%02d".formatted(at.getHour(), at.getMinute()))
                .with("minute", Integer.toString(at.getMinute()))
                .with("hour", Integer.toString(at.getHour()))
                .with("mail-to", mailTo.map(address -> " --mail-to " + address).orElse(""))
                .with("rights", rights());
    }
}
