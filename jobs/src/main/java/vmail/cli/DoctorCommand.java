package vmail.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.doctor.Doctor;
import vmail.doctor.UnixUsers;
import vmail.report.render.CheckedOutput;
import vmail.report.render.ExaminationsJson;
import vmail.report.render.ExaminationsText;
import vmail.rule.Examination;
import vmail.rule.Examination.Verdict;
import vmail.settings.Settings;

/** {@code vmail doctor}: reads only, and needs no workspace. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Check what is around vmail before anything is written, and say what each problem costs in mail: the directory"
                    + " server and its schema, limits and access rules, the mail base, and on request the configuration of"
                    + " Postfix and Courier. Touches nothing.",
            "What can not be seen makes the answer inconclusive (exit 4); as root it sees most."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vmail doctor --settings vmail.properties",
            "  vmail doctor --settings vmail.properties --postfix-config /etc/postfix --authldaprc /etc/courier/authldaprc",
            "  vmail doctor --settings vmail.properties --format json",
            "  vmail explain postfix-domain-filter"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DoctorCommand implements Callable<Integer> {

    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    private final Terminal terminal;

    @Mixin
    SettingsOptions options;

    @Option(
            names = "--postfix-config",
            paramLabel = "DIR",
            description = "Check main.cf in DIR and the ldap tables that it names.")
    @Nullable
    Path postfixConfig;

    @Option(
            names = "--authldaprc",
            paramLabel = "FILE",
            description = "Check Courier's FILE, and authdaemonrc beside it.")
    @Nullable
    Path authldaprc;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, Refused {
        Settings settings = options.settings();
        ConfiguredDirectory.requireSettings(settings);
        List<Examination> examinations = examinations(settings);
        if (options.format == SettingsOptions.Format.json) {
            ExaminationsJson.write(examinations, new CheckedOutput(terminal.out()));
        } else {
            new ExaminationsText(examinations).lines().forEach(terminal::say);
        }
        return code(settings, examinations).number();
    }

    private List<Examination> examinations(Settings settings) throws Refused {
        try {
            return new Doctor(
                            settings,
                            Optional.ofNullable(postfixConfig),
                            Optional.ofNullable(authldaprc),
                            UnixUsers.ofThisHost(),
                            MOUNTS)
                    .examine();
        } catch (NoSuchFileException e) {
            throw new Refused(ExitCode.USAGE, "there is no " + e.getFile() + ": see --postfix-config and --authldaprc");
        }
    }

    private static ExitCode code(Settings settings, List<Examination> examinations) {
        if (examinations.stream().anyMatch(each -> each.verdict() == Verdict.UNKNOWN)) {
            return ExitCode.INCONCLUSIVE;
        }
        boolean problem = examinations.stream()
                .flatMap(each -> each.findings().stream())
                .anyMatch(finding -> finding.severity().compareTo(settings.threshold()) >= 0);
        return problem ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
