package vmail.writer.directory;

/** Stores a password back to front behind a scheme: enough to tell clear text from what is stored. */
record Reversing() implements PasswordPolicy {

    @Override
    public boolean sameAs(String existing, String wanted) {
        return existing.equals(wanted) || existing.equals(storable(wanted));
    }

    @Override
    public String storable(String wanted) {
        return wanted.startsWith("{") ? wanted : "{REV}" + new StringBuilder(wanted).reverse();
    }
}
