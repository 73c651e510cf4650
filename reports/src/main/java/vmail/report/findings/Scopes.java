package vmail.report.findings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What audits were asked to look at; audits of different scopes are not compared. */
record Scopes(JdbcTemplate jdbc) {

    /** That of a known scope, else a new one. */
    int number(String name) {
        if (known(name).isEmpty()) {
            jdbc.update("insert into scope (name, last_run) values (?, '')", name);
        }
        return known(name).get(0);
    }

    /** The last conclusive audit of a scope; empty when there was none. */
    Optional<String> lastRun(String name) {
        return known(name).stream()
                .map(this::lastRun)
                .filter(run -> !run.isEmpty())
                .findFirst();
    }

    private List<Integer> known(String name) {
        return jdbc.queryForList("select number from scope where name = ?", Integer.class, name);
    }

    /** The last conclusive audit; empty when there was none. */
    String lastRun(int scope) {
        return jdbc.queryForList("select last_run from scope where number = ?", String.class, scope).stream()
                .findFirst()
                .map(Objects::requireNonNull)
                .orElse("");
    }

    void conclude(Night night) {
        jdbc.update(
                "update scope set last_run = ? where number = ?", night.run().id(), night.scope());
    }
}
