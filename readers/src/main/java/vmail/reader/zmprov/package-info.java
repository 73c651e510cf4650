/** Accounts from what {@code zmprov -l gaa -v} of Zimbra prints: text that looks like LDIF but is none. */
@NullMarked
package vmail.reader.zmprov;

import org.jspecify.annotations.NullMarked;
