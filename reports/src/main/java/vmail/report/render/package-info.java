/**
 * Findings and figures as text, CSV and JSON, each safe to look at in a terminal or a spreadsheet.
 *
 * <pre>
 * WORKSPACE/runs/&lt;id&gt;/       0700
 *   summary.txt             0600  the findings and the figures, for people
 *   run.jsonl               0600  the run as a whole, which the others are made from ({@link RunFileWriter} tells its form)
 *   findings.csv            0600  one line per finding
 *   report.html             0600  of an audit: all that for a browser ({@link vmail.report.html.HtmlReport})
 *   findings.json           0600  one object
 *   paths/                  0700  of an audit: paths for other programs ({@link PathLists} tells their form)
 *   rejected.csv|ldif       0600  records to correct and feed back, when there are any
 *   .findings.csv.part ...        what a run that has not ended writes
 * </pre>
 */
@NullMarked
package vmail.report.render;

import org.jspecify.annotations.NullMarked;
