package vmail.job;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.reader.disk.StoreInspector;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.settings.Settings;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;
import vmail.writer.directory.Outcome;
import vmail.writer.directory.StatusWriter;

/** Sets each account's status to what its source says, once its stores have been seen to be as they must be. */
final class ActivateAccounts implements ItemWriter<Candidate> {

    private final ImportRun run;

    ActivateAccounts(ImportRun run) {
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends Candidate> chunk) {
        Settings settings = run.job().settings();
        StoreInspector inspector = new StoreInspector(settings.mailBase(), settings.owner());
        StoreLayout layout = new StoreLayout(settings.mailBase(), run.checked().shared());
        run.job().guard(() -> {
            Map<DN, AccountStatus> wanted = new LinkedHashMap<>();
            for (Candidate candidate : chunk) {
                Optional<Account> account = Account.of(candidate, settings.mailBase());
                if (account.isPresent()
                        && isReady(account.get(), candidate, layout, inspector)
                        && !isTaken(account.get(), candidate)) {
                    wanted.put(account.get().dn(), account.get().status());
                } else {
                    run.refused();
                }
            }
            for (Outcome outcome :
                    new StatusWriter(run.job().directory().connection(), run.changeLog()).write(wanted)) {
                run.outcome(outcome);
            }
        });
    }

    private boolean isReady(Account account, Candidate candidate, StoreLayout layout, StoreInspector inspector) {
        boolean ready = true;
        for (StoreItem item : layout.of(account)) {
            ItemState state = inspector.inspect(item);
            if (!isUsable(state, item)) {
                ready = false;
                run.job()
                        .findings()
                        .accept(StoreRule.MAILDIR_PRESENT.finding(
                                candidate.origin(),
                                candidate.dn(),
                                "stays as it is, because " + item.path() + " " + text(state),
                                "Run vmail make-stores, then the same command again"));
            }
        }
        return ready;
    }

    /** What is odd about a folder inside is nothing to wait for. */
    private static boolean isUsable(ItemState state, StoreItem item) {
        return state instanceof ItemState.Present
                || (state instanceof ItemState.Wrong wrong
                        && wrong.faults().stream().allMatch(fault -> fault.isOfFolder(item.path())));
    }

    private boolean isTaken(Account account, Candidate candidate) throws IOException, DirectoryUnavailable {
        if (run.options().adoptMail()) {
            return false;
        }
        Optional<Finding> taken = new FormerMail(
                        run.job().directory().connection(), run.job().settings().mailBase())
                .beforeActivation(account, candidate);
        taken.ifPresent(run.job().findings());
        return taken.isPresent();
    }

    private static String text(ItemState state) {
        if (state instanceof ItemState.Wrong wrong) {
            return "is not as it must be: "
                    + wrong.faults().stream().map(Fault::found).collect(Collectors.joining("; "));
        }
        return state instanceof ItemState.Unknown unknown ? "can not be looked at: " + unknown.reason() : "is missing";
    }
}
