package vmail.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import vmail.writer.configuration.ConfigurationFile;

/**
 * What {@code vmail render} answers: which files it wrote, never what is in them, and what to type next.
 *
 * @param paths of the files, in the same order
 */
record Rendered(List<ConfigurationFile> files, List<Path> paths, List<String> next) {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    List<String> text() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ConfigurationFile file = files.get(i);
            String whose = file.isForGroup() ? ", for group " + file.group() : "";
            lines.add("wrote %s (mode %04o%s)".formatted(paths.get(i), file.mode(), whose));
        }
        lines.add("");
        lines.add("Next, as root where the servers run:");
        next.forEach(command -> lines.add("  " + command));
        return lines;
    }

    String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeName("files").writeStartArray();
            for (int i = 0; i < files.size(); i++) {
                ConfigurationFile file = files.get(i);
                json.writeStartObject()
                        .writeStringProperty("path", paths.get(i).toString())
                        .writeStringProperty("mode", "%04o".formatted(file.mode()))
                        .writeStringProperty("group", file.group())
                        .writeEndObject();
            }
            json.writeEndArray().writeName("next").writeStartArray();
            next.forEach(json::writeString);
            json.writeEndArray().writeEndObject();
        }
        return out.toString();
    }
}
