package vmail.crash;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold at every moment, whatever was killed: mail that arrives now finds its place. */
final class Soundness {

    private static final Set<String> PARTS = Set.of("cur", "new", "tmp");
    private static final String STAGING = ".vmail-staging";

    private Soundness() {}

    /** The directory is looked at first: what becomes visible later must have its stores on the disk by then. */
    static void check(MailHost host) throws IOException, LDAPException {
        List<Entry> entries = host.slapd().entries();
        assertThat(halfMade(host.mailBase())).as("maildirs that are not whole").isEmpty();
        assertThat(withoutStore(entries)).as("visible accounts without a store").isEmpty();
    }

    /** Directories that have some parts of a maildir, or look like one, and not all. */
    private static List<Path> halfMade(Path base) throws IOException {
        List<Path> halfMade = new ArrayList<>();
        Files.walkFileTree(base, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.endsWith(STAGING)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Set<String> names = names(directory);
                boolean maildir = names.stream().anyMatch(PARTS::contains)
                        || names.contains("maildirfolder")
                        || directory.endsWith("Maildir")
                        || directory.getFileName().toString().startsWith(".");
                if (maildir && !names.containsAll(PARTS)) {
                    halfMade.add(directory);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return halfMade;
    }

    private static List<String> withoutStore(List<Entry> entries) throws IOException {
        List<String> without = new ArrayList<>();
        for (Entry entry : entries) {
            String status = entry.getAttributeValue("accountStatus");
            if (status != null && !status.equals("inactive") && !hasStore(entry)) {
                without.add(entry.getDN());
            }
        }
        return without;
    }

    private static boolean hasStore(Entry entry) throws IOException {
        Path store = Path.of(entry.getAttributeValue("mailMessageStore"));
        if (!entry.hasAttributeValue("accountStatus", "shared")) {
            return names(store).containsAll(PARTS) && subscriptions(entry, store) == seeAlsos(entry);
        }
        boolean linked =
                Files.isSymbolicLink(store) && names(store).containsAll(Set.of("cur", "new", "tmp", "maildirfolder"));
        if (linked) {
            Path maildir = Files.readSymbolicLink(store).resolveSibling("");
            for (String box : entry.getAttributeValues("postOfficeBox")) {
                linked &= names(maildir.resolve("." + box)).containsAll(PARTS);
            }
        }
        return linked;
    }

    private static int seeAlsos(Entry entry) {
        return entry.hasAttribute("seeAlso") ? entry.getAttributeValues("seeAlso").length : 0;
    }

    private static int subscriptions(Entry entry, Path store) throws IOException {
        return seeAlsos(entry) == 0
                ? 0
                : Files.readAllLines(store.resolve("shared-maildirs")).size();
    }

    private static Set<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> names = Files.list(directory)) {
            return names.filter(path -> Files.exists(path, NOFOLLOW_LINKS))
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
