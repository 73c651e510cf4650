/** What bad data and damaged folders really do to mail: each state brought about, named by the audit, shown by the servers, cured by the remedy. */
@NullMarked
package vmail.effects;

import org.jspecify.annotations.NullMarked;
