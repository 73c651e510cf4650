/**
 * The report of a run as one HTML page that needs nothing else: no network, no script to be read, no other file.
 *
 * <p>The templates are in {@code src/main/jte}; the build makes the classes of {@code vmail.report.html.template} of them, so
 * that a name that does not exist fails the build and no template is read at run time. What they show is public for them alone. {@code report.css} and {@code report.js} beside this package become parts
 * of the page, which names their hashes in its content security policy.
 */
@NullMarked
package vmail.report.html;

import org.jspecify.annotations.NullMarked;
