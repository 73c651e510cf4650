package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.MailBase;
import vmail.account.Origin;
import vmail.account.SharedAccount;
import vmail.store.SharedAccounts;

/**
 * Judges all accounts together in two passes over them, in memory that does not grow with what accounts hold: of each claim
 * the first pass keeps a hash, about 110 bytes an account; the second keeps only accounts that may clash, and judges them by their values.
 *
 * <p>Call {@link #first} for each account of all sources and, where there is one, of the directory; then {@link #second} for
 * each again in the same order; then {@link #finish}. An entry of the directory whose DN a file has, too, is what the file
 * replaces, and is not judged. Records that are no accounts are not for here.
 *
 * <p>Holds one object for each clashing account and for each shared account. Not for use by several threads.
 */
public final class DirectoryCheck implements AllAccounts {

    private static final String DN_SPACE = "DN";

    private final MailBase base;
    private final List<DirectoryRule> rules;
    private final UniqueDn uniqueDn = new UniqueDn();
    private final UnaryOperator<Finding> severities;

    private final LongSet recordDns = new LongSet();
    private final LongSet repeatedDns = new LongSet();
    private final LongSet liveDns = new LongSet();
    private final LongSet readDns = new LongSet();
    private final LongSet held = new LongSet();
    private final LongSet heldTwice = new LongSet();
    private final LongSet referred = new LongSet();
    private final Set<DN> sharedDns = new HashSet<>();
    private final SharedAccounts shared = new SharedAccounts();

    private final Map<DN, Origin> firstOfDn = new HashMap<>();
    private final AddressesInUse addresses = new AddressesInUse();
    private final Suspects suspects = new Suspects();
    private long seen;

    private record Ordered(long number, Finding finding) {}

    DirectoryCheck(MailBase base, List<DirectoryRule> rules, UnaryOperator<Finding> severities) {
        this.base = base;
        this.rules = List.copyOf(rules);
        this.severities = severities;
    }

    /** The shared accounts that are complete; all of them after the last {@link #first}. */
    public SharedAccounts shared() {
        return shared;
    }

    /** What all accounts have for addresses, an entry that a record replaces included. */
    AddressesInUse addresses() {
        return addresses;
    }

    /** First pass. */
    public void first(Candidate candidate) {
        addresses.add(candidate);
        long dn = hash(candidate.parsedDn());
        if (candidate.origin() instanceof LiveEntry) {
            liveDns.add(dn);
            if (!recordDns.contains(dn)) {
                keepShared(candidate);
            }
        } else if (recordDns.add(dn)) {
            keepShared(candidate);
        } else {
            repeatedDns.add(dn);
        }
        SeeAlso.of(candidate).forEach(target -> readDns.add(hash(target)));
        for (Claim claim : Claims.of(candidate, base)) {
            long hash = claim.hash();
            if (!claim.holds()) {
                referred.add(hash);
            } else if (!held.add(hash)) {
                heldTwice.add(hash);
            }
        }
    }

    /** Second pass; gives findings that need no second account to be named. */
    public void second(Candidate candidate, Consumer<Finding> out) {
        seen++;
        long dn = hash(candidate.parsedDn());
        boolean live = candidate.origin() instanceof LiveEntry;
        if (live && recordDns.contains(dn)) {
            return;
        }
        if (!live && repeatedDns.contains(dn)) {
            Origin first = firstOfDn.putIfAbsent(candidate.parsedDn(), candidate.origin());
            if (first != null) {
                out.accept(severities.apply(uniqueDn.repeated(candidate, first)));
                return;
            }
        }
        for (DirectoryRule rule : rules) {
            rule.judge(candidate, this).stream().map(severities).forEach(out);
        }
        for (Claim claim : Claims.of(candidate, base)) {
            if (suspect(claim)) {
                suspects.add(holder(candidate, claim));
            }
        }
    }

    /** Gives the findings on accounts that clash, in the order of the accounts. */
    public void finish(Consumer<Finding> out) {
        List<Ordered> found = new ArrayList<>();
        suspects.forEach(group -> judge(group, found));
        found.sort(Comparator.comparingLong(Ordered::number));
        found.forEach(ordered -> out.accept(severities.apply(ordered.finding())));
    }

    private void judge(Group group, List<Ordered> found) {
        for (DirectoryRule rule : rules) {
            for (Clash clash : rule.judge(group)) {
                Holder at = clash.at();
                found.add(new Ordered(
                        at.number(),
                        new Finding(
                                        rule.id(),
                                        rule.severity(),
                                        rule.effect(),
                                        at.origin(),
                                        at.dn(),
                                        clash.message(),
                                        clash.remedy())
                                .about(clash.about())
                                .mended(rule.mending())
                                .stamped(at.stamps())));
            }
        }
    }

    @Override
    public boolean exists(DN dn) {
        return recordDns.contains(hash(dn)) || liveDns.contains(hash(dn));
    }

    @Override
    public boolean isShared(DN dn) {
        return sharedDns.contains(dn);
    }

    @Override
    public boolean hasReaders(DN dn) {
        return readDns.contains(hash(dn));
    }

    @Override
    public Optional<DN> sharedAlike(DN dn) {
        String name = dn.toNormalizedString();
        return sharedDns.stream()
                .filter(known -> Spelling.alike(name, known.toNormalizedString()))
                .min(Comparator.comparing(DN::toNormalizedString));
    }

    /** What is read last counts: a record of a file takes the place of the entry in the directory. */
    private void keepShared(Candidate candidate) {
        DN dn = candidate.parsedDn();
        shared.remove(dn);
        sharedDns.remove(dn);
        if (candidate.status().filter(AccountStatus.SHARED::equals).isPresent()) {
            sharedDns.add(dn);
            Account.of(candidate, base)
                    .filter(SharedAccount.class::isInstance)
                    .map(SharedAccount.class::cast)
                    .ifPresent(shared::add);
        }
    }

    private boolean suspect(Claim claim) {
        long hash = claim.hash();
        return claim.holds() ? heldTwice.contains(hash) || referred.contains(hash) : held.contains(hash);
    }

    private Holder holder(Candidate candidate, Claim claim) {
        boolean isShared =
                candidate.status().filter(AccountStatus.SHARED::equals).isPresent();
        return new Holder(
                claim, seen, candidate.origin(), candidate.dn(), isShared, candidate.isInactive(), candidate.stamps());
    }

    private static long hash(DN dn) {
        return Hash.of(DN_SPACE, dn.toNormalizedString());
    }
}
