/** What a file holds, before anything is made of it. */
@NullMarked
package vmail.inspect;

import org.jspecify.annotations.NullMarked;
