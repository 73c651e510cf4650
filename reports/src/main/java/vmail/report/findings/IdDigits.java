package vmail.report.findings;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many digits of the fingerprints tell all findings apart that a scope has seen. */
record IdDigits(JdbcTemplate jdbc) {

    /** Enough but for one in five hundred scopes with a million findings. */
    private static final int LEAST = 12;

    private static final int PAGE = 2000;

    int of(Night night) {
        int digits = LEAST;
        String last = "";
        List<String> page = after(last, night);
        while (!page.isEmpty()) {
            for (String next : page) {
                digits = Math.max(digits, common(last, next) + 1);
                last = next;
            }
            page = after(last, night);
        }
        return digits;
    }

    /** By the primary key, so that nothing is sorted. */
    private List<String> after(String last, Night night) {
        return jdbc.queryForList(
                "select fingerprint from sighting where scope = ? and fingerprint > ? order by fingerprint limit "
                        + PAGE,
                String.class,
                night.scope(),
                last);
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < one.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
