package vmail.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vmail.account.Account;
import vmail.account.Origin;
import vmail.rule.StoreRule;
import vmail.store.DeliveryLink;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.writer.store.StoreOutcome;
import vmail.writer.store.StoreUnavailable;
import vmail.writer.store.StoreWriter;

/** Makes stores for the steps of a job and tells what was in the way. The mail base is opened with the first account. */
public final class StoreMaking implements Closeable {

    private final JobRun job;
    private final boolean createMailBase;
    private final boolean ownMailBase;
    private final Consumer<Path> made;
    private @Nullable StoreWriter writer;

    /**
     * @param ownMailBase see {@link ImportOptions#ownMailBase}
     * @param made told each thing that was made
     */
    public StoreMaking(JobRun job, boolean createMailBase, boolean ownMailBase, Consumer<Path> made) {
        this.job = job;
        this.createMailBase = createMailBase;
        this.ownMailBase = ownMailBase;
        this.made = made;
    }

    JobRun job() {
        return job;
    }

    /** Whether all items are there now. What is in the way is a finding and stays as it is. */
    boolean make(Account account, Origin origin, List<StoreItem> items) throws StoreUnavailable {
        boolean complete = true;
        for (StoreOutcome outcome : writer().make(items)) {
            if (outcome instanceof StoreOutcome.Made done) {
                job.made(1);
                done.paths().forEach(made);
            } else if (outcome instanceof StoreOutcome.Conflict conflict) {
                complete = false;
                job.findings()
                        .accept(rule(conflict.item())
                                .finding(origin, account.dn().toString(), conflict.found(), conflict.remedy()));
            }
        }
        return complete;
    }

    /** What has been made so far is on the disk when this returns. */
    void sync() throws StoreUnavailable {
        if (writer != null) {
            writer.sync();
        }
    }

    private StoreWriter writer() throws StoreUnavailable {
        StoreWriter open = writer;
        if (open == null) {
            open = ownMailBase
                    ? StoreWriter.openOwn(job.settings().mailBase(), createMailBase)
                    : StoreWriter.open(job.settings().mailBase(), job.settings().owner(), createMailBase);
            writer = open;
        }
        return open;
    }

    private static StoreRule rule(StoreItem item) {
        if (item instanceof DeliveryLink) {
            return StoreRule.DELIVERY_LINK_IS_LINK;
        }
        return item instanceof Subscription ? StoreRule.SUBSCRIPTION_LINE : StoreRule.MAILDIR_KIND;
    }

    @Override
    public void close() throws IOException {
        StoreWriter open = writer;
        if (open != null) {
            writer = null;
            open.close();
        }
    }
}
