package studio.timbre.jobs.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Provider;

/**
 * What a job is asked to do, under {@code method}. A tree of our own: the SDK has no place for the fields of other providers and for
 * {@code response_format}, and takes a grader of several for one of one.
 */
final class MethodBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MethodBody() {}

  static ObjectNode of(ApiOrder order) {
    var recipe = order.recipe();
    var body = JsonNodeFactory.instance.objectNode();
    String type = recipe.method().word();
    body.put("type", type);
    var method = body.putObject(type);
    if (recipe.method() instanceof ApiMethod.Reinforcement learning) {
      putGrading(learning, method);
    }
    var numbers = method.putObject("hyperparameters");
    putNumbers(recipe.numbers(), order.connection().provider(), numbers);
    putNumbers(recipe.method(), numbers);
    return body;
  }

  /**
   * Nebius takes the learning rate itself, where OpenAI's factor of 1.0 would wreck the run, and changes all weights unless it is told
   * to train an adapter, which it alone serves without a deployment of one's own.
   */
  private static void putNumbers(ApiNumbers numbers, Provider provider, ObjectNode body) {
    boolean absolute = provider == Provider.NEBIUS;
    numbers.epochs().ifPresent(n -> body.put("n_epochs", n));
    numbers.batchSize().ifPresent(n -> body.put("batch_size", n));
    numbers
        .learningRate()
        .ifPresent(rate -> body.put(absolute ? "learning_rate" : "learning_rate_multiplier", rate));
    if (provider == Provider.NEBIUS) {
      body.put("lora", true);
      numbers.adapterRank().ifPresent(rank -> body.put("lora_r", rank));
      numbers.adapterAlpha().ifPresent(alpha -> body.put("lora_alpha", alpha));
    }
  }

  private static void putNumbers(ApiMethod method, ObjectNode body) {
    switch (method) {
      case ApiMethod.Supervised _ -> {}
      case ApiMethod.Preference preference ->
          preference.beta().ifPresent(beta -> body.put("beta", beta));
      case ApiMethod.Reinforcement learning -> {
        learning
            .effort()
            .ifPresent(
                effort -> body.put("reasoning_effort", effort.name().toLowerCase(Locale.ROOT)));
        learning.computeMultiplier().ifPresent(n -> body.put("compute_multiplier", n));
        learning.evaluationInterval().ifPresent(n -> body.put("eval_interval", n));
        learning.evaluationSamples().ifPresent(n -> body.put("eval_samples", n));
      }
    }
  }

  private static void putGrading(ApiMethod.Reinforcement learning, ObjectNode body) {
    body.set("grader", GraderBody.of(learning.grader()));
    if (learning.answerSchema().isPresent()) {
      var format = body.putObject("response_format").put("type", "json_schema");
      format
          .putObject("json_schema")
          .put("name", "answer")
          .put("strict", true)
          .set("schema", schema(learning.answerSchema().get()));
    }
  }

  /**
   * @throws IllegalArgumentException where it is no JSON object, which {@link RecipeChecks} refuses before
   */
  static ObjectNode schema(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode schema) {
        return schema;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }
}
