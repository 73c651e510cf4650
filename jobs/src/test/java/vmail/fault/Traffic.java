package vmail.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vmail.lab.Imap;
import vmail.lab.MailSystem;

/** People at work: mail comes in all the time, sessions read it, file it, tidy up, make and delete folders. */
final class Traffic implements AutoCloseable {

    private static final long BETWEEN = 20_000_000;
    private static final long PATIENCE = 60_000_000_000L;
    private static final String TEXT = "Subject: filed\r\n\r\nHello.\r\n";

    private final MailSystem system;
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean over;

    private interface Work {
        void once(Random random) throws IOException;
    }

    private Traffic(MailSystem system) {
        this.system = system;
    }

    static Traffic among(MailSystem system, List<Household> households) {
        Traffic traffic = new Traffic(system);
        List<Member> all = households.stream()
                .flatMap(household -> household.all().stream())
                .filter(member -> !member.name().startsWith("Fay"))
                .toList();
        traffic.start("sender", random -> traffic.send(all.get(random.nextInt(all.size()))));
        for (Household household : households) {
            traffic.start("reader", random -> traffic.read(household.ada(), household.gazette(), random));
            traffic.start("owner", random -> traffic.read(household.cleo(), household.gazette(), random));
            traffic.start("newcomer", random -> traffic.read(household.ben(), household.team(), random));
        }
        return traffic;
    }

    private void start(String name, Work work) {
        Random random = new Random(threads.size());
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!over) {
                            work.once(random);
                        }
                    } catch (IOException | AssertionError e) {
                        failures.add(e);
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    private void send(Member to) throws IOException {
        system.postfix().send(to.mail());
        sent.incrementAndGet();
        LockSupport.parkNanos(BETWEEN);
    }

    /** A session of some commands; those that come too late (a message that is gone) are refused, which is normal. */
    private void read(Member person, Member shared, Random random) throws IOException {
        try (Imap imap = system.login(person.uid(), person.password())) {
            for (int i = 0; i < 5 && !over; i++) {
                for (String command : commands(shared, random)) {
                    imap.say(command);
                    done.incrementAndGet();
                    LockSupport.parkNanos(BETWEEN);
                }
            }
        }
    }

    private static List<String> commands(Member shared, Random random) {
        String folder = "\"shared." + shared.nick() + "." + shared.uid() + "\"";
        String own = "\"INBOX.Folder" + random.nextInt(3) + "\"";
        return switch (random.nextInt(8)) {
            case 0 -> List.of("SELECT INBOX", "STORE 1:* +FLAGS (\\Seen)", "COPY 1:2 " + own);
            case 1 -> List.of("SELECT INBOX", "STORE 1:3 +FLAGS (\\Deleted)", "EXPUNGE");
            case 2 -> List.of("CREATE " + own, "SUBSCRIBE " + own, "STATUS " + own + " (MESSAGES UNSEEN)");
            case 3 -> List.of("UNSUBSCRIBE " + own, "DELETE " + own);
            case 4 -> List.of("RENAME " + own + " \"INBOX.Renamed\"", "DELETE \"INBOX.Renamed\"");
            case 5 -> List.of("SUBSCRIBE " + folder, "SELECT " + folder, "STORE 1 +FLAGS (\\Flagged)", "COPY 1 INBOX");
            case 6 -> List.of("SELECT " + folder, "STORE 1:2 +FLAGS (\\Deleted)", "EXPUNGE", "CLOSE");
            default ->
                List.of(
                        "APPEND INBOX (\\Seen) {" + TEXT.length() + "}\r\n" + TEXT,
                        "LIST \"\" \"*\"",
                        "LSUB \"\" \"*\"");
        };
    }

    int sent() {
        return sent.get();
    }

    int done() {
        return done.get();
    }

    /** Returns when more mail has come in, and more commands were answered, than so many. */
    void awaitMore(int mails, int commands) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (sent.get() <= mails || done.get() <= commands) {
            if (System.nanoTime() > deadline || !failures.isEmpty()) {
                throw new AssertionError("the traffic has come to a stand: " + failures);
            }
            Thread.sleep(5);
        }
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
