package vmail.connection;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.net.SocketException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * The certificate of the server is for the name that the settings have: one of its subjectAltName (RFC 6125); the name in
 * its subject does not count.
 *
 * <p>The SDK does not look at names unless it is told to. A loopback address ({@code ldaps://127.0.0.1}, not the name
 * localhost) is not checked: nobody else can answer there.
 */
final class ServerNameVerifier extends SSLSocketVerifier {

    // wildcards count; the SDK would accept the name of the subject even beside other alternative names
    private final HostNameSSLSocketVerifier names = new HostNameSSLSocketVerifier(true, false);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        Collection<List<?>> alternatives = alternativeNames(host, socket);
        if (alternatives.isEmpty()) {
            throw refusal("the certificate has no subjectAltName; make one that names " + host);
        }
        try {
            names.verifySSLSocket(host, port, socket);
        } catch (LDAPException e) {
            String found = alternatives.stream()
                    .map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.joining(", "));
            throw refusal("the certificate is for %s, not for %s".formatted(found, host));
        }
        endHandshakeLimit(socket);
    }

    private static void endHandshakeLimit(SSLSocket socket) throws LDAPException {
        try {
            socket.setSoTimeout(0);
        } catch (SocketException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, "the connection ended", e);
        }
    }

    private static Collection<List<?>> alternativeNames(String host, SSLSocket socket) throws LDAPException {
        try {
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (SSLPeerUnverifiedException e) {
            throw refusal("no TLS handshake with %s: it shows no certificate".formatted(host));
        } catch (CertificateParsingException e) {
            throw refusal("the certificate of %s can not be read".formatted(host));
        }
    }

    /** The cause carries the text: it is what is told of a connection that fails. */
    private static LDAPException refusal(String reason) {
        return new LDAPException(ResultCode.CONNECT_ERROR, reason, new SSLPeerUnverifiedException(reason));
    }
}
