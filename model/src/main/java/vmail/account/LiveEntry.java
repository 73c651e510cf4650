package vmail.account;

/** The directory itself, as it answers now. */
public record LiveEntry() implements Origin {

    @Override
    public String toString() {
        return "directory";
    }
}
