package vmail.repair;

import java.util.List;

/** What was named is no finding now, or several. */
public final class UnknownFinding extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownFinding(String id, List<String> several) {
        super(
                several.isEmpty()
                        ? "no finding " + id + " now; vmail repair --dry-run lists those that can be named"
                        : id + " may be " + String.join(" or ", several) + "; give more of it");
    }
}
