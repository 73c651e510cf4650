package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Moves what Courier keeps of an opened shared folder to the quarantine; of a folder that is still shared it makes that anew. */
record Opened() implements Act {

    private static final String OPENED = "shared-folders";

    @Override
    public Proposal propose(Case found) throws IOException, InTheWay {
        Path place = found.place();
        Optional<Standing> standing = found.disk().look(place);
        if (standing.isEmpty()) {
            return new Proposal.Gone();
        }
        if (StreamSupport.stream(place.spliterator(), false)
                .noneMatch(name -> name.toString().equals(OPENED))) {
            return new Proposal.Decision("it is none of Courier's copies");
        }
        return found.named()
                ? new Proposal.Work(
                        Displacement.of(found, place, standing.get()).stages(), List::of)
                : new Proposal.Named("");
    }
}
