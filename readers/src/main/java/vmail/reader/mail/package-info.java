/**
 * The messages of accounts, counted without changing or reading them, slowly enough for a server at work.
 *
 * <pre>
 * {@link vmail.reader.mail.MailReader}      one account's mail
 *   FolderLook                              one folder: cur, new, tmp, file by file
 *     Twins                                 messages that are in it twice
 *   UidListLook, QuotaLook                  courierimapuiddb, maildirsize
 * OpenDirectory                             opens, lists and looks; never through a link
 * {@link vmail.reader.mail.Pace}            so many looks a second
 * </pre>
 *
 * A file that vanishes between its name and a look at it has been delivered, read or deleted meanwhile: it has never been there.
 */
@NullMarked
package vmail.reader.mail;

import org.jspecify.annotations.NullMarked;
