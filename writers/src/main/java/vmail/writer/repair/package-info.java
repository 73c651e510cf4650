/**
 * Single changes of disk and directory that look before they act, each with the change that takes it back, and the journal that
 * has them before they happen.
 *
 * <pre>
 * /vmail                            mail base
 *   .vmail-quarantine               0700, what repair has moved out of the way
 *     20261122-191501-repair        the run that did it
 *       1                           the thing itself
 *       1.json                      where it was, since when, why, how much mail it holds
 * </pre>
 */
@NullMarked
package vmail.writer.repair;

import org.jspecify.annotations.NullMarked;
