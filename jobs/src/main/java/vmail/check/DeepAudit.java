package vmail.check;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.message.Mailbox;
import vmail.reader.mail.MailReader;
import vmail.reader.mail.Pace;
import vmail.report.mail.MailAuditor;
import vmail.rule.Finding;
import vmail.settings.DeepSettings;
import vmail.settings.Settings;
import vmail.store.Errno;

/**
 * Judges the messages of accounts: {@link #add} each while the directory is read, then {@link #run}. Writes nothing, reads no mail.
 *
 * <p>What is wrong with an account's mail is told when it is so at a second look, too, after all others: Postfix, Courier and people move
 * mail all the time. For one thread.
 */
public final class DeepAudit {

    /** More are not wrong by chance; they are told at once, and need no memory. */
    private static final int MOST_HELD = 5_000;

    private final Settings settings;
    private final DeepSettings deep;
    private final Clock clock;
    private final MailboxQueue mailboxes = new MailboxQueue();

    public DeepAudit(Settings settings, DeepSettings deep, Clock clock) {
        this.settings = settings;
        this.deep = deep;
        this.clock = clock;
    }

    /** An account whose mail shall be looked at. */
    public void add(Candidate candidate, Account account) {
        mailboxes.add(Mailbox.of(account, settings.mailBase(), quota(candidate), candidate.stamps()));
    }

    /** What is no number is no quota; rules say so of the entry. */
    private static OptionalLong quota(Candidate candidate) {
        String value = candidate.first("mailQuotaSize").orElse("").strip();
        return value.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** What one look has shown of an account. */
    private record Look(Mailbox mailbox, List<Finding> findings, List<String> unseen) {

        boolean isClean() {
            return findings.isEmpty() && unseen.isEmpty();
        }

        /** What this later look has shown of what the earlier one had. */
        Look of(Look earlier) {
            Set<List<Object>> before = new HashSet<>();
            earlier.findings.forEach(finding -> before.add(identity(finding)));
            return new Look(
                    mailbox,
                    findings.stream()
                            .filter(finding -> before.contains(identity(finding)))
                            .toList(),
                    unseen);
        }

        private static List<Object> identity(Finding finding) {
            return List.of(finding.rule(), finding.place());
        }
    }

    /**
     * Looks at the mail of all accounts.
     *
     * @param progress is told each operation
     * @param unknown is told what could not be seen
     */
    public void run(Progress progress, Consumer<Finding> out, Consumer<String> unknown) {
        progress.phase("looking at mail", 0);
        Pace pace = new Pace(deep.operationsPerSecond(), progress::step);
        try (MailReader reader = MailReader.open(settings.mailBase(), settings.owner(), pace)) {
            MailAuditor auditor = new MailAuditor(deep.limits(), reader.owner(), clock.instant());
            List<Look> held = new ArrayList<>();
            mailboxes.forEach(mailbox -> {
                Look look = look(reader, auditor, mailbox);
                if (look.isClean()) {
                    return;
                }
                if (held.size() < MOST_HELD) {
                    held.add(look);
                } else {
                    tell(look(reader, auditor, mailbox).of(look), out, unknown);
                }
            });
            if (!held.isEmpty()) {
                progress.phase("looking at mail once more", 0);
            }
            held.forEach(look -> tell(look(reader, auditor, look.mailbox()).of(look), out, unknown));
        } catch (IOException e) {
            unknown.accept(new DiskPath(settings.mailBase().path()) + ": " + Errno.words(e));
        }
    }

    private static Look look(MailReader reader, MailAuditor auditor, Mailbox mailbox) {
        List<String> unseen = new ArrayList<>();
        List<Finding> findings = reader.read(mailbox, auditor.staleBefore(), unseen::add)
                .map(facts -> auditor.findings(mailbox, facts))
                .orElse(List.of());
        return new Look(mailbox, findings, unseen);
    }

    private static void tell(Look look, Consumer<Finding> out, Consumer<String> unknown) {
        look.findings().forEach(out);
        look.unseen().forEach(unknown);
    }
}
