package vmail.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vmail.explain.ExplainedSite.TOKELAU;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final DN SEVEN = new DN(new RDN("cn", "Seven@Nine"), TOKELAU);

    @Test
    void takesAWordForWhatItLooksLike() {
        assertThat(Question.of("s.o.9@mydomain.nl")).isEqualTo(new Question.Address("s.o.9@mydomain.nl"));
        assertThat(Question.of("nines")).isEqualTo(new Question.Login("nines"));
        assertThat(Question.of("cn=Seven@Nine, ou=Tokelau, o=company")).isEqualTo(new Question.Entry(SEVEN));
        assertThat(Question.of("/vmail/seven@nine/../x")).isEqualTo(new Question.OnDisk(Path.of("/vmail/x")));
    }

    @Test
    void takesAnAddressForNoDn() {
        assertThat(Question.of("a=b@mydomain.nl")).isEqualTo(new Question.Address("a=b@mydomain.nl"));
    }

    @Test
    void isToldByAPrefix() {
        assertThat(Question.of("uid:s.o.9@mydomain.nl")).isEqualTo(new Question.Login("s.o.9@mydomain.nl"));
        assertThat(Question.of("uid:unique-mail")).isEqualTo(new Question.Login("unique-mail"));
        assertThat(Question.of("dn:o=a@b.nl")).isEqualTo(new Question.Entry(new DN(new RDN("o", "a@b.nl"))));
        assertThat(Question.of("address:/x@b.nl")).isEqualTo(new Question.Address("/x@b.nl"));
        assertThat(Question.of("path:/vmail")).isEqualTo(new Question.OnDisk(Path.of("/vmail")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid:", "uid: ", "dn:", "dn:seven", "address:seven", "path:vmail/x", "path:/x\0"})
    void refusesWhatCanNotBeMeant(String word) {
        assertThatThrownBy(() -> Question.of(word)).isInstanceOf(IllegalArgumentException.class);
    }
}
