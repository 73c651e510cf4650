/**
 * Looks whether all is right around vmail before it writes: the directory server, the mail base, and the configuration of
 * Postfix and Courier. Reads only, and says nothing about what it could not see.
 */
@NullMarked
package vmail.doctor;

import org.jspecify.annotations.NullMarked;
