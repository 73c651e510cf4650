package vmail.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS that accepts a server only with a certificate chain to a trusted one: those of a PEM file, else the JVM's. */
final class Certificates {

    private Certificates() {}

    /** @throws IllegalArgumentException when the file is missing or holds no certificates */
    static SSLSocketFactory socketFactory(Optional<Path> caFile) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(caFile.isPresent() ? keyStore(caFile.get()) : jvmTrustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JVM has TLS", e);
        }
    }

    /** {@link TrustManagerFactory} takes null for it. */
    private static @Nullable KeyStore jvmTrustStore() {
        return null;
    }

    private static KeyStore keyStore(Path caFile) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(caFile)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            if (number == 0) {
                throw new IllegalArgumentException("the CA file %s holds no certificate".formatted(caFile));
            }
            return store;
        } catch (IOException e) {
            throw new IllegalArgumentException("the CA file %s can not be read: %s".formatted(caFile, e), e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the CA file %s holds no certificates in PEM form".formatted(caFile), e);
        }
    }
}
