package vmail.doctor;

import java.util.List;
import vmail.lab.Json;
import vmail.lab.Ran;

/** What vmail doctor says with {@code --format json}. */
record Diagnosis(Json json) {

    static Diagnosis of(Ran ran) {
        return new Diagnosis(Json.of(ran.out()));
    }

    /** The rules that do not hold. */
    List<String> problems() {
        return with("problem");
    }

    List<String> unknown() {
        return with("unknown");
    }

    List<String> ok() {
        return with("ok");
    }

    /** All findings as they would be printed, without their place. */
    List<String> messages() {
        return json.list("checks").stream()
                .flatMap(check -> check.list("findings").stream())
                .map(finding -> finding.text("message"))
                .toList();
    }

    private List<String> with(String verdict) {
        return json.list("checks").stream()
                .filter(check -> check.text("verdict").equals(verdict))
                .map(check -> check.text("check"))
                .distinct()
                .toList();
    }
}
