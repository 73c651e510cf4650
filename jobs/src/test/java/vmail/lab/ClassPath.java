package vmail.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where processes find vmail: the test class path without what only tests have. Root's own folder is closed to them, and with it Maven's repository: as root a
 * copy is made, once per virtual machine.
 */
final class ClassPath {

    /** What only tests have; with SLF4J there, for one, Spring would log elsewhere than it does in the product. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "test-classes|(spring-batch-test|spring-test|archunit|slf4j|junit|opentest4j|apiguardian|assertj|byte-buddy)-.*");

    private ClassPath() {}

    static String readableByAll() {
        return Copy.PATH;
    }

    private static final class Copy {
        static final String PATH = make();
    }

    private static String make() {
        List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry ->
                        !OF_TESTS.matcher(entry.getFileName().toString()).matches())
                .filter(Files::exists)
                .toList();
        if (!MailOwner.isRoot()) {
            return join(entries);
        }
        try {
            Path folder = Site.openFolder("vmail-classes");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Site.delete(folder)));
            List<Path> copies = new ArrayList<>();
            for (Path entry : entries) {
                copies.add(Site.copy(entry, folder.resolve(copies.size() + "-" + entry.getFileName())));
            }
            return join(copies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String join(List<Path> entries) {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }
}
