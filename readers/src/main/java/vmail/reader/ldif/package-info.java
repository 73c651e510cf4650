/** Accounts from LDIF (RFC 2849) as people have it: pasted, exported, edited by hand. */
@NullMarked
package vmail.reader.ldif;

import org.jspecify.annotations.NullMarked;
