package vmail.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedCompareRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.account.SourceLine;

class MissingPasswordsTest {

    private static final String[] ALBERT = {
        "dn: cn=Albert Onestone,o=company",
        "objectClass: inetOrgPerson",
        "objectClass: qmailUser",
        "cn: Albert Onestone",
        "sn: Onestone",
        "uid: onestonea",
        "mail: albert.onestone@anotherdomain.nu",
        "accountStatus: active"
    };

    @TempDir
    Path folder;

    @Test
    void areFilledForWhoIsInTheDirectoryWithoutOne()
            throws LDAPException, LDIFException, IOException, DirectoryUnavailable {
        assertThat(filled(new Answering(ResultCode.NO_SUCH_ATTRIBUTE)).hasAttribute("userPassword"))
                .isTrue();
    }

    @Test
    void areNotFilledForWhoseMayNotBeSeen() throws LDAPException, LDIFException, IOException, DirectoryUnavailable {
        assertThat(filled(new Answering(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)).hasAttribute("userPassword"))
                .isFalse();
    }

    private ReadOnlyEntry filled(InMemoryOperationInterceptor access)
            throws LDAPException, LDIFException, IOException, DirectoryUnavailable {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=company");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(access);
        try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(config)) {
            server.add("dn: o=company", "objectClass: organization", "o: company");
            server.add(ALBERT);
            server.startListening();
            Candidate albert = new Candidate(new ReadOnlyEntry(new Entry(ALBERT)), new SourceLine("users.csv", 2));
            try (LDAPConnection connection = server.getConnection();
                    GeneratedPasswords file = GeneratedPasswords.open(folder.resolve("passwords.csv"))) {
                return new MissingPasswords(connection, file, true)
                        .fill(List.of(albert), List.of(albert.entry()))
                        .get(0);
            }
        }
    }

    /** As slapd, whose search tells neither of a password that is missing nor of one that may not be seen. */
    private static final class Answering extends InMemoryOperationInterceptor {

        private final ResultCode compared;

        Answering(ResultCode compared) {
            this.compared = compared;
        }

        @Override
        public void processCompareRequest(InMemoryInterceptedCompareRequest request) throws LDAPException {
            throw new LDAPException(compared);
        }
    }
}
