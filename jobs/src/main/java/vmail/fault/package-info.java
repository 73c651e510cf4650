/**
 * Everything that can be wrong between directory and disk, made on purpose in a mail system of its own: what tests, the demo and
 * administrators who learn play on.
 *
 * <pre>
 * DIR/
 *   vmail/             the mail base, as Postfix and Courier leave it
 *   workspace/         the embedded directory, and what an audit keeps
 *   vmail.properties   settings, for every command of vmail
 *   answers.txt        what an audit must find, written by vmail faults
 * </pre>
 */
@NullMarked
package vmail.fault;

import org.jspecify.annotations.NullMarked;
