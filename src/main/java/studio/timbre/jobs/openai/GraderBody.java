package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import studio.timbre.model.Grader;

/**
 * A grader as OpenAI's interface takes it. A grader of several is an object of names and graders, as the guide has it; the published
 * description types it as one single grader.
 */
final class GraderBody {
  private GraderBody() {}

  static ObjectNode of(Grader grader) {
    var body = JsonNodeFactory.instance.objectNode();
    switch (grader) {
      case Grader.StringCheck check ->
          body.put("type", "string_check")
              .put("name", check.name())
              .put("input", check.input())
              .put("reference", check.reference())
              .put("operation", lower(check.operation()));
      case Grader.TextSimilarity likeness ->
          body.put("type", "text_similarity")
              .put("name", likeness.name())
              .put("input", likeness.input())
              .put("reference", likeness.reference())
              .put("evaluation_metric", lower(likeness.metric()));
      case Grader.ScoreModel judge -> {
        body.put("type", "score_model").put("name", judge.name()).put("model", judge.model());
        body.putArray("input").addObject().put("role", "user").put("content", judge.instruction());
        body.putArray("range").add(judge.low()).add(judge.high());
      }
      case Grader.Python function -> {
        body.put("type", "python").put("name", function.name()).put("source", function.source());
        function.image().ifPresent(image -> body.put("image_tag", image));
      }
      case Grader.Multi several -> {
        body.put("type", "multi").put("name", several.name());
        var parts = body.putObject("graders");
        several.parts().forEach((name, part) -> parts.set(name, of(part)));
        body.put("calculate_output", several.formula());
      }
    }
    return body;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
