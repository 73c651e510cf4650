package vmail.writer.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files that would be written are there already, so none is. */
public final class FilesThere extends Exception {

    private static final long serialVersionUID = 1L;

    FilesThere(List<Path> files) {
        super("nothing is written: %s already there. Move %s away, or name another folder"
                .formatted(named(files), files.size() == 1 ? "it" : "them"));
    }

    private static String named(List<Path> files) {
        String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
        return names + (files.size() == 1 ? " is" : " are");
    }
}
