/** The page is tested as text here; what a browser makes of it is tested with the command line. */
@NullMarked
package vmail.report.html;

import org.jspecify.annotations.NullMarked;
