package vmail.lab;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * How processes find vmail: the test class path without what only tests have, copied to where the mail owner can read it, once per
 * virtual machine; root's own folder is closed to him, and with it Maven's repository. As the launcher does, with an archive of loaded
 * classes, which saves a second of each start; for that all classes have to be in jars.
 */
final class ClassPath {

    /** What only tests have; with SLF4J there, for one, Spring would log elsewhere than it does in the product. */
    private static final Pattern OF_TESTS = Pattern.compile(
            "test-classes|(spring-batch-test|spring-test|archunit|slf4j|junit|opentest4j|apiguardian|assertj|byte-buddy)-.*");

    private static final Path SAMPLES = Path.of("..").toAbsolutePath().normalize();

    private ClassPath() {}

    /** Options for java(1), the class path among them. */
    static List<String> options() {
        return Copy.OPTIONS;
    }

    private static final class Copy {
        static final List<String> OPTIONS = make();
    }

    private static List<String> make() {
        try {
            Path folder = Site.openFolder("vmail-classes");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Site.delete(folder)));
            List<String> jars = new ArrayList<>();
            for (Path entry : entries()) {
                Path jar = folder.resolve(jars.size() + "-" + entry.getFileName() + ".jar");
                jars.add((Files.isDirectory(entry) ? pack(entry, jar) : Site.copy(entry, jar)).toString());
            }
            String path = String.join(File.pathSeparator, jars);
            Path archive = folder.resolve("vmail.jsa");
            archive(path, archive, folder.resolve("demo"));
            return List.of("-Xlog:disable", "-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-cp", path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<Path> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry ->
                        !OF_TESTS.matcher(entry.getFileName().toString()).matches())
                .filter(Files::exists)
                .toList();
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        PrintStream said = System.err;
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(said, said, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (code != 0) {
            throw new AssertionError("jar ended with " + code);
        }
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        return jar;
    }

    /** Of what a demo loads. */
    private static void archive(String path, Path archive, Path demo) throws IOException, InterruptedException {
        Command.run(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dvmail.home=" + SAMPLES,
                "-cp",
                path,
                "vmail.cli.Main",
                "demo",
                "--workspace=" + demo));
        if (!Files.exists(archive)) {
            throw new AssertionError("no archive of classes was made");
        }
    }
}
