/** The whole mail system: what vmail made is what Postfix delivers to and Courier serves. */
@NullMarked
package vmail.mail;

import org.jspecify.annotations.NullMarked;
