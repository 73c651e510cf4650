package vmail.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of one account's mail. What could not be seen is not in it.
 *
 * @param counted messages that count for a quota in any case
 * @param uncounted further ones, which some count and some do not: in the folder Trash, or marked as deleted
 * @param complete whether all of it was seen
 * @param opened whether a mail program has ever opened it through Courier or Dovecot
 * @param touched when last something was delivered, read or changed, or somebody logged in
 */
public record MailFacts(
        List<FolderFacts> folders,
        Map<Oddity, Some> odd,
        Amount counted,
        Amount uncounted,
        Optional<QuotaFile> quota,
        boolean complete,
        boolean opened,
        Instant touched) {

    /** A number of messages and their size. */
    public record Amount(long messages, long bytes) {

        public Amount plus(Amount other) {
            return new Amount(messages + other.messages, bytes + other.bytes);
        }
    }

    public MailFacts {
        folders = List.copyOf(folders);
        odd = Map.copyOf(odd);
    }

    /** Of the maildir itself. */
    public Optional<FolderFacts> inbox() {
        return folders.stream()
                .filter(folder -> folder.name().equals(FolderFacts.INBOX))
                .findFirst();
    }

    public Optional<Some> odd(Oddity oddity) {
        return Optional.ofNullable(odd.get(oddity));
    }
}
