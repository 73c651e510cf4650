package vmail.store;

import java.nio.file.Path;

/**
 * A folder of a sharable maildir, as {@code maildirmake -s write -f NAME D}: {@code D/.NAME} 1755; {@code cur}, {@code new},
 * {@code tmp} 1777; an empty {@code maildirfolder} 0600.
 */
public record SharedFolder(Path maildir, String name) implements StoreItem {

    @Override
    public Path path() {
        return maildir.resolve("." + name);
    }
}
