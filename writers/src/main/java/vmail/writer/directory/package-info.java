/**
 * Brings the directory to what the sources say: looks, notes the change and its inverse, then writes.
 *
 * <pre>
 * WORKSPACE/runs/ID/
 *   changes.ldif   every change, before it is made (0600: holds passwords as they are stored)
 *   undo.ldif      the inverse of each, to be applied from the end
 * </pre>
 */
@NullMarked
package vmail.writer.directory;

import org.jspecify.annotations.NullMarked;
