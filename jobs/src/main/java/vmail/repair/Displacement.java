package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vmail.writer.repair.Census;
import vmail.writer.repair.Change;
import vmail.writer.repair.Quarantine;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Moves a thing to the quarantine.
 *
 * @param at where it will be
 * @param stages one change each
 */
record Displacement(Path at, List<List<Change>> stages) {

    /** @param stays what is in it when all is done, for the manifest */
    static Displacement of(Case found, Path thing, Standing standing, Census stays) throws IOException, InTheWay {
        Quarantine.Admission admission =
                found.site().quarantine().admit(thing, standing, found.finding().rule(), stays);
        return new Displacement(
                admission.at(), admission.changes().stream().map(List::of).toList());
    }

    static Displacement of(Case found, Path thing, Standing standing) throws IOException, InTheWay {
        return of(found, thing, standing, Census.of(found.disk(), thing));
    }
}
