/** What one run did, in figures: the values that every report and the history are made of. */
@NullMarked
package vmail.report.run;

import org.jspecify.annotations.NullMarked;
