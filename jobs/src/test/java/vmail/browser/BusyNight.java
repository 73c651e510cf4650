package vmail.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.report.run.Acceptance;
import vmail.report.run.AuditOrder;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

/** The ninetieth night of a company with so many findings, the same whenever it is asked. */
final class BusyNight implements RunContents {

    private static final Instant NIGHT = Instant.parse("2026-11-21T03:00:00Z");
    private static final String[] NAMES = {
        "Albert Onestone", "Seven of Nine", "Jean-Luc Picard", "Beverly Crusher", "Geordi La Forge", "Deanna Troi"
    };

    private static final String[] FOLDERS = {
        "Time travel weekly", "Warp core", "Holodeck bookings", "Ten Forward", "Prime directive", "Away teams"
    };

    /** Some are more frequent than others. */
    private static final String KINDS = "01023040103";

    private final List<RunFinding> findings = new ArrayList<>();
    private final List<RunFinding> gone = new ArrayList<>();
    private final String verdict;

    BusyNight(int number) {
        for (int i = 0; i < number; i++) {
            findings.add(finding(i, i % 9 == 8 ? FindingState.ACCEPTED : i % 4 == 0 ? FindingState.NEW : standing(i)));
        }
        for (int i = 0; i < number / 10; i++) {
            gone.add(finding(i + 7, FindingState.FIXED));
        }
        findings.sort(AuditOrder.INSTANCE);
        verdict = number == 0 ? "clean" : "findings";
    }

    private static FindingState standing(int i) {
        return i % 23 == 22 ? FindingState.EXPIRED : FindingState.STANDING;
    }

    private static RunFinding finding(int i, FindingState state) {
        String name = NAMES[i % NAMES.length] + (i < NAMES.length ? "" : " " + i);
        String dn = "cn=" + name + ",ou=Tokelau,o=company";
        String store = "/vmail/" + name.toLowerCase(Locale.ROOT).replace(' ', '.') + "/Maildir";
        String id = String.format("%012x", 0x89245b6984baL + 7919L * i);
        Instant first = state == FindingState.NEW ? NIGHT : NIGHT.minus(Duration.ofDays(1 + i % 60));
        Optional<Acceptance> acceptance = state == FindingState.ACCEPTED || state == FindingState.EXPIRED
                ? Optional.of(new Acceptance(
                        "moves to the new office",
                        LocalDate.of(2026, state == FindingState.EXPIRED ? 11 : 12, 20),
                        "root",
                        NIGHT.minus(Duration.ofDays(9))))
                : Optional.empty();
        return switch (KINDS.charAt(i % KINDS.length())) {
            case '0' ->
                with(
                        id,
                        "maildir-present",
                        Severity.ERROR,
                        Effect.NOLOGIN,
                        Mending.AUTOMATIC,
                        dn,
                        store,
                        "",
                        "maildir " + store + " is missing",
                        "Run vmail make-stores",
                        0,
                        state,
                        first,
                        acceptance);
            case '1' ->
                with(
                        id,
                        "unique-mail",
                        Severity.ERROR,
                        Effect.LOST,
                        Mending.BY_HAND,
                        dn,
                        "",
                        "seven@mydomain.nl",
                        "mail seven@mydomain.nl is also the mail of cn=Kathryn Janeway,ou=Tokelau,o=company (directory);"
                                + " Postfix 3.7 accepts such mail and delivers it to nobody",
                        "Give each account a mail of its own and put the common address into mailAlternateAddress of each",
                        i % 40,
                        state,
                        first,
                        acceptance);
            case '2' ->
                with(
                        id,
                        "maildir-private",
                        Severity.WARNING,
                        Effect.LEAKED,
                        Mending.AUTOMATIC,
                        dn,
                        store,
                        "",
                        store + " has mode 0755, expected 0700",
                        "Run vmail repair",
                        0,
                        state,
                        first,
                        acceptance);
            case '3' ->
                with(
                        id,
                        "delivery-link-present",
                        Severity.ERROR,
                        Effect.BOUNCED,
                        Mending.AUTOMATIC,
                        "cn=Time travel weekly " + i + ",ou=Tokelau,o=company",
                        "/vmail/shared/timetravel.weekly." + i + "/incoming",
                        "",
                        "link /vmail/shared/timetravel.weekly." + i + "/incoming is missing",
                        "Run vmail make-stores",
                        i % 7,
                        state,
                        first,
                        acceptance);
            default ->
                with(
                        id,
                        "orphan-maildir",
                        Severity.NOTE,
                        Effect.NONE,
                        Mending.PLANNED,
                        "",
                        "/vmail/a.very.long.name.of.somebody.who.left.years.ago.and.whose.mail.was.kept." + i
                                + "/Maildir",
                        "",
                        "no account of the directory names it",
                        "Look whose mail it is: find /vmail/a.very.long.name.of.somebody.who.left.years.ago.and.whose.mail.was.kept."
                                + i + "/Maildir -type f | head",
                        0,
                        state,
                        first,
                        acceptance);
        };
    }

