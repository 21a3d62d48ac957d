package studio.timbre.jobs.together;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/** The body of a new job. */
final class TogetherOrder {
  private static final Set<String> PRICED =
      Set.of("model", "training_file", "validation_file", "n_epochs", "n_evals", "training_method");

  private TogetherOrder() {}

  /**
   * {@code training_type} is left out: an adapter is trained then, while its LoRA form demands a rank whose bounds differ from model
   * to model. There is no metadata; the training file is what a job is known by.
   */
  static ObjectNode body(ApiOrder order, ApiStanding standing) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("model", order.model());
    body.put("training_file", standing.trainingFile().orElseThrow());
    var numbers = order.recipe().numbers();
    numbers.epochs().ifPresent(epochs -> body.put("n_epochs", epochs));
    // The rate itself, not a factor to one.
    numbers.learningRate().ifPresent(rate -> body.put("learning_rate", rate));
    numbers.batchSize().ifPresent(size -> body.put("batch_size", size));
    order.suffix().ifPresent(suffix -> body.put("suffix", suffix));
    order.recipe().seed().ifPresent(seed -> body.put("random_seed", seed));
    standing
        .validationFile()
        .ifPresent(
            file ->
                body.put("validation_file", file)
                    // Without a number nothing is measured; each measuring is billed, so one a
                    // pass.
                    .put("n_evals", numbers.epochs().orElse(1)));
    body.set("training_method", method(order.recipe().method()));
    return body;
  }

  /** The same as far as the price depends on it. */
  static ObjectNode priced(ApiOrder order, ApiStanding standing) {
    return body(order, standing).retain(PRICED);
  }

  private static ObjectNode method(ApiMethod method) {
    var node = JsonNodeFactory.instance.objectNode();
    return switch (method) {
      case ApiMethod.Supervised _ -> node.put("method", "sft").put("train_on_inputs", "auto");
      case ApiMethod.Preference preference -> {
        preference.beta().ifPresent(beta -> node.put("dpo_beta", beta));
        yield node.put("method", "dpo");
      }
      case ApiMethod.Reinforcement _ ->
          throw new IllegalArgumentException("refused before anything is sent");
    };
  }
}
