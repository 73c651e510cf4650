package vmail.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;

/** As much of RFC 5321 as it takes to hand over a message; every step's answer is kept, nothing is judged. */
final class Smtp implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final BufferedReader in;
    private final BufferedWriter out;

    Smtp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), UTF_8));
        answer();
        say("EHLO client.example");
    }

    /** The answer's last line. */
    String say(String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
        return answer();
    }

    private String answer() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the SMTP server closed the connection");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
