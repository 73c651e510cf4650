package vmail.report.findings;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many digits of the fingerprints tell the findings of a run apart, those that are fixed included. */
record IdDigits(JdbcTemplate jdbc) {

    /** Enough for all but one in a thousand runs with a million findings. */
    private static final int LEAST = 12;

    int of(Night night) {
        AtomicInteger digits = new AtomicInteger(LEAST);
        AtomicReference<String> last = new AtomicReference<>("");
        jdbc.query(
                "select fingerprint from finding where run_id in (?, ?) order by fingerprint",
                row -> {
                    String next = row.getString("fingerprint");
                    String before = last.getAndSet(next);
                    if (!next.equals(before)) {
                        digits.accumulateAndGet(common(before, next) + 1, Math::max);
                    }
                },
                night.run().id(),
                night.before());
        return digits.get();
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < one.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
