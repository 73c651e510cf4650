package vmail.report.findings;

import java.nio.file.Path;
import vmail.report.Samples;

/** A process to kill: commits runs named 1, 2, 3 ... and says each number once it is committed. */
final class CommitsForEver {

    private CommitsForEver() {}

    public static void main(String[] arguments) {
        try (WorkspaceDatabase database = WorkspaceDatabase.open(Path.of(arguments[0]))) {
            RunStore runs = new RunStore(database.dataSource());
            for (int number = 1; number > 0; number++) {
                runs.start(String.valueOf(number), "audit", Samples.MORNING);
                System.out.println(number);
            }
        }
    }
}
