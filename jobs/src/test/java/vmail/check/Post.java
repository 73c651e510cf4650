package vmail.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Puts files into maildirs as mail programs, and others, do. */
record Post(Path maildir) {

    static final String TEXT = "Subject: supper\n\nis ready\n";

    /** A message as Postfix leaves it. */
    Path message(String name) throws IOException {
        return file(name, TEXT, 0600);
    }

    Path file(String name, String content, int mode) throws IOException {
        Path file = Files.writeString(maildir.resolve(name), content, US_ASCII);
        Files.setAttribute(file, "unix:mode", mode);
        return file;
    }

    /** A message that came at a time. */
    Path message(String name, Instant time) throws IOException {
        return at(message(name), time);
    }

    static Path at(Path file, Instant time) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    /** A folder as Courier makes it. */
    Post folder(String name) throws IOException {
        Post folder = new Post(maildir.resolve(name));
        folder.directory("");
        for (String part : new String[] {"cur", "new", "tmp"}) {
            folder.directory(part);
        }
        folder.file("maildirfolder", "", 0600);
        return folder;
    }

    Path directory(String name) throws IOException {
        Path directory = maildir.resolve(name);
        Files.createDirectories(directory);
        Files.setAttribute(directory, "unix:mode", 0700);
        return directory;
    }

    Path fifo(String name) throws IOException, InterruptedException {
        Path fifo = maildir.resolve(name);
        Process made = new ProcessBuilder("mkfifo", "-m", "0600", fifo.toString())
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("no FIFO " + fifo);
        }
        return fifo;
    }

    /** Its directories have not been touched since. */
    void untouchedSince(Instant time) throws IOException {
        for (String part : new String[] {"cur", "new", "tmp", ""}) {
            at(maildir.resolve(part), time);
        }
    }
}
