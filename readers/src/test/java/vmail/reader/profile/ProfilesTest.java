package vmail.reader.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfilesTest {

    @Test
    void areAllSound() {
        assertThat(Profiles.names()).isNotEmpty().doesNotHaveDuplicates();

        for (String name : Profiles.names()) {
            assertThat(Profiles.find(name))
                    .get()
                    .extracting(Profile::name)
                    .as(name)
                    .isEqualTo(name);
        }
    }
}
