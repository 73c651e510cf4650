package vmail.writer.configuration;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Optional;
import vmail.lookup.Lookup;
import vmail.store.Owner;

/**
 * Postfix delivers by what the directory says (howto 2): settings for main.cf and the three maps they refer to, ldap_table(5).
 *
 * @param systemBase above the accepted domains, {@code ou=postfix,ou=System,o=company}
 * @param mapsFolder where the maps will lie when Postfix reads them, in the syntax of main.cf, see {@link #BESIDE_MAIN_CF}
 * @param storeDomain with it one mail address can belong to several accounts, see {@link #STORE_DOMAIN}
 */
public record PostfixConfiguration(
        DirectoryAccess directory,
        DN accountBase,
        DN systemBase,
        Owner owner,
        String mapsFolder,
        Optional<String> storeDomain)
        implements ServerConfiguration {

    /** The folder {@code vmail} beside main.cf, wherever that is. */
    public static final String BESIDE_MAIN_CF = "$config_directory/vmail";

    /** A domain that no message comes in for: nobody can own a name below it (RFC 2606). */
    public static final String STORE_DOMAIN = "store.invalid";

    private static final String GROUP = "postfix";

    /** The maps' folder where it has a fixed place. */
    public static String folder(String path) {
        return Quoting.listedPath("the folder of Postfix's maps", path);
    }

    @Override
    public List<ConfigurationFile> files() {
        return List.of(
                ConfigurationFile.open("main.cf", mainCf()),
                map("mailboxes.cf", accountBase, mailboxes()),
                map("aliases.cf", accountBase, aliases()),
                map("domains.cf", systemBase, Template.of("domains.cf").with("filter", Lookup.DOMAIN.template())));
    }

    private byte[] mainCf() {
        // processes in a chroot can read no certificates there; proxymap(8) is in none
        String lookups = directory.isEncrypted() ? "proxy:ldap:" : "ldap:";
        return Template.of("main.cf")
                .with("lookups", lookups)
                .with("folder", mapsFolder)
                .with(
                        "store-domain",
                        storeDomain.map(domain -> domain(domain) + ", ").orElse(""))
                .with(
                        "recipients",
                        directory.isEncrypted() ? lookups + mapsFolder + "/mailboxes.cf" : "$virtual_mailbox_maps")
                .with("lowest-uid", String.valueOf(Math.min(Owner.LOWEST_UID, owner.uid())))
                .with("uid", String.valueOf(owner.uid()))
                .with("gid", String.valueOf(owner.gid()))
                .filled();
    }

    private Template mailboxes() {
        return storeDomain
                .map(domain -> Template.of("mailboxes-shared-mail.cf")
                        .with("domain", domain(domain))
                        .with("receiving", Lookup.RECEIVING))
                .orElseGet(() -> Template.of("mailboxes.cf").with("filter", Lookup.MAILBOX.template()));
    }

    private Template aliases() {
        return storeDomain
                .map(domain -> Template.of("aliases-shared-mail.cf").with("domain", domain(domain)))
                .orElseGet(() -> Template.of("aliases.cf"))
                .with("filter", Lookup.ALIAS.template());
    }

    private ConfigurationFile map(String name, DN base, Template asked) {
        byte[] content = asked.with("url", Quoting.line("the LDAP URL", directory.url()))
                .with("tls", tls())
                .with(
                        "reader",
                        Quoting.line("the reader's DN", directory.reader().toString()))
                .with("password", directory.password())
                .with("base", Quoting.withoutExpansion("the base DN", base.toString()))
                .filled();
        return ConfigurationFile.ofGroup(name, GROUP, content);
    }

    private String tls() {
        if (!directory.isEncrypted()) {
            return "";
        }
        String startTls = directory.startTls() ? "start_tls = yes\n" : "";
        String caFile = directory
                .caFile()
                .map(file -> "tls_ca_cert_file = " + Quoting.line("the CA file", file.toString()) + "\n")
                .orElse("");
        return startTls + caFile + "# The default, no, would take any certificate.\ntls_require_cert = yes\n";
    }

    private static String domain(String domain) {
        if (!domain.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("not a domain: " + domain);
        }
        return domain;
    }
}
