/** The audit on a directory in memory and a disk of its own. */
@NullMarked
package vmail.check;

import org.jspecify.annotations.NullMarked;
