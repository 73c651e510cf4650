/** The HTML report as a real browser shows it, at the widths of a phone, a tablet and a desk, in light and dark. */
@NullMarked
package vmail.browser;

import org.jspecify.annotations.NullMarked;
