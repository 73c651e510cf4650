/** Directory against disk, both directions: what stays unpaired, or differs, is the finding. */
@NullMarked
package vmail.report.audit;

import org.jspecify.annotations.NullMarked;
