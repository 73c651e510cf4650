/**
 * Where vmail keeps what it knows between runs.
 *
 * <pre>
 * vmail-workspace/          0700
 *   vmail.mv.db             runs, findings and the job repository (H2)
 *   directory.ldif          the embedded directory, where that is used
 *   mail-owed-*             an audit that mails has begun, and its mail is not sent yet
 *   runs/&lt;id&gt;/              run.jsonl, summary.txt, findings.csv, findings.json, report.html, paths/, rejected.*,
 *                           changes.ldif, undo.ldif, journal.jsonl
 * </pre>
 */
@NullMarked
package vmail.workspace;

import org.jspecify.annotations.NullMarked;
