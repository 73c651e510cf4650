package vmail.reader.ldif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vmail.reader.source.Inputs;

/**
 * The howto's own example (1.7), pasted as it stands: what users start from. Its passwords are no base64, Albert's status
 * has a blank behind it, Timetravel has no cn.
 */
class HowtoLdifTest {

    private static final String NOT_BASE64 = "userPassword is marked as base64 by '::' but is not. "
            + "Write userPassword: {SSHA}... as slappasswd prints it, or the base64 of that after '::'.";
    private static final String CLASSES = "objectClass=[top, person, organizationalPerson, inetOrgPerson, qmailUser]";

    @Test
    void namesAllThreeEntries() throws IOException, URISyntaxException {
        Path howto = Path.of(Objects.requireNonNull(getClass().getResource("/vmail/reader/howto.ldif"))
                .toURI());

        assertThat(Inputs.shown(howto))
                .containsExactly(
                        "1: unreadable cn=Albert Onestone, ou=Tokelau, o=company [2: " + NOT_BASE64 + "] rest 1: "
                                + "cn=Albert Onestone, ou=Tokelau, o=company accountStatus=[active ] "
                                + "cn=[Albert Onestone] givenName=[Albert] mail=[albert.onestone@anotherdomain.nu] "
                                + "mailAlternateAddress=[a.onestone@anotherdomain.nu, ao@anotherdomain.nu] "
                                + "mailMessageStore=[/vmail/albert.onestone/Maildir/] " + CLASSES + " ou=[Tokelau] "
                                + "seeAlso=[cn=Timetravel weekly,ou=Tokelau,o=company] sn=[Onestone] uid=[onestonea]",
                        "20: unreadable cn=Seven of Nine, ou=Tokelau, o=company [21: " + NOT_BASE64 + "] rest 20: "
                                + "cn=Seven of Nine, ou=Tokelau, o=company accountStatus=[active] "
                                + "cn=[Seven of Nine] givenName=[Seven] mail=[seven.of.nine@anotherdomain.nu] "
                                + "mailAlternateAddress=[s.o.9@anotherdomain.nu] "
                                + "mailMessageStore=[/vmail/seven.of.nine/Maildir/] " + CLASSES + " ou=[Tokelau] "
                                + "seeAlso=[cn=Timetravel weekly,ou=Tokelau,o=company] sn=[Nine] uid=[nines]",
                        "38: cn=Timetravel weekly, ou=Tokelau, o=company accountStatus=[shared] "
                                + "givenName=[Timetravel] mail=[timetravel@anotherdomain.nu] "
                                + "mailMessageStore=[/vmail/shared/timetravel.weekly/incoming/] " + CLASSES
                                + " ou=[Tokelau] postOfficeBox=[past.editions, future.editions] sn=[weekly] "
                                + "uid=[incoming]");
    }
}
