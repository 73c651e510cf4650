/**
 * The directory as it is now: its accounts and accepted domains, read whole or refused as incomplete.
 *
 * <p>From an incomplete read nothing may be concluded about what is absent: the default size limit of slapd hides all
 * accounts behind the five hundredth, and their maildirs would look like orphans.
 */
@NullMarked
package vmail.reader.directory;

import org.jspecify.annotations.NullMarked;
