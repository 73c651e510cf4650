package vmail.explain;

import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.account.Candidate;
import vmail.lookup.Lookup;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.rule.Effect;
import vmail.rule.Finding;

/** The way of a message from its address to stores: domain, alias map, mailbox map, as Postfix goes it (howto 2). */
final class MailRoute {

    private final AccountLookup directory;
    private final PostfixMaps maps;
    private final Judge judge;
    private final boolean mailShared;

    /** @param mailShared whether Postfix looks up accounts by their entryUUID, so that several may have the same mail */
    MailRoute(AccountLookup directory, PostfixMaps maps, Judge judge, boolean mailShared) {
        this.directory = directory;
        this.maps = maps;
        this.judge = judge;
        this.mailShared = mailShared;
    }

    /** @return the copies that are delivered; none when the message is refused, returned, sent on or lost */
    List<Arrival> walk(String address, Trail trail) throws IncompleteRead {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        if (!maps.knowsDomains()) {
            trail.unknown("domain " + domain, "can not be seen: no --system-base, where accepted domains are");
        } else if (!maps.accepts(domain)) {
            trail.fault(
                    Effect.BOUNCED,
                    "domain " + domain,
                    "is none of ours, so a message from outside is refused: 554 5.7.1 Relay access denied",
                    findings(holders(address), address));
            return List.of();
        } else {
            trail.fine("domain " + domain, "ours");
        }
        return mailShared ? toEach(address, trail) : byAliases(address, trail);
    }

    /** Each account that has the address gets one copy, whatever its main address is. */
    private List<Arrival> toEach(String address, Trail trail) throws IncompleteRead {
        List<Candidate> accounts = maps.search(Lookup.ALIAS, address).entries();
        if (accounts.isEmpty()) {
            unknownUser(address, trail);
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (Candidate account : accounts) {
            List<String> stores = account.values("mailMessageStore").stream()
                    .filter(store -> !store.isEmpty())
                    .toList();
            if (stores.isEmpty()) {
                noStore("copy for " + account.dn(), List.of(account), address, trail);
            } else {
                trail.fine("copy for " + account.dn(), stores.get(0));
                arrivals.add(new Arrival(address, stores.get(0), account));
            }
        }
        return List.copyOf(arrivals);
    }

    private List<Arrival> byAliases(String address, Trail trail) throws IncompleteRead {
        List<MapAnswer> aliases = new ArrayList<>();
        AliasExpansion expansion = AliasExpansion.of(address, maps, (key, answer) -> aliases.add(answer));
        if (aliases.get(0).isEmpty() && maps.search(Lookup.MAILBOX, address).isEmpty()) {
            unknownUser(address, trail);
            return List.of();
        }
        for (MapAnswer answer : aliases) {
            alias(answer, trail);
        }
        if (expansion.endless()) {
            trail.fault(
                    Effect.DEFERRED,
                    "aliases of " + address,
                    "lead on and on; after 1000 of them Postfix gives up and the message is not accepted",
                    List.of());
            return List.of();
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (String recipient : expansion.recipients()) {
            deliver(recipient, trail).ifPresent(arrivals::add);
        }
        doubles(arrivals, trail);
        return List.copyOf(arrivals);
    }

    private void unknownUser(String address, Trail trail) throws IncompleteRead {
        List<Candidate> holders = holders(address);
        String why = holders.isEmpty()
                ? "no entry has it"
                : holders.stream()
                        .map(MailRoute::status)
                        .collect(Collectors.joining("; ", "", "; only active and shared accounts get mail"));
        trail.fault(
                Effect.BOUNCED,
                "address " + address,
                "550 5.1.1 User unknown: " + why,
                findingsOfEntries(holders, address));
    }

    private void alias(MapAnswer answer, Trail trail) throws IncompleteRead {
        String asked = "alias " + answer.key();
        if (answer.isEmpty()) {
            trail.fine(asked, "none: the address stays as it is");
            return;
        }
        List<Finding> findings = new ArrayList<>();
        for (Candidate entry : answer.entries()) {
            judge.of(entry).onAddress(answer.key()).stream()
                    // what becomes of each copy is told when it gets there
                    .filter(finding -> finding.effect() == Effect.DOUBLE)
                    .forEach(findings::add);
        }
        trail.judged(asked, answer.described(), findings);
    }

    private Optional<Arrival> deliver(String recipient, Trail trail) throws IncompleteRead {
        String asked = "recipient " + recipient;
        int at = recipient.lastIndexOf('@');
        if (at < 0) {
            trail.fine(
                    asked,
                    "has no domain, so Postfix takes it for one of this host's ($myorigin) and asks for the name");
        } else if (maps.knowsDomains() && !maps.accepts(recipient.substring(at + 1))) {
            trail.fault(
                    Effect.LEAKED,
                    asked,
                    "is in no domain of ours: the copy is sent out to the mail server of "
                            + recipient.substring(at + 1),
                    findings(holders(recipient), recipient));
            return Optional.empty();
        }
        MapAnswer store = maps.search(Lookup.MAILBOX, recipient);
        if (store.isEmpty()) {
            noStore("mailbox " + recipient, store.entries(), recipient, trail);
            return Optional.empty();
        }
        if (store.values().size() > 1) {
            trail.fault(
                    Effect.LOST,
                    "mailbox " + store.key(),
                    "%d stores: %s. Postfix takes them for one path, %s, says \"delivered to maildir\", and nobody reads it"
                            .formatted(store.values().size(), store.described(), store.joined()),
                    findings(store.entries(), store.key()));
            return Optional.empty();
        }
        MapAnswer.Value value = store.values().get(0);
        trail.fine("mailbox " + store.key(), store.described());
        return Optional.of(new Arrival(recipient, value.text(), value.entry()));
    }

    private void noStore(String asked, List<Candidate> entries, String address, Trail trail) throws IncompleteRead {
        trail.fault(
                Effect.BOUNCED,
                asked,
                "no store: accepted, then returned to the sender, 5.1.1 unknown user",
                findingsOfEntries(entries, address));
    }

    private void doubles(List<Arrival> arrivals, Trail trail) throws IncompleteRead {
        List<String> stores = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (stores.contains(arrival.store())) {
                trail.fault(
                        Effect.DOUBLE,
                        "store " + arrival.store(),
                        "gets the message again, for " + arrival.recipient(),
                        judge.of(arrival.account()).onAddress(arrival.recipient()));
            }
            stores.add(arrival.store());
        }
    }

    /** Who has the address, whatever their status. */
    private List<Candidate> holders(String address) throws IncompleteRead {
        return directory.find(Filter.createORFilter(
                Filter.createEqualityFilter("mail", address),
                Filter.createEqualityFilter("mailAlternateAddress", address)));
    }

    private List<Finding> findings(List<Candidate> entries, String address) throws IncompleteRead {
        List<Finding> findings = new ArrayList<>();
        for (Candidate entry : entries) {
            findings.addAll(judge.of(entry).onAddress(address));
        }
        return findings;
    }

    private List<Finding> findingsOfEntries(List<Candidate> entries, String address) throws IncompleteRead {
        List<Finding> findings = new ArrayList<>();
        for (Candidate entry : entries) {
            findings.addAll(judge.of(entry).onAddress(address));
            findings.addAll(judge.of(entry).of(Topic.ENTRY, Topic.STORE));
        }
        return findings;
    }

    private static String status(Candidate entry) {
        List<String> status = entry.values("accountStatus");
        return entry.dn() + (status.isEmpty() ? " has no accountStatus" : " is " + String.join(", ", status));
    }
}
