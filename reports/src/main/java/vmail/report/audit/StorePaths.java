package vmail.report.audit;

import java.nio.file.Path;

/** Who wants to know what an audit saw of paths that no finding is about. */
public interface StorePaths {

    /** For an audit of which nobody does. */
    StorePaths NOBODY = new StorePaths() {

        @Override
        public void sound(Path path) {
            // not told
        }

        @Override
        public void unseen(Path path) {
            // not told
        }
    };

    /** An account must have it on disk, and it was seen there as it must be. */
    void sound(Path path);

    /** It could not be looked at, so nothing is known of it. */
    void unseen(Path path);
}
