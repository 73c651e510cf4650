package vmail.report.findings;

import java.util.Objects;
import vmail.report.run.Comparison;
import vmail.report.run.RunHead;

/** What a run came to beside the nights before, in the run's row and its tallies. */
record ComparisonRow(RunTallies tallies) {

    /** Into the row that is there; within the caller's transaction. */
    void keep(RunHead head) {
        Comparison comparison = head.comparison();
        tallies.jdbc()
                .update(
                        "update run set conclusive = ?, affected = ?, messages = ? where id = ?",
                        comparison.conclusive(),
                        comparison.affected(),
                        comparison.messages(),
                        head.run().id());
        tallies.keep(head);
    }

    Comparison of(String run) {
        return Objects.requireNonNull(tallies.jdbc()
                .queryForObject(
                        "select conclusive, affected, messages from run where id = ?",
                        (row, number) -> new Comparison(
                                row.getBoolean("conclusive"),
                                tallies.states(),
                                tallies.open(),
                                row.getLong("affected"),
                                tallies.people(),
                                row.getLong("messages")),
                        run));
    }
}
