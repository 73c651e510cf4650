package vmail.reader.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vmail.reader.source.UnusableSource;

/** Our own profiles; {@code vmail/profile/index.txt} names them, one file each. */
public final class Profiles {

    /** Those that were read. */
    private static final Map<String, Profile> KNOWN = new ConcurrentHashMap<>();

    private Profiles() {}

    /** The form of this system itself, which needs no mapping. */
    public static final String HOWTO = "howto";

    /** In the order of the index; {@link #HOWTO} is not among them, nor what profiles are only based on. */
    public static List<String> names() {
        return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    /** Empty when there is none of that name. */
    public static Optional<Profile> find(String name) {
        Optional<Profile> known = Optional.ofNullable(KNOWN.get(name));
        return known.isPresent() ? known : read(name);
    }

    private static Optional<Profile> read(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return Optional.empty();
        }
        try (InputStream resource = Profiles.class.getResourceAsStream("/vmail/profile/" + name + ".yaml")) {
            if (resource == null) {
                return Optional.empty();
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            Profile profile = MappingFile.parse("profile " + name, text);
            KNOWN.put(name, profile);
            return Optional.of(profile);
        } catch (UnusableSource e) {
            throw new AssertionError("our own profile is broken: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("profile " + name + " can not be read from the program's own files", e);
        }
    }

    static List<Profile> all() {
        List<Profile> all = new ArrayList<>();
        for (String name : names()) {
            all.add(find(name).orElseThrow(() -> new AssertionError("index.txt names " + name)));
        }
        return all;
    }

    private static String text(String name) {
        try (InputStream resource = Profiles.class.getResourceAsStream("/vmail/profile/" + name)) {
            if (resource == null) {
                throw new AssertionError("not packaged: /vmail/profile/" + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can not be read from the program's own files", e);
        }
    }
}
