package vmail.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** As much of IMAP4rev1 (RFC 3501) as it takes to see what a person sees. */
public final class Imap implements AutoCloseable {

    private static final int PATIENCE = 60_000;
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d+) EXISTS");
    private static final Pattern NAME = Pattern.compile("^\\* (?:LIST|LSUB) \\(([^)]*)\\) \"[^\"]*\" \"?(.*?)\"?$");

    private final Socket socket;
    private final InputStream in;
    private int commands;

    /** What a command brought: the untagged lines, literals included, and how it ended: {@code OK ...}, {@code NO ...}, {@code BYE ...}. */
    public record Reply(List<String> lines, String end) {

        public boolean isOk() {
            return end.startsWith("OK");
        }
    }

    Imap(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream());
        line();
    }

    public Reply login(String uid, String password) throws IOException {
        return say("LOGIN " + quoted(uid) + " " + quoted(password));
    }

    /** Names of the folders that can be selected, as the server sorts them. */
    public List<String> list() throws IOException {
        return names("LIST \"\" \"*\"");
    }

    /** Names of the subscribed folders. */
    public List<String> subscribed() throws IOException {
        return names("LSUB \"\" \"*\"");
    }

    public Reply subscribe(String folder) throws IOException {
        return say("SUBSCRIBE " + quoted(folder));
    }

    public Reply select(String folder) throws IOException {
        return say("SELECT " + quoted(folder));
    }

    /** The messages of a folder, whole; they stay as new as they are. */
    public List<String> messages(String folder) throws IOException {
        Reply selected = required(say("EXAMINE " + quoted(folder)));
        int count = selected.lines().stream()
                .map(EXISTS::matcher)
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(1, count).boxed().map(this::message).toList();
    }

    private String message(int number) {
        try {
            return required(say("FETCH " + number + " (BODY.PEEK[])")).lines().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(String command) throws IOException {
        return required(say(command)).lines().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(match -> !match.group(1).contains("Noselect"))
                .map(match -> match.group(2))
                .toList();
    }

    /** Sends any command. */
    public Reply say(String command) throws IOException {
        String tag = "a" + ++commands;
        socket.getOutputStream().write((tag + " " + command + "\r\n").getBytes(ISO_8859_1));
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = line();
            if (line.startsWith(tag + " ")) {
                return new Reply(lines, line.substring(tag.length() + 1));
            }
            if (line.startsWith("* BYE") && !command.equals("LOGOUT")) {
                return new Reply(lines, line.substring(2));
            }
            lines.add(line);
        }
    }

    private static Reply required(Reply reply) {
        if (!reply.isOk()) {
            throw new AssertionError(reply);
        }
        return reply;
    }

    /** With the literals in it. */
    private String line() throws IOException {
        String line = textLine();
        Matcher literal = LITERAL.matcher(line);
        if (literal.find()) {
            byte[] content = in.readNBytes(Integer.parseInt(literal.group(1)));
            return line + "\n" + new String(content, ISO_8859_1) + line();
        }
        return line;
    }

    private String textLine() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the IMAP server closed the connection after: " + text.toString(ISO_8859_1));
            }
            text.write(next);
        }
        return text.toString(ISO_8859_1).replace("\r", "");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** As the end of the session does, which also ends its process. */
    @Override
    public void close() throws IOException {
        try {
            say("LOGOUT");
        } catch (IOException e) {
            // it has ended already
        } finally {
            socket.close();
        }
    }
}
