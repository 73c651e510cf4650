/** Tests of counting mail. */
@NullMarked
package vmail.reader.mail;

import org.jspecify.annotations.NullMarked;
