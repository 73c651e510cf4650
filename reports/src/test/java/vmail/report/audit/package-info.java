/** Tests of the audit with states given by hand. */
@NullMarked
package vmail.report.audit;

import org.jspecify.annotations.NullMarked;
