package vmail.writer.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A folder that gets configuration files: all of them or none, never one in the place of another file, each complete as soon as it has its name. */
public final class ConfigurationFolder {

    private static final int FOLDER_MODE = 0755;

    private final Path folder;
    private final boolean givesGroups;

    /** @param givesGroups whether files are given to the group of their server, which only root can */
    public ConfigurationFolder(Path folder, boolean givesGroups) {
        this.folder = folder;
        this.givesGroups = givesGroups;
    }

    /**
     * Makes the folder where it is missing, but not what is above it.
     *
     * @return the files' paths, in their order
     * @throws FilesThere naming all that are there; then nothing is changed
     */
    public List<Path> write(List<ConfigurationFile> files) throws IOException, FilesThere {
        refuseWhatIsThere(files);
        makeFolder();
        Map<Path, Path> beside = new LinkedHashMap<>();
        List<Path> written = new ArrayList<>();
        try {
            for (ConfigurationFile file : files) {
                Path temporary = folder.resolve("." + file.name() + "." + UUID.randomUUID());
                beside.put(folder.resolve(file.name()), temporary);
                writeBeside(temporary, file);
            }
            for (Map.Entry<Path, Path> each : beside.entrySet()) {
                // link(2) never replaces what is there
                Files.createLink(each.getKey(), each.getValue());
                written.add(each.getKey());
            }
        } catch (FileAlreadyExistsException e) {
            deleteAll(written);
            throw new FilesThere(List.of(Path.of(e.getFile())));
        } catch (IOException e) {
            deleteAll(written);
            throw e;
        } finally {
            deleteAll(beside.values());
        }
        sync(folder);
        return List.copyOf(written);
    }

    private void refuseWhatIsThere(List<ConfigurationFile> files) throws IOException, FilesThere {
        List<Path> there = new ArrayList<>();
        for (ConfigurationFile file : files) {
            Path path = folder.resolve(file.name());
            try {
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                there.add(path);
            } catch (NoSuchFileException e) {
                // so it can be written
            }
        }
        if (!there.isEmpty()) {
            throw new FilesThere(there);
        }
    }

    private void makeFolder() throws IOException {
        try {
            Files.createDirectory(folder);
            // whatever the umask: the servers have to get through it, passwords are guarded by the files' modes
            Files.setAttribute(folder, "unix:mode", FOLDER_MODE);
        } catch (FileAlreadyExistsException e) {
            if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                throw e;
            }
        }
    }

    private void writeBeside(Path path, ConfigurationFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer rest = ByteBuffer.wrap(file.content());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            giveToGroup(path, file);
            Files.setAttribute(path, "unix:mode", file.mode(), LinkOption.NOFOLLOW_LINKS);
            channel.force(true);
        }
    }

    private void giveToGroup(Path path, ConfigurationFile file) throws IOException {
        if (!givesGroups || !file.isForGroup()) {
            return;
        }
        Optional<GroupPrincipal> group = group(file.group());
        if (group.isPresent()) {
            Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setGroup(group.get());
        }
    }

    /** Empty where the server is not installed: the files go to another host. */
    private Optional<GroupPrincipal> group(String name) throws IOException {
        try {
            return Optional.of(
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(name));
        } catch (UserPrincipalNotFoundException e) {
            return Optional.empty();
        }
    }

    private static void deleteAll(Iterable<Path> paths) throws IOException {
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
