package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.FullLDAPInterface;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vmail.reader.configuration.CourierConfiguration;
import vmail.reader.configuration.PostfixConfiguration;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.Severity;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;
import vmail.store.Errno;

/**
 * Looks at everything in one pass, so that all problems are told together.
 *
 * @param mounts the kernel's table of mounts, {@code /proc/self/mountinfo}
 */
public record Doctor(
        Settings settings, Optional<Path> postfixConfig, Optional<Path> authldaprc, UnixUsers users, Path mounts) {

    private static final String POSTFIX = "postfix-";
    private static final String COURIER = "courier-";
    private static final String NOT_ASKED = "not asked for; give ";

    /**
     * In the order in which one thing needs the other. The settings must name a directory and an account base.
     *
     * @throws NoSuchFileException when a configuration is not where it was said to be
     */
    public List<Examination> examine() throws NoSuchFileException {
        List<Examination> all = new ArrayList<>();
        DN accountBase = settings.accountBase().orElseThrow();
        try (ServerVisit server = ServerVisit.of(settings)) {
            all.addAll(server.examinations());
            AccountsSeen accounts = server.bound()
                    .map(directory -> examineDirectory(directory, accountBase, all))
                    .orElseGet(() -> notConnected(all));
            all.addAll(new AnonymousChecks(server, accountBase).examine());
            all.addAll(new MailBaseChecks(settings, accounts).examine());
            all.addAll(new FileSystemChecks(settings.mailBase().path(), mounts).examine());
            ServersAgree agree = new ServersAgree(settings, server);
            all.addAll(
                    postfixConfig.isPresent()
                            ? examinePostfix(postfixConfig.get(), agree)
                            : all(POSTFIX, rule -> Examination.skipped(rule, NOT_ASKED + "--postfix-config DIR")));
            all.addAll(
                    authldaprc.isPresent()
                            ? examineCourier(authldaprc.get(), agree)
                            : all(COURIER, rule -> Examination.skipped(rule, NOT_ASKED + "--authldaprc FILE")));
        }
        return all.stream().map(this::withChosenSeverity).toList();
    }

    private AccountsSeen examineDirectory(FullLDAPInterface directory, DN accountBase, List<Examination> all) {
        ReadingChecks reading = new ReadingChecks(directory, accountBase, settings.systemBase(), settings.bindDn());
        all.addAll(reading.examine());
        all.addAll(new SchemaChecks(directory).examine());
        all.addAll(new IndexChecks(directory, settings).examine());
        return reading.accounts();
    }

    private static AccountsSeen notConnected(List<Examination> all) {
        List<SurroundingsRule> behind = new ArrayList<>(ReadingChecks.RULES);
        behind.addAll(SchemaChecks.RULES);
        behind.add(SurroundingsRule.INDEXES_CURRENT);
        behind.forEach(rule -> all.add(Examination.unknown(rule, "no connection to the directory")));
        all.add(Examination.skipped(SurroundingsRule.ATTRIBUTES_INDEXED, "no connection to the directory"));
        return AccountsSeen.unseen("no connection to the directory");
    }

    private List<Examination> examinePostfix(Path directory, ServersAgree agree) throws NoSuchFileException {
        try {
            return new PostfixChecks(PostfixConfiguration.read(directory), settings, users, agree).examine();
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            return all(POSTFIX, rule -> Examination.unknown(rule, unread(directory.resolve("main.cf"), e)));
        }
    }

    private List<Examination> examineCourier(Path file, ServersAgree agree) throws NoSuchFileException {
        try {
            return new CourierChecks(CourierConfiguration.read(file), settings, agree).examine();
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            return all(COURIER, rule -> Examination.unknown(rule, unread(file, e)));
        }
    }

    private static String unread(Path file, IOException failure) {
        return "%s can not be read (%s); run vmail doctor as root".formatted(file, Errno.words(failure));
    }

    private static List<Examination> all(String prefix, Function<SurroundingsRule, Examination> verdict) {
        return List.of(SurroundingsRule.values()).stream()
                .filter(rule -> rule.id().startsWith(prefix))
                .map(verdict)
                .toList();
    }

    private Examination withChosenSeverity(Examination examination) {
        Severity chosen = settings.severities().get(examination.rule().id());
        if (chosen == null) {
            return examination;
        }
        List<Finding> findings = examination.findings().stream()
                .map(finding -> finding.withSeverity(chosen))
                .toList();
        return new Examination(examination.rule(), examination.verdict(), examination.text(), findings);
    }
}
