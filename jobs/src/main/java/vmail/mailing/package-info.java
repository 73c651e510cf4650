/** The report of an audit as mail, by way of the host's own sendmail, when something has changed. */
@NullMarked
package vmail.mailing;

import org.jspecify.annotations.NullMarked;
