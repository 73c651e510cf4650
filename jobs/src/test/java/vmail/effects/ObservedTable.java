package vmail.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of the project's documents, as this run has seen it. */
final class ObservedTable {

    private static final Path COMMITTED = Path.of("../sample-data/effects/OBSERVED.md");
    private static final Path SEEN = Path.of("target/observed-effects.md");

    private static final String HEAD = """
            # What bad data and damaged folders do to mail

            Written by the tests (`vmail.effects`), which bring a running slapd, Postfix and Courier-IMAP into each state, ask
            `vmail audit`, send mail, log in, and carry out the remedies that the findings print. What they see must be what stands
            here. Seen with slapd 2.5, Postfix 3.7, Courier-IMAP 5.0.

            | state of directory or disk | rule | effect | Postfix did | Courier showed | cured by the remedies of |
            |---|---|---|---|---|---|
            """;

    private final List<String> lines = new ArrayList<>();

    void add(Row row, Observed observed, String cure) {
        String rule = row.isSilent() ? "(the audit is silent)" : row.rule();
        lines.add("| %s | %s | %s | %s | %s | %s |"
                .formatted(row.state(), rule, row.effect(), observed.postfix(), observed.courier(), cure));
    }

    int size() {
        return lines.size();
    }

    /** The difference is shown line by line. */
    void compare() throws IOException {
        Files.writeString(SEEN, HEAD + String.join("\n", lines) + "\n");
        assertThat(SEEN).as("the table of this run; if it is right, copy it").hasSameTextualContentAs(COMMITTED);
    }
}
