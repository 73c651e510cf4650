package vmail.report.render;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * JSON in ASCII: all else is written as {@code \}{@code uXXXX} (RFC 8259 section 7), so that values arrive exactly as they are,
 * unpaired surrogates too, and nothing in them reaches a terminal.
 */
public final class AsciiJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new DelEscaped())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private AsciiJson() {}

    /** @param out is not closed with it, and what was not ended stays open */
    public static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }
}
