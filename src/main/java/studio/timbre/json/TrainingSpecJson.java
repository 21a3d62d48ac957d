package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;

/** The numbers of a training run as a JSON object on one line, with names such as {@code learning_rate}. */
public final class TrainingSpecJson {
  private TrainingSpecJson() {}

  public static String write(TrainingSpec spec) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("rank", spec.lora().rank());
    node.put("alpha", spec.lora().alpha());
    ArrayNode projections = node.putArray("projections");
    EnumSet.copyOf(spec.lora().projections()).forEach(p -> projections.add(p.shortName()));
    node.put("epochs", spec.epochs());
    spec.maxSteps().ifPresent(steps -> node.put("max_steps", steps));
    node.put("learning_rate", spec.learningRate());
    node.put("schedule", spec.schedule().name().toLowerCase(Locale.ROOT));
    node.put("warmup_fraction", spec.warmupFraction());
    node.put("batch_size", spec.batchSize());
    node.put("accumulation", spec.accumulation());
    node.put("max_gradient_norm", spec.maxGradientNorm());
    node.put("weight_decay", spec.weightDecay());
    node.put("max_length", spec.maxLength());
    node.put("seed", spec.seed());
    node.put("evaluate_every", spec.evaluateEvery());
    node.put("checkpoint_every", spec.checkpointEvery());
    return node.toString();
  }

  /**
   * Reads what {@link #write} wrote. What is missing has its default; unknown keys are passed over.
   *
   * @throws IllegalArgumentException when it is not a JSON object, or a value is not possible
   */
  public static TrainingSpec read(String json) {
    ObjectNode node = JsonTree.object(json);
    var standard = TrainingSpec.DEFAULT;
    return new TrainingSpec(
        new LoraSpec(
            node.path("rank").asInt(standard.lora().rank()),
            node.path("alpha").asDouble(standard.lora().alpha()),
            projections(node.path("projections"))),
        node.path("epochs").asInt(standard.epochs()),
        node.path("max_steps").isInt()
            ? OptionalInt.of(node.path("max_steps").asInt())
            : OptionalInt.empty(),
        node.path("learning_rate").asDouble(standard.learningRate()),
        TrainingSpec.Schedule.valueOf(
            node.path("schedule").asText(standard.schedule().name()).toUpperCase(Locale.ROOT)),
        node.path("warmup_fraction").asDouble(standard.warmupFraction()),
        node.path("batch_size").asInt(standard.batchSize()),
        node.path("accumulation").asInt(standard.accumulation()),
        node.path("max_gradient_norm").asDouble(standard.maxGradientNorm()),
        node.path("weight_decay").asDouble(standard.weightDecay()),
        node.path("max_length").asInt(standard.maxLength()),
        node.path("seed").asLong(standard.seed()),
        node.path("evaluate_every").asInt(standard.evaluateEvery()),
        node.path("checkpoint_every").asInt(standard.checkpointEvery()));
  }

  private static Set<Projection> projections(JsonNode names) {
    if (!names.isArray()) {
      return LoraSpec.DEFAULT.projections();
    }
    var chosen = EnumSet.noneOf(Projection.class);
    for (var name : names) {
      for (var projection : Projection.values()) {
        if (projection.shortName().equals(name.asText())) {
          chosen.add(projection);
        }
      }
    }
    return chosen;
  }
}
