package vmail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All hashes are of "onesecret"; slappasswd, openssl and crypt(3) made them. */
class StoredPasswordTest {

    private static final String CRYPT_6 =
            "$6$saltsalt$ivoCmU5EbpwbMfNB5QpvXiH5oPvO/Byj1rtAJ8rTgMiBWciNi0FOtTMdvuS8hy3a" + ".cJf3UXmxXj2spoEs2hCO1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{SSHA}NmgmIslP2YQiTGOPQMlsKHfmNE9zYWx0 | EVERYWHERE",
                "{sha}5RSdFJY0l03TU0iK3WYuHbl3EZw= | EVERYWHERE",
                "{MD5}oE96S6p6FlpZUAZJu1q7ag== | EVERYWHERE",
                "{CRYPT}saTRQ68fdtzMc | EVERYWHERE",
                "{crypt}$1$saltsalt$9.E8pNsEn1bMRjouzTDJ0. | EVERYWHERE",
                "{CRYPT}$5$saltsalt$E.jnS9hA.ZYb5BRd/mO/3Y95Wbumia78HgHWEXqpgn. | EVERYWHERE",
                "{CRYPT}$2b$04$abcdefghijklmnopqrstuuipIym6dHGFhlewi9TMRGXJ3gjX0y6HK | EVERYWHERE",
                "{CRYPT}$y$j9T$saltsaltsalt$oyEhOzExxPvjLRzSupukHYe./178gyeUnGXa9mFHwr3 | EVERYWHERE",
                "{SSHA}rcuL9GgDKjHu7LgQXpgmVdC1gx1zYWx0c2FsdA== | BY_BIND",
                "{SMD5}THgImcZHE+EGBLboXHk++nNhbHQ= | BY_BIND",
                "{SHA256}DznHYlSqvm29L9nnvwhSWP3oG5MafiAPjqsyH9p/hoM= | WITH_MODULE",
                "{SSHA512}X3qlWOw1xaTeVfbe+58CZ6ppCs4AYy8oi7fBdDg0iUavhgnphJqbcbGwwUW8zM+gcmg/UWaXdqvEW82Q23LH33NhbHRzYWx0"
                        + " | WITH_MODULE",
                "{ARGON2}$argon2id$v=19$m=7168,t=5,p=1$c2FsdA$aGFzaA | WITH_MODULE",
                "$1$saltsalt$9.E8pNsEn1bMRjouzTDJ0. | AS_BARE_CRYPT",
                "saTRQ68fdtzMc | AS_BARE_CRYPT",
                "onesecret | AS_CLEAR_TEXT",
                "albertoneston | AS_CLEAR_TEXT",
                "$money$ | AS_CLEAR_TEXT",
                "{SSHA}NmgmIslP2YQiTGOPQMlsKHfmNE8= | NOWHERE",
                "{MD5}CY9rzUYh03PK3k6DJie09g= | NOWHERE",
                "{SHA}no base64 | NOWHERE",
                "{CRYPT}! | NOWHERE",
                "{CRYPT}x | NOWHERE",
                "{SMD5}5ebe2294ecd0e0f08eab7690d2a6ee69 | NOWHERE",
                "{CLEARTEXT}onesecret | NOWHERE",
                "{PBKDF2-SHA256}10000$c2FsdA$aGFzaA | NOWHERE",
                "{FOO}x | NOWHERE",
                "{onesecret | NOWHERE",
                "'' | NOWHERE"
            })
    void tellsWhereItWorks(String value, StoredPassword.Use use) {
        assertThat(new StoredPassword(value).use()).isEqualTo(use);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{SSHA}NmgmIslP2YQiTGOPQMlsKHfmNE9zYWx0",
                "{ssha}rcuL9GgDKjHu7LgQXpgmVdC1gx1zYWx0c2FsdA==",
                "{SHA}5RSdFJY0l03TU0iK3WYuHbl3EZw=",
                "{MD5}oE96S6p6FlpZUAZJu1q7ag==",
                "{SMD5}THgImcZHE+EGBLboXHk++nNhbHQ=",
                "{CRYPT}saTRQ68fdtzMc",
                "{CRYPT}$1$saltsalt$9.E8pNsEn1bMRjouzTDJ0.",
                "{CRYPT}$5$saltsalt$E.jnS9hA.ZYb5BRd/mO/3Y95Wbumia78HgHWEXqpgn.",
                "{CRYPT}" + CRYPT_6,
                CRYPT_6
            })
    void acceptsTheClearTextAndNoOther(String value) {
        StoredPassword stored = new StoredPassword(value);

        assertThat(stored.accepts("onesecret")).isTrue();
        assertThat(stored.accepts("Onesecret")).isFalse();
        assertThat(stored.accepts("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onesecret",
                "{CLEARTEXT}onesecret",
                "{SHA}",
                "{CRYPT}$2b$04$abcdefghijklmnopqrstuuipIym6dHGFhlewi9TMRGXJ3gjX0y6HK",
                "{CRYPT}$6$rounds=999999999$saltsalt$ivoCmU5EbpwbMfNB5QpvXiH5oPvO/Byj1rtAJ8rTgMiBWciNi0FOtTMdvuS8hy3a"
                        + ".cJf3UXmxXj2spoEs2hCO1"
            })
    void acceptsNothingWhereItCanNotOrShallNotCompare(String value) {
        assertThat(new StoredPassword(value).accepts("onesecret")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PasswordScheme.class)
    void storesAHashOfClearTextThatWorksEverywhere(PasswordScheme scheme) {
        String clear = " pässwörd, \"quoted\" ";

        StoredPassword stored = new StoredPassword(new StoredPassword(clear).storable(scheme));

        assertThat(stored.use()).isEqualTo(StoredPassword.Use.EVERYWHERE);
        assertThat(stored.accepts(clear)).isTrue();
        assertThat(stored.accepts(clear.strip())).isFalse();
    }

    @Test
    void storesTheSchemeAskedFor() {
        StoredPassword clear = new StoredPassword("onesecret");

        assertThat(clear.storable(PasswordScheme.SSHA)).startsWith("{SSHA}").hasSize(6 + 32);
        assertThat(clear.storable(PasswordScheme.CRYPT_SHA512)).startsWith("{CRYPT}$6$");
        assertThat(clear.storable(PasswordScheme.SSHA)).isNotEqualTo(clear.storable(PasswordScheme.SSHA));
    }

    @Test
    void putsCryptInFrontOfABareHash() {
        assertThat(new StoredPassword("saTRQ68fdtzMc").storable(PasswordScheme.SSHA))
                .isEqualTo("{CRYPT}saTRQ68fdtzMc");
    }

    @Test
    void keepsAHashAsItIs() {
        String hash = "{sha}5RSdFJY0l03TU0iK3WYuHbl3EZw=";

        assertThat(new StoredPassword(hash).storable(PasswordScheme.SSHA)).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onesecret", "{onesecret}x", "{onesecret", "{CRYPT}onesecret", "{SHA}onesecret"})
    void neverShowsItself(String value) {
        StoredPassword password = new StoredPassword(value);

        assertThat(password + password.limits()).doesNotContain("onesecret");
    }
}
