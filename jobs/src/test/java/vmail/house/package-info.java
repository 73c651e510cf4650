/** The rules of the house: how large files may be, who may know whom, what no code may call. */
@NullMarked
package vmail.house;

import org.jspecify.annotations.NullMarked;
