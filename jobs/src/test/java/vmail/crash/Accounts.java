package vmail.crash;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** Accounts made from a seed: persons, every fiftieth a shared account with boxes, and readers for each of them. */
final class Accounts {

    private static final int SHARED_EVERY = 50;
    private static final String HEADER = "cn,sn,uid,mail,alias,userPassword,accountStatus,seeAlso,postOfficeBox\n";

    private final Random random;
    private final int shared;

    private Accounts(long seed, int number) {
        this.random = new Random(seed);
        this.shared = Math.max(1, number / SHARED_EVERY);
    }

    /** A CSV source; the same for the same seed. Passwords are hashes, so that two imports give the same entries. */
    static String csv(long seed, int number) {
        Accounts accounts = new Accounts(seed, number);
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < number; i++) {
            text.append(i < accounts.shared ? sharedAccount(i) : accounts.person(i))
                    .append('\n');
        }
        return text.toString();
    }

    private static String sharedAccount(int i) {
        return "Weekly %1$d,Weekly,incoming%1$d,weekly.%1$d@anotherdomain.nu,,,shared,,past.editions|future.%1$d"
                .formatted(i);
    }

    private String person(int i) {
        // each shared account has a reader, and some have many
        String reads = i < 2 * shared ? "Weekly " + (i - shared) : random.nextInt(4) == 0 ? weekly() : "";
        if (!reads.isEmpty() && random.nextBoolean()) {
            String another = weekly();
            reads = another.equals(reads) ? reads : reads + "|" + another;
        }
        String status = i >= 2 * shared && random.nextInt(20) == 0 ? "inactive" : "active";
        return String.format(
                Locale.ROOT,
                "Person %1$d,Person,person%1$d,person.%1$d@anotherdomain.nu,p%1$d@anotherdomain.nu,%2$s,%3$s,%4$s,",
                i,
                password(),
                status,
                reads);
    }

    private String weekly() {
        return "Weekly " + random.nextInt(shared);
    }

    private String password() {
        byte[] hashAndSalt = new byte[24];
        random.nextBytes(hashAndSalt);
        return "{SSHA}" + Base64.getEncoder().encodeToString(hashAndSalt);
    }
}
