package vmail.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import vmail.account.DirectoryUnavailable;

/** A password crosses the network encrypted, or not at all unless somebody says that it may. */
public final class ClearText {

    private ClearText() {}

    /**
     * Looks the host up where the password would not be encrypted: to this host itself it may go as it is.
     *
     * @throws UnsafeSettings when others could read the password on its way
     * @throws DirectoryUnavailable when there is no such host
     */
    public static void refuse(DirectorySettings settings) throws DirectoryUnavailable, UnsafeSettings {
        if (settings.bindDn().isEmpty() || settings.isEncrypted() || settings.allowPlaintext()) {
            return;
        }
        String host = settings.url().host();
        try {
            boolean local = Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
            if (!local) {
                throw new UnsafeSettings(
                        ("the password of %s would cross the network to %s in clear text. Use ldaps:// or --start-tls,"
                                        + " or --allow-plaintext where the network itself is protected.")
                                .formatted(settings.bindDn().get(), host));
            }
        } catch (UnknownHostException e) {
            throw new DirectoryUnavailable(
                    "there is no host %s. Check the LDAP URL %s.".formatted(host, settings.url()));
        }
    }
}
