package vmail.writer.configuration;

import java.nio.charset.StandardCharsets;

/** A file to be written: its name, who may read it, and what is in it, which may be a password. */
public final class ConfigurationFile {

    /** The group of {@link #OPEN} files does not matter. */
    private static final String NO_GROUP = "";

    private static final int OPEN = 0644;
    private static final int OF_GROUP = 0640;

    private final String name;
    private final int mode;
    private final String group;
    private final byte[] content;

    private ConfigurationFile(String name, int mode, String group, byte[] content) {
        this.name = name;
        this.mode = mode;
        this.group = group;
        this.content = content;
    }

    /** Readable by everybody. */
    static ConfigurationFile open(String name, byte[] content) {
        return new ConfigurationFile(name, OPEN, NO_GROUP, content.clone());
    }

    /** Readable by its owner, root, and by the group of the server that needs it. */
    static ConfigurationFile ofGroup(String name, String group, byte[] content) {
        return new ConfigurationFile(name, OF_GROUP, group, content.clone());
    }

    public String name() {
        return name;
    }

    /** As chmod(1) writes it, 0640 or 0644. */
    public int mode() {
        return mode;
    }

    public boolean isForGroup() {
        return !group.equals(NO_GROUP);
    }

    /** The unix group of the server, as Debian's packages name it; empty where everybody may read. */
    public String group() {
        return group;
    }

    public byte[] content() {
        return content.clone();
    }

    /** What is in it, passwords included: for looking at, not for printing. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%s (0%o)".formatted(name, mode);
    }
}
