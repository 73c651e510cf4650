package vmail.cli;

import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import vmail.explain.Explanation;
import vmail.explain.Part;
import vmail.explain.Step;
import vmail.report.render.CheckedOutput;
import vmail.report.render.JsonSink;

/** An explanation for programs: one JSON object on one line, all but ASCII escaped. */
final class ExplanationJson {

    private ExplanationJson() {}

    static void write(Explanation explanation, Terminal terminal) {
        JsonSink.writeObject(new CheckedOutput(terminal.out()), json -> {
            json.writeStringProperty("question", explanation.question().toString())
                    .writeArrayPropertyStart("parts");
            explanation.parts().forEach(part -> write(part, json));
            json.writeEndArray()
                    .writeBooleanProperty("fault", explanation.hasFault())
                    .writeBooleanProperty("inconclusive", explanation.isInconclusive())
                    .writeArrayPropertyStart("conclusion");
            explanation.conclusion().forEach(json::writeString);
            json.writeEndArray();
        });
    }

    private static void write(Part part, JsonGenerator json) {
        json.writeStartObject().writeStringProperty("title", part.title()).writeArrayPropertyStart("steps");
        part.steps().forEach(step -> write(step, json));
        json.writeEndArray().writeEndObject();
    }

    private static void write(Step step, JsonGenerator json) {
        json.writeStartObject()
                .writeStringProperty("asked", step.asked())
                .writeStringProperty("answer", step.answer())
                .writeStringProperty("outcome", step.outcome().name().toLowerCase(Locale.ROOT))
                .writeStringProperty("effect", step.effect().name())
                .writeArrayPropertyStart("findings");
        step.findings().forEach(finding -> JsonSink.write(finding, json));
        json.writeEndArray().writeEndObject();
    }
}