    private static RunFinding with(
            String id,
            String rule,
            Severity severity,
            Effect effect,
            Mending mending,
            String dn,
            String place,
            String about,
            String message,
            String remedy,
            long messages,
            FindingState state,
            Instant first,
            Optional<Acceptance> acceptance) {
        long nights = 1 + Duration.between(first, NIGHT).toDays();
        return new RunFinding(
                id,
                rule,
                severity,
                effect,
                mending,
                "directory",
                dn,
                place,
                about,
                message,
                remedy,
                messages,
                dn.isEmpty() ? "" : "cn=admin,o=company",
                dn.isEmpty() ? Optional.empty() : Optional.of(first.minusSeconds(3_600)),
                state,
                first,
                NIGHT,
                nights,
                acceptance);
    }

    @Override
    public RunHead head() {
        Map<Effect, Long> effects = new EnumMap<>(Effect.class);
        Map<Severity, Long> severities = new EnumMap<>(Severity.class);
        Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
        findings.forEach(each -> {
            effects.merge(each.effect(), 1L, Long::sum);
            severities.merge(each.severity(), 1L, Long::sum);
            states.merge(each.state(), 1L, Long::sum);
        });
        states.put(FindingState.FIXED, (long) gone.size());
        long messages = findings.stream().mapToLong(RunFinding::messages).sum();
        long affected = findings.stream()
                .filter(each -> each.effect() != Effect.NONE)
                .map(RunFinding::whom)
                .distinct()
                .count();
        Comparison comparison = new Comparison(true, states, severities, affected, effects, messages);
        RunSummary run = new RunSummary(
                        "20261121-030000-audit",
                        "audit",
                        "done",
                        NIGHT,
                        Optional.of(NIGHT.plusSeconds(9)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(verdict),
                        1_204,
                        0,
                        severities,
                        effects,
                        List.of())
                .audited(
                        "/vmail and ldap://localhost, accounts below ou=tokelau,o=company, domains below"
                                + " ou=postfix,ou=system,o=company",
                        Map.of("people-with-shared-folders", 212L, "shared-folders-with-readers", 31L));
        return new RunHead(run, List.of(), comparison);
    }

    @Override
    public void findings(Consumer<RunFinding> out) {
        findings.forEach(out);
    }

    @Override
    public void fixed(Consumer<RunFinding> out) {
        gone.forEach(out);
    }

    @Override
    public List<FolderAccess> access() {
        List<FolderAccess> folders = new ArrayList<>();
        for (int folder = 0; folder < Math.min(20, 1 + findings.size() / 4); folder++) {
            List<String> people = new ArrayList<>();
            for (int person = 0; person < 14; person++) {
                if ((person + 2) * (folder + 1) % 5 < 2) {
                    people.add("cn=" + NAMES[person % NAMES.length] + (person < NAMES.length ? "" : " " + person)
                            + ",ou=Tokelau,o=company");
                }
            }
            String name = FOLDERS[folder % FOLDERS.length] + (folder < FOLDERS.length ? "" : " " + folder);
            folders.add(new FolderAccess("cn=" + name + ",ou=Tokelau,o=company", 31 - folder, people));
        }
        return folders;
    }

    @Override
    public List<TrendPoint> trend() {
        List<TrendPoint> points = new ArrayList<>();
        for (int night = 1; night < 90; night++) {
            Instant at = NIGHT.minus(Duration.ofDays(90 - night));
            Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
            states.put(FindingState.NEW, night % 7L);
            states.put(FindingState.STANDING, 30 + (night * 13L) % 17 - night / 9);
            states.put(FindingState.FIXED, night % 5L * (night % 2));
            points.add(new TrendPoint(
                    "run-" + night, at, new Comparison(true, states, Map.of(), night % 9, Map.of(), 0), Map.of()));
        }
        RunHead head = head();
        points.add(new TrendPoint(
                head.run().id(), NIGHT, head.comparison(), head.run().effects()));
        return points;
    }
}
