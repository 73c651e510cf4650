package vmail.store;

import java.nio.file.Path;

/** A maildir that holds shared folders, as {@code maildirmake -S D}: 0755; {@code cur}, {@code new}, {@code tmp} 0700. */
public record SharableMaildir(Path path) implements StoreItem {}
