package vmail.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vmail.reader.configuration.PostfixConfiguration;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;
import vmail.settings.Settings;

/** Whether Postfix delivers as the settings say: main.cf here, its tables in {@link PostfixTables}. */
record PostfixChecks(PostfixConfiguration postfix, Settings settings, UnixUsers users, ServersAgree agree) {

    private static final String STATIC = "static:";

    List<Examination> examine() {
        PostfixTables tables = PostfixTables.of(postfix, settings, agree);
        List<Examination> all = new ArrayList<>(tables.lookedUp());
        all.add(localTransport(tables));
        all.add(localRecipients(tables));
        all.add(virtualDomains());
        all.add(mailboxBase());
        all.add(mailboxLimit());
        all.addAll(owner());
        all.addAll(tables.examine());
        all.addAll(new PostfixFiles(postfix, tables.all(), users).examine());
        return all;
    }

    private Examination localTransport(PostfixTables tables) {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_LOCAL_TRANSPORT;
        String transport = postfix.value("local_transport");
        String name = tables.domainsAreLocal() ? "local_transport" : "virtual_transport";
        String value = postfix.value(name);
        return value.equals("virtual") || value.startsWith("virtual:")
                ? Examination.ok(rule, name + " = " + value)
                : Examination.problem(
                        rule.finding(
                                postfix.origin(name),
                                "%s is %s, so mail goes to unix users instead of stores"
                                        .formatted(name, name.equals("local_transport") ? transport : value),
                                "Run: postconf -e '%s = virtual'".formatted(name)),
                        rule);
    }

    private Examination localRecipients(PostfixTables tables) {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_LOCAL_RECIPIENTS;
        if (!tables.domainsAreLocal()) {
            return Examination.skipped(rule, "the domains are not in mydestination");
        }
        List<String> recipients = postfix.items("local_recipient_maps");
        List<String> mailboxes = postfix.items("virtual_mailbox_maps");
        boolean agree = !mailboxes.isEmpty()
                && recipients.containsAll(mailboxes)
                && recipients.stream().noneMatch(item -> item.startsWith("unix:"));
        return agree
                ? Examination.ok(rule, "local_recipient_maps = $virtual_mailbox_maps")
                : Examination.problem(
                        rule.finding(
                                postfix.origin("local_recipient_maps"),
                                recipients.isEmpty()
                                        ? "local_recipient_maps is empty, so mail for anybody is accepted and bounced later"
                                        : "local_recipient_maps is %s, so mail for a unix account such as nobody@ is accepted and"
                                                        .formatted(String.join(" ", recipients))
                                                + " bounced later",
                                "Run: postconf -e 'local_recipient_maps = $virtual_mailbox_maps'"),
                        rule);
    }

