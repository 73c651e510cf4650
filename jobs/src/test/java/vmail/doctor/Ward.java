package vmail.doctor;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** A sound patient, admitted once for all tests of a class and discharged behind the last. */
final class Ward implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Site site;
    private @Nullable Slapd slapd;
    private @Nullable Patient patient;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException, LDAPException {
        Site opened = Site.open();
        site = opened;
        Slapd started = Slapd.start(opened.slapd());
        slapd = started;
        patient = Patient.admit(opened, started);
    }

    /** Called when the admission failed, too. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (slapd != null) {
            slapd.close();
        }
        if (site != null) {
            site.close();
        }
    }

    Patient patient() {
        return Objects.requireNonNull(patient);
    }
}
