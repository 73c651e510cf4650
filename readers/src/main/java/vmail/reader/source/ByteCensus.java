package vmail.reader.source;

/**
 * Counts what a file's bytes could be: characters of UTF-8, bytes that are not, and what else tells single-byte encodings
 * from others. Takes the file in pieces.
 */
final class ByteCensus {

    private long characters;
    private long broken;
    private long high;
    private long controls;
    private long unlikely;
    private long runs;
    private long single;

    private int run;
    private int before;
    /** Continuation bytes still to come, and the range of the next. */
    private int open;

    private int low = 0x80;
    private int top = 0xbf;

    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x80 && run == 0 && open == 0) {
                before = b;
                continue;
            }
            utf8(b);
            singleByte(b);
            before = b;
        }
    }

    void end() {
        utf8(0);
        singleByte(0);
    }

    boolean isUtf8() {
        return broken == 0;
    }

    /** Whether a file that is mostly UTF-8 has other bytes as well, such as two files put together. */
    boolean isUtf8WithFaults() {
        return broken > 0 && characters > broken;
    }

    /**
     * Whether bytes are as Western European text has them in windows-1252: above 0x9F there are letters, below mostly quotes
     * and dashes, which Shift_JIS and the code pages of DOS and Macintosh use for letters.
     */
    boolean isWestern() {
        return unlikely * 2 < high;
    }

    /** Whether bytes above ASCII stand together as in scripts other than Latin, and there are enough of them to tell. */
    boolean isOtherScript() {
        return high >= 8 && single * 4 <= runs;
    }

    /** Whether as many bytes are from 0x80 to 0x9F as in Shift_JIS, where they begin most characters. */
    boolean isLikeShiftJis() {
        return controls * 3 >= high;
    }

    private void singleByte(int b) {
        if (b < 0x80) {
            runs += run > 0 ? 1 : 0;
            single += run == 1 ? 1 : 0;
            run = 0;
            return;
        }
        run++;
        high++;
        controls += b < 0xa0 ? 1 : 0;
        unlikely += isUnlikely(b) ? 1 : 0;
    }

    private boolean isUnlikely(int b) {
        return switch (b) {
            // euro, ellipsis, quotes, bullet, dashes, trade mark
            case 0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99 -> false;
            // opening quotes, which follow no letter
            case 0x82, 0x84 -> Character.isLetter(before);
            default -> b < 0xa0;
        };
    }

    private void utf8(int b) {
        if (open > 0) {
            if (b >= low && b <= top) {
                low = 0x80;
                top = 0xbf;
                characters += --open == 0 ? 1 : 0;
                return;
            }
            broken++;
            open = 0;
            low = 0x80;
            top = 0xbf;
        }
        if (b >= 0x80) {
            lead(b);
        }
    }

    /** RFC 3629, section 4: no surrogates, nothing in more bytes than it needs. */
    private void lead(int b) {
        if (b < 0xc2 || b > 0xf4) {
            broken++;
            return;
        }
        open = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        top = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    }
}
