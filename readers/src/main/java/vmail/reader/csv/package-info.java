/** Accounts from tables with a header row, one account per row. */
@NullMarked
package vmail.reader.csv;

import org.jspecify.annotations.NullMarked;
