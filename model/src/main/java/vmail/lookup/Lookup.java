package vmail.lookup;

import com.unboundid.ldap.sdk.Filter;

/**
 * A question that a mail server asks the directory (howto 2.2 to 2.4, 3.2).
 *
 * <p>Postfix asks for each recipient: is its domain ours ({@link #DOMAIN}), who is it really ({@link #ALIAS}), where does that
 * one's mail go ({@link #MAILBOX}). Courier asks {@link #LOGIN}. All of them compare without regard to case.
 */
public enum Lookup {
    /** Below the system base; {@code (associatedDomain=*)} of the howto would match every domain there is. */
    DOMAIN("(associatedDomain=%s)", "associatedDomain"),
    ALIAS("(&(|(mail=%s)(mailAlternateAddress=%s))" + Constants.RECEIVING + ")", "mail"),
    MAILBOX("(&(|(mail=%s)(mailAlternateAddress=%s))" + Constants.RECEIVING + ")", "mailMessageStore"),
    LOGIN("(&(uid=%s)" + Constants.LOGGING_IN + ")", "mailMessageStore");

    /** Whose mail is delivered: the filter that goes with an address. */
    public static final String RECEIVING = Constants.RECEIVING;

    /** Who may log in: Courier's {@code LDAP_FILTER}. */
    public static final String LOGGING_IN = Constants.LOGGING_IN;

    private final String template;
    private final String resultAttribute;

    Lookup(String template, String resultAttribute) {
        this.template = template;
        this.resultAttribute = resultAttribute;
    }

    /** As ldap_table(5) writes it, with {@code %s} for the key. */
    public String template() {
        return template;
    }

    public String resultAttribute() {
        return resultAttribute;
    }

    /** For one key, which may hold any character: those that mean something in a filter are escaped. */
    public Filter filter(String key) {
        Filter status = Filter.createEqualityFilter("accountStatus", "active");
        return switch (this) {
            case DOMAIN -> Filter.createEqualityFilter("associatedDomain", key);
            case ALIAS, MAILBOX ->
                Filter.createANDFilter(
                        Filter.createORFilter(
                                Filter.createEqualityFilter("mail", key),
                                Filter.createEqualityFilter("mailAlternateAddress", key)),
                        Filter.createORFilter(status, Filter.createEqualityFilter("accountStatus", "shared")));
            case LOGIN -> Filter.createANDFilter(Filter.createEqualityFilter("uid", key), status);
        };
    }

    /** An enum's constants come before its fields. */
    private static final class Constants {
        static final String RECEIVING = "(|(accountStatus=active)(accountStatus=shared))";
        static final String LOGGING_IN = "(accountStatus=active)";
    }
}
