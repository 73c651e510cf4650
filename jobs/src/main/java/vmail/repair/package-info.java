/**
 * How findings are put right: {@link vmail.repair.Acts} says what is done about which rule, an {@link vmail.repair.Act} looks at
 * directory and disk as they are now and proposes changes, {@link vmail.repair.Repairing} has them made.
 */
@NullMarked
package vmail.repair;

import org.jspecify.annotations.NullMarked;
