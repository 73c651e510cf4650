package vmail.account;

/**
 * A directory server as such, none of its entries.
 *
 * @param url as the settings name it
 */
public record Server(String url) implements Origin {

    @Override
    public String toString() {
        return url;
    }
}
