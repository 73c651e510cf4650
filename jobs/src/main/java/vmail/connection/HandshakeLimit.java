package vmail.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS sockets that do not wait for ever for the other side to begin.
 *
 * <p>The SDK's connect timeout ends when the TCP connection is there: a server that accepts and then is silent, hung or a
 * port of another service, would hold the command for ever. {@link ServerNameVerifier} lifts the limit once the handshake
 * is over.
 */
final class HandshakeLimit extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private final int millis;

    HandshakeLimit(SSLSocketFactory sockets, Duration limit) {
        this.sockets = sockets;
        this.millis = Math.toIntExact(limit.toMillis());
    }

    @Override
    public Socket createSocket() throws IOException {
        return limited(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return limited(sockets.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return limited(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return limited(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return limited(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return limited(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    private Socket limited(Socket socket) throws IOException {
        socket.setSoTimeout(millis);
        return socket;
    }
}
