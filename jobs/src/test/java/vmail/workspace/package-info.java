/** Tests of what is kept between runs. */
@NullMarked
package vmail.workspace;

import org.jspecify.annotations.NullMarked;
