package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.account.DiskPath;
import vmail.lookup.Lookup;
import vmail.reader.configuration.CourierConfiguration;
import vmail.reader.configuration.FilterTemplate;
import vmail.reader.configuration.Parameter;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.Repair;

/** Whether Courier logs people in as the settings say (howto 3.2), each line of authldaprc by what happens without it. */
record CourierChecks(CourierConfiguration courier, Settings settings, ServersAgree agree) {

    private static final int READABLE_BY_ALL = 0004;

    List<Examination> examine() {
        List<Examination> all = new ArrayList<>();
        all.add(marker());
        all.add(uri());
        all.add(server());
        all.add(wanted(
                SurroundingsRule.COURIER_PROTOCOL,
                "LDAP_PROTOCOL_VERSION",
                "3",
                "slapd answers \"Protocol error\" to version 2"));
        all.add(bind());
        all.addAll(trial());
        all.add(base());
        all.add(wanted(SurroundingsRule.COURIER_LOGIN, "LDAP_MAIL", "uid", "people would log in by mail address"));
        all.add(filter());
        all.add(store());
        all.add(password());
        all.add(owner());
        all.add(secret());
        all.add(module());
        return all;
    }

    private Examination marker() {
        SurroundingsRule rule = SurroundingsRule.COURIER_MARKER;
        return courier.marked()
                ? Examination.ok(rule, "##NAME: MARKER:0")
                : problem(
                        rule,
                        "MARKER",
                        "the marker line is missing; authlib refuses the file and every login ends with a temporary error",
                        "Run: echo '##NAME: MARKER:0' >> " + Repair.quoted(courier.file()));
    }

    private Examination uri() {
        SurroundingsRule rule = SurroundingsRule.COURIER_URI;
        if (!courier.value("LDAP_URI").isEmpty()) {
            return Examination.ok(rule, courier.value("LDAP_URI"));
        }
        Optional<String> old = List.of("LDAP_SERVER", "LDAP_PORT").stream()
                .filter(name -> courier.parameter(name).isPresent())
                .findFirst();
        return problem(
                rule,
                old.orElse("LDAP_URI"),
                old.map(name -> "LDAP_URI is missing, and %s is not read any more".formatted(name))
                        .orElse("LDAP_URI is missing, so Courier knows no server"),
                "Write: LDAP_URI " + settings.directory().orElseThrow().url());
    }

    private Examination server() {
        SurroundingsRule rule = SurroundingsRule.COURIER_SERVER;
        String uri = courier.value("LDAP_URI");
        if (uri.isEmpty()) {
            return Examination.skipped(rule, "LDAP_URI is missing");
        }
        String ours = settings.directory().orElseThrow().url().toString();
        return agree.isOurs(uri, "389")
                ? Examination.ok(rule, uri)
                : problem(
                        rule,
                        "LDAP_URI",
                        "Courier asks %s, vmail writes to %s".formatted(uri, ours),
                        "Write: LDAP_URI %s; if it is a replica of ours, --severity courier-server=note"
                                .formatted(ours));
    }

    private Examination bind() {
        SurroundingsRule rule = SurroundingsRule.COURIER_BIND;
        if (settings.bindDn().isEmpty()) {
            return Examination.skipped(rule, "the settings bind as nobody");
        }
        List<Finding> findings = new ArrayList<>();
        if (!courier.value("LDAP_INITBIND").equals("1")) {
            findings.add(rule.finding(
                    courier.origin("LDAP_INITBIND"),
                    "LDAP_INITBIND is %s, so Courier searches as anonymous and finds nobody"
                            .formatted(shown("LDAP_INITBIND")),
                    "Write: LDAP_INITBIND 1"));
        }
        if (courier.value("LDAP_BINDDN").isEmpty() || courier.password().isEmpty()) {
            findings.add(rule.finding(
                    courier.origin("LDAP_BINDDN"),
                    "LDAP_BINDDN or LDAP_BINDPW is missing, so Courier binds as anonymous and finds nobody",
                    "Write both, for the DN that reads, e.g. ou=System,o=company"));
        }
        return Examination.of(rule, findings, courier.value("LDAP_BINDDN"));
    }

