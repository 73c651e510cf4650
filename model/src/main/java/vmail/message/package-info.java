/**
 * What is in a maildir, counted: readers count it, the audit judges it.
 *
 * <pre>
 * {@link vmail.message.Mailbox}        whose mail, and where it lies
 *   {@link vmail.message.MailFacts}    what was seen there
 *     {@link vmail.message.FolderFacts}  of one folder
 *     {@link vmail.message.Oddity}       of single files, with the first few {@link vmail.message.Some names}
 *     {@link vmail.message.QuotaFile}    maildirsize
 * {@link vmail.message.MessageName}    the name of a message's file
 * {@link vmail.message.MessageMode}    its owner and mode
 * </pre>
 */
@NullMarked
package vmail.message;

import org.jspecify.annotations.NullMarked;
