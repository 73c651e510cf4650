package vmail.reader.source;

import java.util.Arrays;
import java.util.Optional;

/** What the first bytes of a file tell about its encoding. */
enum TextEncoding {
    UTF_8("UTF-8", 3) {
        @Override
        boolean starts(byte[] head) {
            return startsWith(head, 0xef, 0xbb, 0xbf);
        }
    },
    // before UTF-16LE, whose mark is the beginning of this one
    UTF_32LE("UTF-32LE", 4) {
        @Override
        boolean starts(byte[] head) {
            return startsWith(head, 0xff, 0xfe, 0, 0);
        }
    },
    UTF_32BE("UTF-32BE", 4) {
        @Override
        boolean starts(byte[] head) {
            return startsWith(head, 0, 0, 0xfe, 0xff);
        }
    },
    /** With its mark, or without as older exports of Exchange have it: each second byte of ASCII text is NUL. */
    UTF_16LE("UTF-16LE", 2) {
        @Override
        boolean starts(byte[] head) {
            return startsWith(head, 0xff, 0xfe)
                    || (head.length >= 4 && head[0] > 0 && head[1] == 0 && head[2] > 0 && head[3] == 0);
        }
    },
    UTF_16BE("UTF-16BE", 2) {
        @Override
        boolean starts(byte[] head) {
            return startsWith(head, 0xfe, 0xff)
                    || (head.length >= 4 && head[0] == 0 && head[1] > 0 && head[2] == 0 && head[3] > 0);
        }
    };

    /** Enough bytes to tell them apart. */
    static final int HEAD = 4;

    private final String text;
    private final int markLength;

    TextEncoding(String text, int markLength) {
        this.text = text;
        this.markLength = markLength;
    }

    abstract boolean starts(byte[] head);

    /** The encoding that a file tells by its first bytes; empty when it tells none. */
    static Optional<TextEncoding> of(byte[] head) {
        return Arrays.stream(values()).filter(encoding -> encoding.starts(head)).findFirst();
    }

    /** The bytes of the byte order mark. */
    int markLength() {
        return markLength;
    }

    UnusableSource refused(String name) {
        return new UnusableSource(
                name, "the file is " + text + ", not UTF-8", "Convert it first: " + iconv(text, name));
    }

    /** The command that turns a file into UTF-8. */
    static String iconv(String from, String name) {
        String input = name.endsWith(".gz") ? "gunzip -c " + ShellWord.of(name) + " | " : "";
        String file = name.endsWith(".gz") ? "" : " " + ShellWord.of(name);
        String output = name.replaceFirst("\\.gz$", "").replaceFirst("(\\.[A-Za-z]+)?$", "-utf8$1");
        return input + "iconv -f " + from + " -t UTF-8" + file + " > " + ShellWord.of(output);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
