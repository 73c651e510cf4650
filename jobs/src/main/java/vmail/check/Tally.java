package vmail.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vmail.account.Candidate;
import vmail.account.Loss;
import vmail.account.LossKind;
import vmail.account.MailAddress;
import vmail.account.RecordKind;
import vmail.report.run.Counts;

/** Counts records as they are read; each ends in exactly one place. */
final class Tally {

    private long read;
    private long personal;
    private long shared;
    private long aliases;
    private long skipped;
    private long lost;
    private final Set<String> foreignDomains = new TreeSet<>();
    private final Map<LossKind, Long> losses = new EnumMap<>(LossKind.class);

    void read() {
        read++;
    }

    void skipped() {
        skipped++;
    }

    void lost() {
        lost++;
    }

    /** Of a domain entry of an older system. */
    void domain(String name) {
        foreignDomains.add(name.strip().toLowerCase(Locale.ROOT));
    }

    /** Of the addresses of an older system's account. */
    void domainsOf(Candidate account) {
        for (String attribute : List.of("mail", "mailAlternateAddress")) {
            account.values(attribute).stream()
                    .flatMap(value -> MailAddress.of(value).stream())
                    .forEach(address -> foreignDomains.add(address.domain()));
        }
    }

    /** Accounts by what they lose, each once for each kind. */
    Map<LossKind, Long> losses() {
        return new EnumMap<>(losses);
    }

    void accepted(Candidate account) {
        if (account.kind() == RecordKind.SHARED) {
            shared++;
        } else {
            personal++;
        }
        aliases += account.values("mailAlternateAddress").size();
        account.losses().stream().map(Loss::kind).distinct().forEach(kind -> losses.merge(kind, 1L, Long::sum));
    }

    /** Accounts are counted anew, because clashes between records have rejected some. */
    void forgetAccounts() {
        personal = 0;
        shared = 0;
        aliases = 0;
        losses.clear();
    }

    long recordsRead() {
        return read;
    }

    /** @param rejected records that could not be read included */
    Counts counts(Set<String> domains, long rejected) {
        Set<String> all = new TreeSet<>(domains);
        all.addAll(foreignDomains);
        return new Counts(read, personal, shared, aliases, all.size(), rejected, skipped, lost);
    }
}
