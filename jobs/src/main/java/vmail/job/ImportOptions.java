package vmail.job;

/**
 * What an import may do.
 *
 * @param skipRejected import the accepted records although others are rejected
 * @param noUpdate entries that differ are reported, not changed
 * @param createParents make missing parents of accounts and domains
 * @param createMailBase make the mail base where it is missing
 * @param ownMailBase the mail base is no mail server's but a try-out: everything in it belongs to who runs this
 * @param loadInactive every account goes in as inactive, for a later {@code activate}
 * @param adoptMail mail that lies in a store before its account exists is the account's own
 */
public record ImportOptions(
        boolean skipRejected,
        boolean noUpdate,
        boolean createParents,
        boolean createMailBase,
        boolean ownMailBase,
        boolean loadInactive,
        boolean adoptMail) {}
