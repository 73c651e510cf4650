/**
 * What runs found, kept from night to night: a hint and a history, never the truth, which is in the directory.
 *
 * <pre>
 * WORKSPACE/
 *   vmail.mv.db      0600  runs and findings, and Spring Batch's tables
 *   vmail.version    0600  says that vmail.mv.db has been made; a workspace with this file and without the other is damaged
 *   vmail.new.mv.db        vmail.mv.db while it is made; what a killed run left of it is removed
 * </pre>
 */
@NullMarked
package vmail.report.findings;

import org.jspecify.annotations.NullMarked;
