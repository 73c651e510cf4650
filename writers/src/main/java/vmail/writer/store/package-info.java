/**
 * Makes stores as Courier's maildirmake does, in pure Java, without ever following a symbolic link below the mail base.
 *
 * <pre>
 * /vmail                                mail base, held open
 *   .vmail-staging                      0700, while something is being made
 *     1/albert.onestone/Maildir/...     built here, then moved to /vmail/albert.onestone in one step
 * </pre>
 */
@NullMarked
package vmail.writer.store;

import org.jspecify.annotations.NullMarked;
