/**
 * Where vmail keeps what it knows between runs.
 *
 * <pre>
 * vmail-workspace/          0700
 *   vmail.mv.db             runs, findings and the job repository (H2)
 *   directory.ldif          the embedded directory, where that is used
 *   runs/&lt;id&gt;/              run.jsonl, summary.txt, findings.csv, findings.json, rejected.*, changes.ldif, undo.ldif
 * </pre>
 */
@NullMarked
package vmail.workspace;

import org.jspecify.annotations.NullMarked;
