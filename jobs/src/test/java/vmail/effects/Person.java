package vmail.effects;

/** The howto's people as they log in. */
enum Person {
    ALBERT("Albert", "onestonea", "onesecret"),
    SEVEN("Seven", "nines", "sevensecret");

    private final String given;
    private final String uid;
    private final String password;

    Person(String given, String uid, String password) {
        this.given = given;
        this.uid = uid;
        this.password = password;
    }

    String uid() {
        return uid;
    }

    String password() {
        return password;
    }

    @Override
    public String toString() {
        return given;
    }
}
