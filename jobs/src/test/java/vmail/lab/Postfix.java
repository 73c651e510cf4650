package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Postfix of our own on a free loopback port: own configuration, queue and log, quick to try again; nothing ever leaves it. */
public final class Postfix implements AutoCloseable {

    private static final Duration DELIVERY = Duration.ofSeconds(30);
    private static final Pattern QUEUED = Pattern.compile("250 2\\.0\\.0 Ok: queued as (\\w+)");

    private static final List<Program> NEEDED = List.of(
            Program.POSTFIX,
            Program.POSTFIX_LDAP,
            Program.POSTCONF,
            Program.POSTMAP,
            Program.POSTQUEUE,
            Program.POSTSUPER);

    /** The commands that {@code vmail render} tells, for another folder than /etc/postfix. */
    private static final String PUT = """
            set -e
            install -m 640 -g postfix "$2/mailboxes.cf" "$2/aliases.cf" "$2/domains.cf" "$1/vmail"
            grep '^[a-z]' "$2/main.cf" | xargs -d '\\n' %s -c "$1" -e
            """.formatted(Program.POSTCONF.path());

    /**
     * As {@code postfix start-fg} does, but faster, for the hundred programs of {@code postfix check} are not run; and master stays in
     * the process group that it is started in, so that this ends as a whole.
     */
    private static final String START = """
            set -e
            cd "$1/queue"
            mkdir -m 700 active bounce corrupt defer deferred flush hold incoming private saved trace
            mkdir -m 755 pid
            mkdir -m 730 maildrop
            mkdir -m 710 public
            chown postfix active bounce corrupt defer deferred flush hold incoming private saved trace maildrop public
            chgrp postdrop maildrop public
            exec "$(%1$s -c "$1/etc" -h daemon_directory)/master" -c "$1/etc" -s
            """.formatted(Program.POSTCONF.path());

    private final Path folder;
    private final int port;
    private final Daemon daemon;

    private Postfix(Path folder, int port, Daemon daemon) {
        this.folder = folder;
        this.port = port;
        this.daemon = daemon;
    }

    /**
     * Starts one; the test is skipped where that is not possible.
     *
     * @param folder for its files; does not exist
     * @param rendered put to use as {@code vmail render} says
     */
    static Postfix start(Path folder, Configuration rendered) throws IOException, InterruptedException {
        for (Program each : NEEDED) {
            each.assumeInstalled();
        }
        Program.assumeRoot();
        int port = LoopbackPort.free();
        PostfixFiles.write(folder, port);
        Ran put = Command.run(List.of(
                "/bin/sh", "-c", PUT, "put", folder + "/etc", rendered.folder().toString()));
        if (!put.equals(new Ran(0, "", ""))) {
            throw new AssertionError(put);
        }
        Daemon daemon =
                Daemon.start(folder.resolve("log/start"), List.of("/bin/sh", "-c", START, "start", folder.toString()));
        Postfix postfix = new Postfix(folder, port, daemon);
        LoopbackPort.await(port, () -> "Postfix does not start: " + daemon.log() + postfix.log());
        return postfix;
    }

    /** Where main.cf is: for {@code postconf -c}, {@code postmap -c}. */
    public Path configuration() {
        return folder.resolve("etc");
    }

    /** Offers a message for each recipient in a dialogue of its own; returns before anything is delivered. */
    public Message send(String recipient) throws IOException {
        String token = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Smtp smtp = new Smtp(port)) {
            // without a sender nothing can be returned to anybody
            smtp.say("MAIL FROM:<>");
            String answer = smtp.say("RCPT TO:<" + recipient + ">");
            if (!answer.startsWith("250")) {
                return new Message(recipient, token, answer, Optional.empty());
            }
            smtp.say("DATA");
            String taken = smtp.say("From: <test@client.example>\r\nTo: <" + recipient + ">\r\nSubject: " + token
                    + "\r\n\r\n" + token + "\r\n.");
            Matcher queued = QUEUED.matcher(taken);
            return new Message(
                    recipient, token, taken, queued.find() ? Optional.of(queued.group(1)) : Optional.empty());
        }
    }

    /**
     * Until Postfix has tried each recipient once.
     *
     * @return what the log says last of each; nothing when Postfix did not take the message
     */
    public List<Outcome> outcomes(Message message) throws IOException {
        if (message.queueId().isEmpty()) {
            return List.of();
        }
        String id = message.queueId().get();
        Waiting.atMost(DELIVERY)
                .until(() -> everybodyWasTried(id), () -> "no outcome for " + message + ":\n" + logOf(id));
        return last(id);
    }

    /** Tries deferred messages at once and waits until this one is gone. */
    public List<Outcome> flush(Message message) throws IOException, InterruptedException {
        String id = message.queueId().orElseThrow();
        run(Program.POSTQUEUE, "-f");
        Waiting.atMost(DELIVERY)
                .until(() -> logOf(id).contains(": removed\n"), () -> message + " is still queued:\n" + logOf(id));
        return last(id);
    }

    /** Forgets a message that waits. */
    public void delete(Message message) throws IOException, InterruptedException {
        run(Program.POSTSUPER, "-d", message.queueId().orElseThrow());
    }

    /** What waits, as postqueue(1) prints it. */
    public String queue() throws IOException, InterruptedException {
        return run(Program.POSTQUEUE, "-p").out();
    }

    /**
     * Asks a map of main.cf.
     *
     * @param map {@code ldap:...}, {@code $virtual_alias_maps} is not expanded
     */
    public Ran postmap(String key, String map) throws IOException, InterruptedException {
        return run(Program.POSTMAP, "-q", key, map);
    }

    /** Runs a program of Postfix on this configuration. */
    public Ran run(Program program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(program.path().toString(), "-c", configuration().toString()));
        command.addAll(Arrays.asList(arguments));
        return Command.run(command);
    }

    /** All it logged. */
    public String log() throws IOException {
        Path log = folder.resolve("log/mail.log");
        return Files.isReadable(log) ? Files.readString(log) : "";
    }

    /** What {@code postfix check} says. */
    public Ran check() throws IOException, InterruptedException {
        return run(Program.POSTFIX, "check");
    }

    private boolean everybodyWasTried(String id) throws IOException {
        String log = logOf(id);
        Matcher active = Pattern.compile("nrcpt=(\\d+) ").matcher(log);
        return active.find() && last(id).size() >= Integer.parseInt(active.group(1));
    }

    private List<Outcome> last(String id) throws IOException {
        Pattern line = Pattern.compile(
                ": " + id + ": to=<([^>]*)>.*?, dsn=([\\d.]+), status=(\\w+) \\((.*)\\)$", Pattern.MULTILINE);
        Map<String, Outcome> byRecipient = new LinkedHashMap<>();
        for (MatchResult each : line.matcher(logOf(id)).results().toList()) {
            byRecipient.put(each.group(1), new Outcome(each.group(1), each.group(3), each.group(2), each.group(4)));
        }
        return List.copyOf(byRecipient.values());
    }

    private String logOf(String id) throws IOException {
        StringBuilder text = new StringBuilder();
        log().lines()
                .filter(line -> line.contains(": " + id + ": "))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
