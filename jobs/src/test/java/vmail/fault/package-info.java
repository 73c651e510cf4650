/** The fault kit against the audit: what was made wrong is found, and nothing else. */
@NullMarked
package vmail.fault;

import org.jspecify.annotations.NullMarked;
