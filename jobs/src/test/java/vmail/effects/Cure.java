package vmail.effects;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.lab.Json;

/** Carries out what findings say, until the audit has none but those that the row accepts. */
record Cure(Stage stage, Row row) {

    private static final int STEPS = 8;
    private static final Pattern COMMAND = Pattern.compile(
            "(?:\\b[Rr]un(?: as (root|the mail owner))?|as the mail owner): (.+?)( and then vmail make-stores)?");
    private static final Pattern VALUE = Pattern.compile("(?:.*\\? )?Set (\\w+: \\S+)");

    /** @return the rules whose remedies it took, in their order */
    List<String> carryOut() throws IOException, InterruptedException {
        List<String> steps = new ArrayList<>();
        while (true) {
            List<Json> findings = stage.audit().stream()
                    .filter(each -> !row.accepts(each.text("rule")))
                    .toList();
            if (findings.isEmpty()) {
                return steps;
            }
            Json finding = findings.stream()
                    .filter(each -> each.text("rule").equals(row.rule()))
                    .findFirst()
                    .orElse(findings.get(0));
            if (steps.size() == STEPS) {
                throw new AssertionError("the remedies of " + steps + " do not cure " + findings);
            }
            // a decision is taken once; what is left to do the remedy says
            String decision = steps.contains(finding.text("rule"))
                    ? null
                    : row.decisions().get(finding.text("rule"));
            if (decision == null) {
                carryOut(finding);
            } else {
                decide(decision);
            }
            steps.add(finding.text("rule"));
        }
    }

    private void carryOut(Json finding) throws IOException, InterruptedException {
        String remedy = finding.text("remedy");
        Matcher command = COMMAND.matcher(remedy);
        Matcher value = VALUE.matcher(remedy);
        if (command.find() && command.region(command.start(), remedy.length()).matches()) {
            run(requireNonNull(command.group(2)), "root".equals(command.group(1)));
            if (command.group(3) != null) {
                stage.makeStores();
            }
        } else if (remedy.endsWith("Run vmail make-stores")) {
            stage.makeStores();
        } else if (value.matches()) {
            String line = requireNonNull(value.group(1));
            stage.modify("dn: " + finding.text("dn") + "\nchangetype: modify\nreplace: "
                    + line.substring(0, line.indexOf(':')) + "\n" + line + "\n");
        } else {
            throw new AssertionError(
                    "a remedy that only a person understands, and the row decides nothing: " + finding);
        }
    }

    private void decide(String decision) throws IOException, InterruptedException {
        if (decision.startsWith("dn: ")) {
            stage.modify(decision);
        } else {
            stage.mailOwner(decision);
        }
    }

    private void run(String script, boolean asRoot) throws IOException, InterruptedException {
        if (asRoot) {
            stage.root(script);
        } else {
            stage.mailOwner(script);
        }
    }
}
