package vmail.connection;

import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/**
 * A server over the network. Certificate chain and host name are verified, referrals are not followed, every wait has an
 * end. Failed requests are not repeated behind the caller's back.
 *
 * <p>A connection that was lost is replaced when the next one is asked for.
 */
record ServerDirectory(LDAPConnectionPool connection) implements Directory {

    private static final int CONNECTIONS = 4;

    static ServerDirectory open(DirectorySettings settings) throws DirectoryUnavailable, UnsafeSettings {
        ClearText.refuse(settings);
        SimpleBindRequest bind = bindRequest(settings);
        try {
            return new ServerDirectory(
                    new LDAPConnectionPool(serverSet(settings), bind, 1, CONNECTIONS, startTls(settings), true));
        } catch (LDAPException e) {
            throw problem(settings, LdapText.of(e));
        }
    }

    @Override
    public void save() {}

    @Override
    public void close() {
        connection.close();
    }

    private static SingleServerSet serverSet(DirectorySettings settings) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(
                Math.toIntExact(settings.connectTimeout().toMillis()));
        options.setResponseTimeoutMillis(settings.responseTimeout().toMillis());
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(false);
        options.setSSLSocketVerifier(new ServerNameVerifier());
        SocketFactory sockets =
                settings.url().kind() == DirectoryUrl.Kind.LDAPS ? socketFactory(settings) : SocketFactory.getDefault();
        return new SingleServerSet(settings.url().host(), settings.url().port(), sockets, options);
    }

    private static SSLSocketFactory socketFactory(DirectorySettings settings) {
        return new HandshakeLimit(Certificates.socketFactory(settings.caFile()), settings.connectTimeout());
    }

    private static @Nullable PostConnectProcessor startTls(DirectorySettings settings) {
        if (!settings.startTls()) {
            return null;
        }
        return new StartTLSPostConnectProcessor(socketFactory(settings));
    }

    private static @Nullable SimpleBindRequest bindRequest(DirectorySettings settings) throws UnsafeSettings {
        if (settings.bindDn().isEmpty()) {
            return null;
        }
        return new SimpleBindRequest(
                settings.bindDn().get(),
                BindPassword.read(settings.bindPasswordFile().orElseThrow()));
    }

    private static DirectoryUnavailable problem(DirectorySettings settings, LdapText answer) {
        if (answer.code().equals(ResultCode.INVALID_CREDENTIALS)) {
            return new BadCredentials("%s does not accept the password of %s: %s. %s."
                    .formatted(
                            settings.url(),
                            settings.bindDn().map(Object::toString).orElse("anonymous"),
                            answer,
                            answer.remedy()));
        }
        return new DirectoryUnavailable(
                "%s can not be used: %s. %s.".formatted(settings.url(), answer, remedy(answer)));
    }

    private static String remedy(LdapText answer) {
        if (answer.detail().contains("certification path")) {
            return "Name the file with the certificate of its CA (PEM) with --ca-file";
        }
        if (answer.detail().startsWith("the certificate is for")) {
            return "Use such a name in the LDAP URL, or give the server a certificate for this one";
        }
        return answer.remedy();
    }
}
