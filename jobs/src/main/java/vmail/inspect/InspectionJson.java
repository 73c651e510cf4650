package vmail.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import vmail.reader.profile.AttributeCount;
import vmail.reader.profile.Meanings.Meaning;
import vmail.report.render.AsciiJson;
import vmail.report.run.Counts;

/** An inspection as one JSON object on one line, for programs; pure ASCII. */
public final class InspectionJson {

    private final JsonGenerator json;

    private InspectionJson(JsonGenerator json) {
        this.json = json;
    }

    /** Fits into memory, since all that is counted by name is limited. */
    public static String of(Inspection inspection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = AsciiJson.generator(out)) {
            new InspectionJson(json).write(inspection);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    private void write(Inspection inspection) {
        json.writeStartObject().writeArrayPropertyStart("sources");
        inspection.files().forEach(this::write);
        json.writeEndArray();
        write(inspection.check());
        json.writeArrayPropertyStart("notes");
        inspection.remarks().forEach(json::writeString);
        json.writeEndArray().writeEndObject();
    }

    private void write(Inspected file) {
        SourceContent content = file.content();
        json.writeStartObject()
                .writeStringProperty("source", file.source().name())
                .writeStringProperty("format", file.source().format().name())
                .writeStringProperty(
                        "encoding", file.source().encoding().charset().name())
                .writeStringProperty(
                        "encodingKnown", InspectionText.how(file.source().encoding()));
        content.separator().ifPresent(separator -> json.writeStringProperty("separator", separator.toString()));
        json.writeArrayPropertyStart("header");
        content.titles().forEach(json::writeString);
        json.writeEndArray()
                .writeNumberProperty("records", content.records())
                .writeNumberProperty("unreadable", content.unreadable())
                .writeArrayPropertyStart("problems");
        content.problems().forEach(problem -> json.writeString(problem.where() + ": " + problem.message()));
        json.writeEndArray();
        write(file.verdict());
        write("kinds", content.kinds());
        attributes(content.attributes(), file.meanings());
        if (content.furtherAttributes() > 0) {
            json.writeNumberProperty("attributesNotNamed", content.furtherAttributes());
        }
        write("passwords", content.passwords());
        write("domains", content.domains());
        json.writeEndObject();
    }

    private void write(ProfileVerdict verdict) {
        json.writeStringProperty("profile", verdict.word())
                .writeStringProperty("why", verdict.why())
                .writeArrayPropertyStart("otherProfiles");
        for (ProfileVerdict.Other other : verdict.others()) {
            json.writeStartObject()
                    .writeStringProperty("profile", other.profile().name())
                    .writeNumberProperty("records", other.records())
                    .writeStringProperty("why", other.why())
                    .writeEndObject();
        }
        json.writeEndArray();
    }

    private void attributes(List<AttributeCount> counts, List<Optional<Meaning>> meanings) {
        json.writeArrayPropertyStart("attributes");
        for (int i = 0; i < counts.size(); i++) {
            json.writeStartObject()
                    .writeStringProperty("name", counts.get(i).name())
                    .writeNumberProperty("values", counts.get(i).values())
                    .writeNumberProperty("records", counts.get(i).records());
            meanings.get(i).ifPresent(meaning -> json.writeStringProperty("meaning", meaning.text()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(String name, Tallied tallied) {
        json.writeArrayPropertyStart(name);
        for (Tallied.Count count : tallied.counts()) {
            json.writeStartObject()
                    .writeStringProperty("name", count.name())
                    .writeNumberProperty("count", count.count())
                    .writeEndObject();
        }
        json.writeEndArray();
        if (tallied.others() > 0) {
            json.writeNumberProperty(name + "NotNamed", tallied.others());
        }
    }

    private void write(Forecast check) {
        json.writeObjectPropertyStart("check");
        if (check.counts().isEmpty()) {
            json.writeStringProperty("obstacle", check.obstacle()).writeEndObject();
            return;
        }
        Counts counts = check.counts().get();
        json.writeNumberProperty("read", counts.read())
                .writeNumberProperty("accounts", counts.accounts())
                .writeNumberProperty("shared", counts.shared())
                .writeNumberProperty("aliases", counts.aliases())
                .writeNumberProperty("domains", counts.domains())
                .writeNumberProperty("rejected", counts.rejected())
                .writeNumberProperty("skipped", counts.skipped())
                .writeNumberProperty("lost", counts.lost())
                .writeNumberProperty("warnings", check.warnings());
        write("errors", check.errors());
        json.writeArrayPropertyStart("losses");
        check.losses().forEach(json::writeString);
        json.writeEndArray().writeEndObject();
    }
}
