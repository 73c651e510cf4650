/** What Postfix and Courier ask the directory: one definition for what is rendered, checked and explained. */
@NullMarked
package vmail.lookup;

import org.jspecify.annotations.NullMarked;
