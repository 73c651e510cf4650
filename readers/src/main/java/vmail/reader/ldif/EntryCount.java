package vmail.reader.ldif;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.TextLine;

/** Compares the entries of a file with the {@code # numEntries: 13} that ldapsearch(1) writes behind them. */
final class EntryCount {

    private static final Pattern COUNT = Pattern.compile("# numEntries: ([0-9]{1,9})\\s*");

    private final String file;
    private final List<Problem> notes = new ArrayList<>();
    private long entries;

    EntryCount(String file) {
        this.file = file;
    }

    /** A block without dn, such as the footer itself, is no entry. */
    void block(LdifLine first) {
        entries += first.text().regionMatches(true, 0, "dn:", 0, 3) ? 1 : 0;
    }

    void comment(TextLine line) {
        Matcher matcher = COUNT.matcher(line.text());
        if (!matcher.matches()) {
            return;
        }
        long said = Long.parseLong(matcher.group(1));
        if (said != entries) {
            notes.add(new Problem(
                    new SourceLine(file, line.number()),
                    "ldapsearch found %d entries, but %d stand above".formatted(said, entries),
                    "Export again if some are missing"));
        }
        // several exports may stand in one file
        entries = 0;
    }

    List<Problem> notes() {
        return List.copyOf(notes);
    }
}
