/** Reads sources and judges every record, before anything is written; needs no Spring. */
@NullMarked
package vmail.check;

import org.jspecify.annotations.NullMarked;
