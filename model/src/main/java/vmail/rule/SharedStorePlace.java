package vmail.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.RecordKind;

/**
 * The store of a shared account is {@code <mail base>/shared/<name>/<uid>/} (howto 1.6, 1.7, 1.8).
 *
 * <p>That path becomes the link through which Postfix delivers into the folder {@code uid} of {@code shared.maildirs/<name>}. From any
 * other place no link can be made: mail arrives where no subscriber sees it.
 */
public record SharedStorePlace(MailBase base) implements EntryRule {

    @Override
    public String id() {
        return "shared-store-place";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.UNSEEN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.SHARED) {
            return List.of();
        }
        String uid = candidate.first("uid").map(String::strip).orElse("");
        return candidate.values("mailMessageStore").stream()
                .flatMap(value -> MailStore.of(value, base).stream())
                .filter(store -> !inPlace(store.path(), uid))
                .distinct()
                .map(store -> finding(
                                candidate,
                                "shared store %s is not %s/<name>/%s/"
                                        .formatted(store.value(), base.sharedRoot(), uid.isEmpty() ? "<uid>" : uid),
                                remedy(candidate, store.path(), uid))
                        .about(store.value()))
                .toList();
    }

    private boolean inPlace(Path store, String uid) {
        return store.startsWith(base.sharedRoot())
                && store.getNameCount() == base.sharedRoot().getNameCount() + 2
                && (uid.isEmpty() || store.getFileName().toString().equals(uid));
    }

    private String remedy(Candidate candidate, Path store, String uid) {
        Path root = base.sharedRoot();
        String name = store.startsWith(root) && store.getNameCount() > root.getNameCount() + 1
                ? root.relativize(store).getName(0).toString()
                : candidate
                        .first("cn")
                        .orElse("")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '.');
        String proposal = root + "/" + name + "/" + uid + "/";
        return MailStore.fault(proposal, base).isEmpty()
                ? "Set mailMessageStore: " + proposal
                : "Set mailMessageStore to a path of that form";
    }
}
