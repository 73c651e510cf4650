/** Files with accounts: opened once, recognised by content, read record by record. */
@NullMarked
package vmail.reader.source;

import org.jspecify.annotations.NullMarked;
