package vmail.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vmail.settings.Settings;
import vmail.store.Owner;

/** Whom mail belongs to: the owner of the settings, else who runs vmail. */
final class MailOwner {

    static final String NOT_KNOWN = "root runs vmail and the mail owner is not known; give --owner USER";

    private MailOwner() {}

    /** Empty for root without {@code --owner}: root owns no mail. */
    static Optional<Owner> of(Settings settings) throws IOException {
        if (settings.owner().isPresent()) {
            return settings.owner();
        }
        Path self = Path.of("/proc/self");
        int uid = (Integer) Files.getAttribute(self, "unix:uid");
        return uid == 0
                ? Optional.empty()
                : Optional.of(new Owner(uid, (Integer) Files.getAttribute(self, "unix:gid")));
    }
}
