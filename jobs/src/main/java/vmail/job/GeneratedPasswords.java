package vmail.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vmail.reader.source.UnusableSource;
import vmail.report.render.PrivateFiles;

/**
 * Passwords for accounts that have none, in a file for its owner alone: login and password as CSV. The file only grows. A password
 * is on the disk before its entry is written, and a login that the file has already keeps its password, so that an import that
 * was killed in between tells nobody a wrong one.
 */
public final class GeneratedPasswords implements AutoCloseable {

    private static final String HEADER = "login,password";

    /** None that look alike: people copy passwords from paper. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** 93 bits. */
    private static final int LENGTH = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel file;
    /** By the cell of the login. */
    private final Map<String, String> passwords = new LinkedHashMap<>();

    private GeneratedPasswords(FileChannel file) {
        this.file = file;
    }

    /** @throws UnusableSource when the file is there and is something else, or others may read it */
    public static GeneratedPasswords open(Path path) throws IOException {
        FileChannel file = FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PrivateFiles.fileMode());
        GeneratedPasswords passwords = new GeneratedPasswords(file);
        try {
            passwords.read(path);
            return passwords;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void read(Path path) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (!PrivateFiles.FILE_MODE.containsAll(mode)) {
            throw new UnusableSource(
                    path.toString(),
                    "others may read the file for generated passwords",
                    "Take that away from them (chmod 600)");
        }
        if (file.size() == 0) {
            append(HEADER + "\n");
            PrivateFiles.syncFolder(path.toAbsolutePath().resolveSibling("."));
            return;
        }
        // not closed: that would close the channel
        BufferedReader lines = new BufferedReader(Channels.newReader(file, UTF_8));
        if (!HEADER.equals(lines.readLine())) {
            throw new UnusableSource(
                    path.toString(), "the file exists and does not hold generated passwords", "Name another");
        }
        long whole = HEADER.length() + 1L;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            long end = whole + line.getBytes(UTF_8).length + 1L;
            if (end > file.size()) {
                // cut off by a crash: its entry was not written
                break;
            }
            whole = end;
            int comma = line.lastIndexOf(',');
            if (comma > 0) {
                passwords.put(line.substring(0, comma), line.substring(comma + 1));
            }
        }
        file.truncate(whole);
        file.position(whole);
    }

    /** One for each login, in the same order; all of them are on the disk when this returns. */
    List<String> of(List<String> logins) throws IOException {
        List<String> found = new ArrayList<>();
        StringBuilder fresh = new StringBuilder();
        for (String login : logins) {
            found.add(passwords.computeIfAbsent(cell(login), cell -> {
                String password = random();
                fresh.append(cell).append(',').append(password).append('\n');
                return password;
            }));
        }
        if (!fresh.isEmpty()) {
            append(fresh.toString());
        }
        return found;
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    private static String random() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    private static String cell(String login) {
        return login.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
                ? '"' + login.replaceAll("\\p{Cntrl}", " ").replace("\"", "\"\"") + '"'
                : login;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Never a password. */
    @Override
    public String toString() {
        return "GeneratedPasswords[" + passwords.size() + "]";
    }
}
