package studio.timbre.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;

/** What the templates of a grader can reach: the fields of the training lines, and the answer that is graded. */
final class GraderFields {
  /** Not for graders: what the model is given. */
  private static final Set<String> RESERVED =
      Set.of("tools", "parallel_tool_calls", "functions", Conversation.REJECTED);

  private GraderFields() {}

  static List<String> of(TrainingSource source) {
    var keys = new LinkedHashSet<String>();
    // A conversation that ends with our answer gives it away under this name.
    keys.add("reference_answer");
    source.each(
        Split.TRAINING,
        source.filter(),
        conversation ->
            conversation.extras().keySet().stream()
                .filter(key -> !RESERVED.contains(key))
                .forEach(keys::add));
    var fields = new ArrayList<String>();
    fields.add("{{sample.output_text}}");
    keys.forEach(key -> fields.add("{{item." + key + "}}"));
    return List.copyOf(fields);
  }
}