    private Examination virtualDomains() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_VIRTUAL_DOMAINS;
        List<Finding> findings = new ArrayList<>();
        fallsBack("virtual_alias_domains", "virtual_alias_maps", findings);
        fallsBack("virtual_mailbox_domains", "virtual_mailbox_maps", findings);
        return Examination.of(rule, findings, "none falls back to a table of accounts");
    }

    private void fallsBack(String domains, String maps, List<Finding> findings) {
        List<String> accounts = postfix.items(maps);
        boolean asksAccounts =
                postfix.items(domains).stream().anyMatch(item -> item.startsWith("ldap:") && accounts.contains(item));
        if (asksAccounts) {
            findings.add(SurroundingsRule.POSTFIX_VIRTUAL_DOMAINS.finding(
                    postfix.origin(domains),
                    "%s is %s, so the accounts are asked for bare domains, and a mail value without @ would make one a virtual domain"
                            .formatted(
                                    domains,
                                    postfix.parameter(domains).isPresent()
                                            ? "$" + maps
                                            : "not set and falls back to $" + maps),
                    "Run: postconf -e '%s ='".formatted(domains)));
        }
    }

    private Examination mailboxBase() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_MAILBOX_BASE;
        String base = postfix.value("virtual_mailbox_base");
        return base.matches("/*")
                ? Examination.ok(rule, base.isEmpty() ? "not set" : base)
                : Examination.problem(
                        rule.finding(
                                postfix.origin("virtual_mailbox_base"),
                                "virtual_mailbox_base is %s, so mail goes to %s/vmail/... where the directory says /vmail/..."
                                        .formatted(base, base)
                                        .replace("/vmail/...", settings.mailBase() + "/..."),
                                "Run: postconf -e 'virtual_mailbox_base = /'"),
                        rule);
    }

    private Examination mailboxLimit() {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_MAILBOX_LIMIT;
        String mailbox = postfix.value("virtual_mailbox_limit");
        String message = postfix.value("message_size_limit");
        if (!mailbox.matches("\\d{1,18}") || !message.matches("\\d{1,18}")) {
            return Examination.unknown(
                    rule, "virtual_mailbox_limit = %s, message_size_limit = %s".formatted(mailbox, message));
        }
        long mailboxLimit = Long.parseLong(mailbox);
        long messageLimit = Long.parseLong(message);
        boolean tooSmall = mailboxLimit != 0 && (messageLimit == 0 || mailboxLimit < messageLimit);
        return tooSmall
                ? Examination.problem(
                        rule.finding(
                                postfix.origin("virtual_mailbox_limit"),
                                "virtual_mailbox_limit is %s, less than message_size_limit %s; virtual(8) does not start"
                                        .formatted(mailbox, messageLimit == 0 ? "0 (none)" : message),
                                "Run: postconf -e 'virtual_mailbox_limit = 0'"),
                        rule)
                : Examination.ok(rule, mailbox);
    }

    private List<Examination> owner() {
        try {
            return MailOwner.of(settings)
                    .map(owner -> List.of(
                            Examination.of(
                                    SurroundingsRule.POSTFIX_MAIL_OWNER,
                                    ids(owner.uid(), owner.gid()),
                                    "delivers as " + owner),
                            minimumUid(owner.uid())))
                    .orElseGet(() -> ownerUnknown(MailOwner.NOT_KNOWN));
        } catch (IOException e) {
            return ownerUnknown("/proc/self can not be read");
        }
    }

    private static List<Examination> ownerUnknown(String why) {
        return List.of(
                Examination.unknown(SurroundingsRule.POSTFIX_MAIL_OWNER, why),
                Examination.unknown(SurroundingsRule.POSTFIX_MINIMUM_UID, why));
    }

    private List<Finding> ids(int uid, int gid) {
        List<Finding> findings = new ArrayList<>();
        differs("virtual_uid_maps", uid, findings);
        differs("virtual_gid_maps", gid, findings);
        return findings;
    }

    private void differs(String name, int id, List<Finding> findings) {
        String value = postfix.value(name);
        if (!value.equals(STATIC + id)) {
            findings.add(SurroundingsRule.POSTFIX_MAIL_OWNER.finding(
                    postfix.origin(name),
                    "%s is %s, but mail belongs to %d".formatted(name, value.isEmpty() ? "not set" : value, id),
                    "Run: postconf -e '%s = static:%d'; or correct --owner".formatted(name, id)));
        }
    }

    private Examination minimumUid(int uid) {
        SurroundingsRule rule = SurroundingsRule.POSTFIX_MINIMUM_UID;
        String minimum = postfix.value("virtual_minimum_uid");
        if (!minimum.matches("\\d{1,9}")) {
            return Examination.unknown(rule, "virtual_minimum_uid = " + minimum);
        }
        return Integer.parseInt(minimum) > uid
                ? Examination.problem(
                        rule.finding(
                                postfix.origin("virtual_minimum_uid"),
                                "virtual_minimum_uid is %s, above the mail owner's uid %d".formatted(minimum, uid),
                                "Run: postconf -e 'virtual_minimum_uid = 500'"),
                        rule)
                : Examination.ok(rule, minimum);
    }
}
