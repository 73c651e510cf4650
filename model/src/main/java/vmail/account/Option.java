package vmail.account;

/**
 * A setting of the command line or of the settings file.
 *
 * @param name with its dashes
 */
public record Option(String name) implements Origin {

    @Override
    public String toString() {
        return name;
    }
}
