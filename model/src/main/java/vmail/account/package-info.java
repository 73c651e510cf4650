/** Records of a source or of the directory, and the accounts they describe. */
@NullMarked
package vmail.account;

import org.jspecify.annotations.NullMarked;
