/**
 * Configuration of slapd, Postfix and Courier that fits this mail system (howto 1.9, 2, 3), in today's syntax.
 *
 * <pre>
 * FOLDER/
 *   main.cf                                  settings for Postfix's main.cf
 *   mailboxes.cf  aliases.cf  domains.cf     what Postfix asks the directory (0640: hold the reader's password)
 *   authldaprc                               what Courier asks the directory (0640: holds it too)
 *   authdaemonrc                             which modules Courier's authdaemond uses
 *   slapd.conf    qmail.schema               a directory server that can start
 *   rootpw.conf                              the hashed password of its rootdn (0640)
 *   qmail.ldif                               the same schema for a server that is configured through cn=config
 * </pre>
 */
@NullMarked
package vmail.writer.configuration;

import org.jspecify.annotations.NullMarked;
