package vmail.store;

import java.nio.file.Path;

/**
 * The symbolic link through which Postfix delivers into a shared folder. Where it is missing Postfix makes a real directory
 * there, which nobody reads.
 *
 * @param target absolute, the folder in the sharable maildir
 */
public record DeliveryLink(Path path, Path target) implements StoreItem {}
