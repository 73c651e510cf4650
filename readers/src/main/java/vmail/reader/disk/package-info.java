/**
 * The disk below the mail base, looked at without changing it and without following a symbolic link.
 *
 * <pre>
 * {@link vmail.reader.disk.StoreInspector}   is this item there, and as it must be?
 * {@link vmail.reader.disk.StoreWalker}      what is there at all?
 * </pre>
 */
@NullMarked
package vmail.reader.disk;

import org.jspecify.annotations.NullMarked;
