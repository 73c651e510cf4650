package vmail.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import vmail.lab.Program;
import vmail.lab.Shell;
import vmail.lab.Site;

/** The commands of the howto's makeMailMessageStoreDirs (1.8) for the howto's accounts, done by Courier's own program. */
final class Maildirmake {

    private static final String SCRIPT = """
            set -e; umask 022; cd /
            for person in albert.onestone seven.of.nine; do
              mkdir -p "$1/$person"
              %1$s "$1/$person/Maildir"
            done
            mkdir "$1/shared" "$1/shared.maildirs"
            M="$1/shared.maildirs/timetravel.weekly"
            %1$s -S "$M"
            for box in incoming past.editions future.editions; do %1$s -s write -f $box "$M"; done
            mkdir -p "$1/shared/timetravel.weekly"
            ln -s "$M/.incoming" "$1/shared/timetravel.weekly/incoming"
            for person in albert.onestone seven.of.nine; do
              %1$s --add "Timetravel_weekly=$M" "$1/$person/Maildir"
            done
            """.formatted(Program.MAILDIRMAKE.path());

    private Maildirmake() {}

    static void make(Site site) throws IOException, InterruptedException {
        Program.MAILDIRMAKE.assumeInstalled();
        Path base = site.mailBase();
        Shell.asMailOwner(SCRIPT, base.toString());
    }
}
