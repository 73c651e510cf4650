package vmail.reader.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens to files: bytes flipped, put in, left out; the end cut off; lines lost, doubled, swapped. */
public final class Mutation {

    private static final byte[] NASTY =
            "\"\"'\n\n\r,;|:<#@{} =\\\0\u007f-\u00ff\u00fe".getBytes(StandardCharsets.ISO_8859_1);

    private Mutation() {}

    /** One to three of them. */
    public static byte[] of(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(9)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
                case 2 -> bytes = splice(bytes, at, at, new byte[] {NASTY[random.nextInt(NASTY.length)]});
                case 3 -> bytes = splice(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(5)), new byte[0]);
                case 4 -> bytes = random.nextInt(5) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                case 5, 6 -> bytes = lines(bytes, random);
                case 7 -> bytes = splice(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 40)));
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    /** A line lost, doubled, or swapped with another. */
    private static byte[] lines(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        int one = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(one));
            default -> Collections.swap(lines, one, random.nextInt(lines.size()));
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
