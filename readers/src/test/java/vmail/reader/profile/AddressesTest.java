package vmail.reader.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.Loss;
import vmail.account.LossKind;

class AddressesTest {

    private final Addresses addresses = new Addresses(Optional.empty());

    @Test
    void haveTheirDomainInAscii() {
        List<String> mail = addresses.mail(List.of("albert@dómain2.com"), List.of());

        assertThat(mail).containsExactly("albert@xn--dmain2-bxa.com");
    }

    @Test
    void keepADomainThatProgramsReadInTwoWaysSoThatItIsRefused() {
        List<Loss> losses = new ArrayList<>();

        List<String> aliases =
                addresses.aliases(List.of("a@straße.de", "a@dómªin1.com"), List.of("albert@anotherdomain.nu"), losses);

        assertThat(aliases).isEmpty();
        assertThat(losses).extracting(Loss::kind).containsExactly(LossKind.ADDRESS, LossKind.ADDRESS);
    }

    @Test
    void areLeftAsTheyAreWhereTheyAreAscii() {
        assertThat(addresses.mail(List.of("Albert@AnotherDomain.NU"), List.of()))
                .containsExactly("Albert@AnotherDomain.NU");
    }

    @Test
    void getTheDefaultDomainWhereTheyHaveNone() {
        Addresses completed = new Addresses(Optional.of("MyDomain.nl"));

        assertThat(completed.mail(List.of("albert"), List.of())).containsExactly("albert@mydomain.nl");
        assertThat(completed.mail(List.of(), List.of("onestonea"))).containsExactly("onestonea@MyDomain.nl");
    }
}
