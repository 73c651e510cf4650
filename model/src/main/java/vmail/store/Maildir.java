package vmail.store;

import java.nio.file.Path;

/** A person's maildir as {@code maildirmake D} makes it: itself, {@code cur}, {@code new} and {@code tmp}, all 0700. */
public record Maildir(Path path) implements StoreItem {}