    private List<Examination> trial() {
        String dn = courier.value("LDAP_BINDDN");
        Optional<Parameter> password = courier.password();
        boolean ours = agree.isOurs(courier.value("LDAP_URI"), "389");
        if (password.isEmpty() || dn.isEmpty() || !ours) {
            return untried("not tried: no DN and password for our server");
        }
        try {
            ServersAgree.Trial trial = agree.trial(dn, password.get().password(), EnumSet.of(Lookup.LOGIN));
            List<Finding> refused = trial.refusal().stream()
                    .map(answer -> SurroundingsRule.COURIER_BIND_PASSWORD.finding(
                            courier.origin("LDAP_BINDPW"),
                            "the server refuses %s with this password: %s".formatted(dn, answer),
                            "Correct LDAP_BINDDN and LDAP_BINDPW"))
                    .toList();
            List<Finding> unanswered = trial.unanswered().stream()
                    .map(what -> SurroundingsRule.COURIER_ANSWERED.finding(
                            courier.origin("LDAP_BINDDN"),
                            dn + " " + what,
                            "Give %s read access to accounts (slapd.access(5))".formatted(dn)))
                    .toList();
            return List.of(
                    Examination.of(SurroundingsRule.COURIER_BIND_PASSWORD, refused, "the server admits " + dn),
                    Examination.of(SurroundingsRule.COURIER_ANSWERED, unanswered, dn + " sees what vmail sees"));
        } catch (DirectoryUnavailable e) {
            return untried("not tried: " + e.getMessage());
        }
    }

    private static List<Examination> untried(String why) {
        return List.of(
                Examination.skipped(SurroundingsRule.COURIER_BIND_PASSWORD, why),
                Examination.skipped(SurroundingsRule.COURIER_ANSWERED, why));
    }

    private Examination base() {
        SurroundingsRule rule = SurroundingsRule.COURIER_BASE;
        DN ours = settings.accountBase().orElseThrow();
        boolean same;
        try {
            same = ours.equals(new DN(courier.value("LDAP_BASEDN")));
        } catch (LDAPException e) {
            same = false;
        }
        return same
                ? Examination.ok(rule, ours.toString())
                : problem(
                        rule,
                        "LDAP_BASEDN",
                        "LDAP_BASEDN is %s, the settings say %s".formatted(shown("LDAP_BASEDN"), ours),
                        "Write: LDAP_BASEDN " + ours);
    }

    /** Judged with uid as login, whatever {@code LDAP_MAIL} is: that has a rule of its own. */
    private Examination filter() {
        SurroundingsRule rule = SurroundingsRule.COURIER_FILTER;
        String text = courier.value("LDAP_FILTER");
        Optional<String> wrong;
        try {
            wrong = Probe.difference(
                    Probe.ofLogins(), Lookup.LOGIN, new FilterTemplate("(&(uid=%s)" + text.replace("%", "%%") + ")"));
        } catch (IllegalArgumentException e) {
            wrong = Optional.of("is no filter");
        }
        return wrong.map(what -> problem(
                        rule,
                        "LDAP_FILTER",
                        "LDAP_FILTER %s %s".formatted(text.isEmpty() ? "is missing: the login" : text, what),
                        "Write: LDAP_FILTER " + Lookup.LOGGING_IN))
                .orElseGet(() -> Examination.ok(rule, text));
    }

