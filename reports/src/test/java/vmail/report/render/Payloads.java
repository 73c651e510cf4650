package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What slapd lets in and a report must not pass on (thirty of them). */
public final class Payloads {

    public static final List<String> ALL = List.of(
            "\u001b[31mred",
            "\u001b[2J\u001b[H",
            "\u001b]0;title\u0007",
            "\u001b]8;;http://evil/\u001b\\link",
            "\u001bPq\u001b\\",
            "\u009b31mred",
            "\u009d0;title\u009c",
            "nul\0nul",
            "back\b\b\b\bspace",
            "bell\u0007",
            "form\ffeed",
            "vertical\u000btab",
            "over\rwritten",
            "two\nlines",
            "two\r\nlines",
            "a\ttab",
            "del\u007f",
            "next\u0085line",
            "shift\u000e\u000f",
            "line\u2028separator",
            "paragraph\u2029separator",
            "gnp.\u202egnp.exe",
            "\u202a\u202b\u202c\u202d",
            "\u2066\u2067\u2068\u2069",
            "left\u200eright\u200f\u061c",
            "zero\u200bwidth\u200c\u200d",
            "\ufeffbom",
            "high \ud83d alone",
            "low \ude00 alone",
            "tag \udb40\udc41");

    private Payloads() {}

    /** Fails when a terminal would obey any of these bytes. */
    public static void assertInert(byte[] report) {
        String text = new String(report, StandardCharsets.UTF_8);
        assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
        assertThat(text.chars().filter(c -> c >= 0x7F && c <= 0x9F)).isEmpty();
        assertThat(text)
                .doesNotContainPattern("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\u061c\ufeff\ufffd\ud800-\udfff]");
    }
}
