package vmail.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.Place;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.MaildirShape;

/** From a {@code mailMessageStore} to the maildir, through links, as virtual(8) opens it and Courier changes into it. */
final class StoreRoute {

    private final MailBase base;
    private final DiskLook disk;
    private final Judge judge;

    StoreRoute(MailBase base, DiskLook disk, Judge judge) {
        this.base = base;
        this.disk = disk;
        this.judge = judge;
    }

    /** @return the maildir; empty when the way does not end at one, or could not be seen */
    Optional<Path> walk(Candidate account, String store, Trail trail) throws IncompleteRead {
        Judgement judgement = judge.of(account);
        List<Finding> findings = judgement.of(Topic.STORE);
        String asked = "store " + store;
        Optional<String> fault = MailStore.fault(store, base);
        if (fault.isPresent()) {
            unusable(store, fault.get(), findings, trail);
            return Optional.empty();
        }
        Place place = disk.at(MailStore.of(store, base).orElseThrow().path());
        place.links().stream()
                .distinct()
                .forEach(link -> trail.fine("link " + shown(link.at()), "points to " + shown(link.target())));
        String end = shown(place.end());
        switch (place.kind()) {
            case DIRECTORY -> trail.judged(asked, described(place), findings);
            case MISSING -> missing(place, asked, findings, trail);
            case NO_DIRECTORY ->
                trail.fault(
                        Effect.DEFERRED,
                        asked,
                        end + " is "
                                + place.attributes().map(DiskAttributes::kind).orElse("something else")
                                + ", not a directory",
                        findings);
            case OUTSIDE ->
                trail.fault(
                        Effect.LEAKED, asked, end + " leads out of " + base + "; not followed from there", findings);
            case LOOP -> trail.fault(Effect.DEFERRED, asked, end + " leads in a circle of links", findings);
            case UNKNOWN -> trail.unknown(asked, end + " can not be seen: " + place.words());
        }
        if (place.kind() != Place.Kind.UNKNOWN) {
            judgement.unseen().forEach(reason -> trail.unknown(asked, "not all can be seen: " + reason));
        }
        return place.kind() == Place.Kind.DIRECTORY ? Optional.of(place.end()) : Optional.empty();
    }

    private static void missing(Place place, String asked, List<Finding> findings, Trail trail) {
        String end = shown(place.end());
        if (place.links().isEmpty()) {
            trail.faultUnlessJudged(
                    Effect.NOLOGIN,
                    asked,
                    end + " is missing; Postfix makes it with the first message, if it may",
                    findings);
        } else {
            trail.fault(Effect.DEFERRED, asked, end + " is missing, and Postfix makes nothing behind a link", findings);
        }
    }

    private void unusable(String store, String fault, List<Finding> findings, Trail trail) {
        String asked = "store " + store;
        if (MailStore.of(store + "/", base).isEmpty()) {
            trail.fault(
                    Effect.LOST,
                    asked,
                    fault
                            + (store.startsWith("/")
                                    ? "; not looked at"
                                    : "; Postfix takes it as below /, Courier as no place at all"),
                    findings);
            return;
        }
        Place place = disk.at(MailStore.of(store + "/", base).orElseThrow().path());
        switch (place.kind()) {
            case DIRECTORY ->
                trail.fault(
                        Effect.DEFERRED,
                        asked,
                        fault + ", so Postfix opens it as an mbox file: \"Is a directory\"",
                        findings);
            case UNKNOWN -> trail.unknown(asked, shown(place.end()) + " can not be seen: " + place.words());
            default ->
                trail.fault(
                        Effect.UNSEEN,
                        asked,
                        fault + ", so Postfix writes an mbox file, which Courier does not read",
                        findings);
        }
    }

    private String described(Place place) {
        DiskAttributes found = place.attributes().orElseThrow();
        return shown(place.end()) + " " + parts(place.end()) + ", belongs to " + found.uid() + ":" + found.gid()
                + ", mode " + found.permissionsText();
    }

    /** What of a maildir is there, for people; faults of it are findings. */
    private String parts(Path maildir) {
        List<String> there = new ArrayList<>();
        try {
            for (String part : MaildirShape.PARTS) {
                if (disk.look(maildir.resolve(part))
                        .filter(DiskAttributes::isDirectory)
                        .isPresent()) {
                    there.add(part);
                }
            }
        } catch (java.io.IOException e) {
            return "can not be looked into (" + Errno.words(e) + ")";
        }
        if (there.size() == MaildirShape.PARTS.size()) {
            return "is a maildir";
        }
        String missing = MaildirShape.PARTS.stream()
                .filter(part -> !there.contains(part))
                .collect(Collectors.joining(", "));
        return "is a directory without " + missing;
    }

    private static String shown(Path path) {
        return new DiskPath(path).toString();
    }
}
