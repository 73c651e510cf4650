package vmail.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmail.account.DirectoryUnavailable;
import vmail.lookup.Lookup;
import vmail.reader.configuration.LdapTable;
import vmail.reader.configuration.Parameter;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;

/**
 * Whether our server admits Postfix and answers it. Each pair of DN and password is tried once, and only where vmail itself may
 * send a password.
 */
record PostfixTrials(List<PostfixTables.Use> uses, ServersAgree agree) {

    List<Examination> examine() {
        Map<List<String>, List<PostfixTables.Use>> pairs = new LinkedHashMap<>();
        for (PostfixTables.Use use : uses) {
            boolean ours =
                    agree.isOurs(use.table().value("server_host"), use.table().value("server_port"));
            Optional<Parameter> password = use.table().password();
            String dn = use.table().value("bind_dn");
            if (ours && password.isPresent() && !dn.isEmpty()) {
                pairs.computeIfAbsent(List.of(dn, password.get().password()), pair -> new ArrayList<>())
                        .add(use);
            }
        }
        if (pairs.isEmpty()) {
            return untried("no table binds at our server with a password");
        }
        List<Finding> refused = new ArrayList<>();
        List<Finding> unanswered = new ArrayList<>();
        try {
            for (Map.Entry<List<String>, List<PostfixTables.Use>> pair : pairs.entrySet()) {
                tryOne(pair.getKey(), pair.getValue(), refused, unanswered);
            }
        } catch (DirectoryUnavailable e) {
            return untried("not tried: " + e.getMessage());
        }
        String dns = String.join(", ", dns(pairs));
        return List.of(
                Examination.of(SurroundingsRule.POSTFIX_MAP_PASSWORD, refused, "the server admits " + dns),
                Examination.of(SurroundingsRule.POSTFIX_MAP_ANSWERED, unanswered, dns + " sees what vmail sees"));
    }

    private static List<Examination> untried(String why) {
        return List.of(
                Examination.skipped(SurroundingsRule.POSTFIX_MAP_PASSWORD, why),
                Examination.skipped(SurroundingsRule.POSTFIX_MAP_ANSWERED, why));
    }

    private void tryOne(
            List<String> pair, List<PostfixTables.Use> those, List<Finding> refused, List<Finding> unanswered)
            throws DirectoryUnavailable {
        LdapTable table = those.get(0).table();
        String dn = pair.get(0);
        Set<Lookup> lookups = EnumSet.noneOf(Lookup.class);
        those.forEach(use -> lookups.add(use.lookup()));
        ServersAgree.Trial trial = agree.trial(dn, pair.get(1), lookups);
        trial.refusal()
                .ifPresent(answer -> refused.add(SurroundingsRule.POSTFIX_MAP_PASSWORD.finding(
                        table.origin("bind_pw"),
                        "the server refuses %s with the password of %s: %s".formatted(dn, table.name(), answer),
                        "Correct %s and %s".formatted(table.spelled("bind_dn"), table.spelled("bind_pw")))));
        trial.unanswered()
                .forEach(what -> unanswered.add(SurroundingsRule.POSTFIX_MAP_ANSWERED.finding(
                        table.origin("bind_dn"),
                        dn + " " + what,
                        "Give %s read access to accounts and domains (slapd.access(5))".formatted(dn))));
    }

    private static List<String> dns(Map<List<String>, List<PostfixTables.Use>> pairs) {
        return pairs.keySet().stream().map(pair -> pair.get(0)).distinct().toList();
    }
}
