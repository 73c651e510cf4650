/**
 * The configuration of Postfix and Courier as their programs read it: {@code main.cf} with its ldap tables, {@code authldaprc}
 * with {@code authdaemonrc}. Passwords in them never come into a text.
 */
@NullMarked
package vmail.reader.configuration;

import org.jspecify.annotations.NullMarked;
