/** Tests of the store writer on real directories. */
@NullMarked
package vmail.writer.store;

import org.jspecify.annotations.NullMarked;
