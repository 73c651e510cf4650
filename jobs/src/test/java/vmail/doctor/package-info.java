/** Sound set-ups, in which vmail doctor finds nothing, and such with one thing wrong, in which it finds that. */
@NullMarked
package vmail.doctor;

import org.jspecify.annotations.NullMarked;
