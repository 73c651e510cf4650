package vmail.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.reader.disk.Place;
import vmail.report.audit.StoreAuditor;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.store.DiskObject;

/** Tells that something on disk belongs to no account, in the words of the audit. */
record Nobody(MailBase base) {

    void tell(DiskObject.Kind kind, Path path, String detail, Trail trail) {
        tell(kind, path, detail, trail, new StoreAuditor(base));
    }

    /** As far as the auditor knows accounts. */
    void tell(DiskObject.Kind kind, Path path, String detail, Trail trail, StoreAuditor auditor) {
        List<Finding> findings = new ArrayList<>();
        auditor.disk(new DiskObject(kind, path, detail), findings::add);
        Effect effect = findings.isEmpty() ? Effect.NONE : findings.get(0).effect();
        trail.fault(
                effect,
                "owner",
                kind == DiskObject.Kind.COMMA
                        ? "nobody reads below " + new DiskPath(path)
                        : "no account has " + new DiskPath(path),
                findings);
    }

    void unlessMissing(DiskObject.Kind kind, Path path, String detail, Place place, Trail trail) {
        boolean missing = place.kind() == Place.Kind.MISSING;
        if (missing || place.kind() == Place.Kind.UNKNOWN || kind == DiskObject.Kind.EMPTY) {
            trail.fault(
                    Effect.NONE, "owner", "no account has it" + (missing ? ", and nothing is there" : ""), List.of());
        } else {
            tell(kind, path, detail, trail);
        }
    }
}
