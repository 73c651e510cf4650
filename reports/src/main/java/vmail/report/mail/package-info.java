/**
 * Judges what was seen of an account's mail.
 *
 * <pre>
 * {@link vmail.report.mail.MailAuditor}   findings of one account
 *   OddityFindings                        single files that no mail program leaves so
 *   UseFindings                           mail that nobody opens
 *   QuotaFindings                         maildirsize
 * {@link vmail.report.mail.Limits}        how old and how much is too old and too much
 * </pre>
 */
@NullMarked
package vmail.report.mail;

import org.jspecify.annotations.NullMarked;
