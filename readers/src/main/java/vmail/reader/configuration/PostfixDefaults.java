package vmail.reader.configuration;

import java.util.Map;

/** What postconf(5) says of parameters that main.cf does not set: those that decide where mail of this system goes. */
final class PostfixDefaults {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("alias_maps", "hash:/etc/aliases"),
            Map.entry("local_recipient_maps", "proxy:unix:passwd.byname $alias_maps"),
            Map.entry("local_transport", "local:$myhostname"),
            Map.entry("mail_owner", "postfix"),
            Map.entry("message_size_limit", "10240000"),
            Map.entry("mydestination", "$myhostname, localhost.$mydomain, localhost"),
            Map.entry("myhostname", "localhost"),
            Map.entry("mydomain", "localdomain"),
            Map.entry("virtual_alias_domains", "$virtual_alias_maps"),
            Map.entry("virtual_alias_maps", "$virtual_maps"),
            Map.entry("virtual_mailbox_domains", "$virtual_mailbox_maps"),
            Map.entry("virtual_mailbox_limit", "51200000"),
            Map.entry("virtual_minimum_uid", "100"),
            Map.entry("virtual_transport", "virtual"));

    private PostfixDefaults() {}

    /** Empty for all others: their default is empty, or does not matter here. */
    static String of(String name) {
        return DEFAULTS.getOrDefault(name, "");
    }
}
