package vmail.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Where servers of tests listen: never on a fixed port, never for other machines. */
final class LoopbackPort {

    private static final Duration START = Duration.ofSeconds(30);

    private LoopbackPort() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Until somebody answers there. */
    static void await(int port, Waiting.Message otherwise) throws IOException {
        Waiting.atMost(START).until(() -> answers(port), otherwise);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
