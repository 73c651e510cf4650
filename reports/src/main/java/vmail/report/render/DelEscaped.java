package vmail.report.render;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/** JSON's own escapes and DEL, the one ASCII control character that RFC 8259 lets through. */
final class DelEscaped extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final int DEL = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DEL] = ESCAPE_STANDARD;
        return codes;
    }

    /** Never asked: no code above is {@link #ESCAPE_CUSTOM}, and all but ASCII is escaped by the generator. */
    @Override
    public SerializableString getEscapeSequence(int character) {
        throw new AssertionError("no escape of our own for " + character);
    }
}
