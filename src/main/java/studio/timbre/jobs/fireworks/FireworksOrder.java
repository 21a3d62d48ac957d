package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/** The body of a new job. An adapter is trained; the rate is the rate itself. There is no seed and no metadata. */
final class FireworksOrder {
  private FireworksOrder() {}

  static ObjectNode body(ApiOrder order, ApiStanding standing, FireworksNames names) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("displayName", FireworksNames.job(order.id()));
    body.put("dataset", names.full("datasets", standing.trainingFile().orElseThrow()));
    switch (order.recipe().method()) {
      case ApiMethod.Supervised _ -> {
        standing
            .validationFile()
            .ifPresent(file -> body.put("evaluationDataset", names.full("datasets", file)));
        train(order, names, body);
      }
      case ApiMethod.Preference preference -> {
        train(order, names, body.putObject("trainingConfig"));
        loss(preference, body.putObject("lossConfig"));
      }
      case ApiMethod.Reinforcement _ ->
          throw new IllegalArgumentException("refused before anything is sent");
    }
    return body;
  }

  private static void train(ApiOrder order, FireworksNames names, ObjectNode into) {
    into.put("baseModel", order.model());
    order
        .suffix()
        .map(suffix -> FireworksNames.model(suffix, order.id()))
        .ifPresent(model -> into.put("outputModel", names.full("models", model)));
    var numbers = order.recipe().numbers();
    numbers.epochs().ifPresent(epochs -> into.put("epochs", epochs));
    numbers.learningRate().ifPresent(rate -> into.put("learningRate", rate));
    numbers.batchSize().ifPresent(size -> into.put("batchSizeSamples", size));
  }

  /** The method is always named: where it is left out, one text says that it is DPO, and another that it is not. */
  private static void loss(ApiMethod.Preference preference, ObjectNode into) {
    into.put("method", "DPO");
    preference.beta().ifPresent(beta -> into.putObject("dpo").put("beta", beta));
  }
}