    private Examination store() {
        SurroundingsRule rule = SurroundingsRule.COURIER_STORE;
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("LDAP_HOMEDIR", "LDAP_MAILDIR")) {
            if (!courier.value(name).equalsIgnoreCase(Lookup.LOGIN.resultAttribute())) {
                findings.add(rule.finding(
                        courier.origin(name),
                        "%s is %s, the maildir is in %s".formatted(name, shown(name), Lookup.LOGIN.resultAttribute()),
                        "Write: %s %s".formatted(name, Lookup.LOGIN.resultAttribute())));
            }
        }
        return Examination.of(rule, findings, Lookup.LOGIN.resultAttribute());
    }

    private Examination password() {
        SurroundingsRule rule = SurroundingsRule.COURIER_PASSWORD;
        boolean binds = courier.value("LDAP_AUTHBIND").equals("1");
        boolean compares = courier.value("LDAP_CRYPTPW").equalsIgnoreCase("userPassword");
        return binds || compares
                ? Examination.ok(
                        rule, binds ? "by binding" : "by comparing; vmail check tells which schemes that leaves out")
                : problem(
                        rule,
                        "LDAP_CRYPTPW",
                        "LDAP_AUTHBIND is %s and LDAP_CRYPTPW is %s, so no password can be right"
                                .formatted(shown("LDAP_AUTHBIND"), shown("LDAP_CRYPTPW")),
                        "Write: LDAP_AUTHBIND 1");
    }

    private Examination owner() {
        SurroundingsRule rule = SurroundingsRule.COURIER_MAIL_OWNER;
        try {
            return MailOwner.of(settings)
                    .map(owner -> {
                        List<Finding> findings = new ArrayList<>();
                        differs("LDAP_GLOB_UID", owner.uid(), findings);
                        differs("LDAP_GLOB_GID", owner.gid(), findings);
                        return Examination.of(rule, findings, owner.toString());
                    })
                    .orElseGet(() -> Examination.unknown(rule, MailOwner.NOT_KNOWN));
        } catch (IOException e) {
            return Examination.unknown(rule, "/proc/self can not be read");
        }
    }

    private void differs(String name, int id, List<Finding> findings) {
        if (!courier.value(name).equals(String.valueOf(id))) {
            findings.add(SurroundingsRule.COURIER_MAIL_OWNER.finding(
                    courier.origin(name),
                    "%s is %s, but mail belongs to %d".formatted(name, shown(name), id),
                    "Write: %s %d; or correct --owner".formatted(name, id)));
        }
    }

    private Examination secret() {
        SurroundingsRule rule = SurroundingsRule.COURIER_PRIVATE;
        try {
            DiskAttributes found =
                    DiskAttributes.of(Files.readAttributes(courier.file().toRealPath(), DiskAttributes.NAMES));
            boolean open = courier.password().isPresent() && (found.permissions() & READABLE_BY_ALL) != 0;
            return open
                    ? problem(
                            rule,
                            "LDAP_BINDPW",
                            "everybody can read authldaprc (mode %s), and LDAP_BINDPW is in it"
                                    .formatted(found.permissionsText()),
                            "Run: chmod 640 %s; then change the password".formatted(Repair.quoted(courier.file())))
                    : Examination.ok(rule, found.permissionsText());
        } catch (IOException e) {
            return Examination.unknown(rule, "the mode can not be seen: " + Errno.words(e));
        }
    }

    private Examination module() {
        SurroundingsRule rule = SurroundingsRule.COURIER_MODULE;
        try {
            return courier.modules()
                    .map(modules -> modules.names().contains("authldap")
                            ? Examination.ok(rule, String.join(" ", modules.names()))
                            : Examination.problem(
                                    rule.finding(
                                            modules.origin(),
                                            "authmodulelist is \"%s\", authldap is not in it"
                                                    .formatted(String.join(" ", modules.names())),
                                            "Write: authmodulelist=\"authldap\""),
                                    rule))
                    .orElseGet(() -> Examination.skipped(rule, "there is no " + courier.daemonFile()));
        } catch (IOException e) {
            return Examination.unknown(rule, "%s can not be read: %s".formatted(courier.daemonFile(), Errno.words(e)));
        }
    }

    private Examination wanted(SurroundingsRule rule, String name, String value, String why) {
        return courier.value(name).equalsIgnoreCase(value)
                ? Examination.ok(rule, value)
                : problem(
                        rule,
                        name,
                        "%s is %s; %s".formatted(name, shown(name), why),
                        "Write: %s %s".formatted(name, value));
    }

    private String shown(String name) {
        String value = courier.value(name);
        return value.isEmpty() ? "not set" : DiskPath.shown(value);
    }

    private Examination problem(SurroundingsRule rule, String parameter, String message, String remedy) {
        return Examination.problem(rule.finding(courier.origin(parameter), message, remedy), rule);
    }
}
