package studio.timbre.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.timbre.Figures;

/** The real model gives the figures that transformers and peft give for the same file. */
class ReferenceFiguresTest {
  private static RealLlama real;

  @BeforeAll
  static void open() throws Exception {
    real = new RealLlama();
  }

  @AfterAll
  static void close() {
    real.close();
  }

  @Test
  void lossesOfTheBaseModelAreWithinAThousandth() throws Exception {
    var figures = Figures.json("base-loss.json");
    var examples = real.examples(figures.path("file").textValue(), 8192);
    double sum = 0;
    long answers = 0;
    try (var model = new Scorer(real.base, Optional.empty())) {
      for (JsonNode row : figures.path("conversations")) {
        var example = examples.get(row.path("index").intValue());
        double expected = row.path("exactLossSum").doubleValue();
        double loss = model.loss(List.of(example));

        assertThat(example.length()).isEqualTo(row.path("tokens").intValue());
        assertThat(example.answerTokens()).isEqualTo(row.path("answerTokens").intValue());
        assertThat(loss).isCloseTo(expected, within(1e-3 * expected));
        sum += loss;
        answers += example.answerTokens();
      }
    }
    double mean = figures.path("exactMeanLoss").doubleValue();
    assertThat(sum / answers).isCloseTo(mean, within(1e-4 * mean));
  }

  @Test
  void gradientsOfEveryLoraMatrixAreWithinAThousandth() throws Exception {
    var figures = Figures.json("lora-gradients.json");
    var batch =
        RealLlama.pick(
            real.examples(figures.path("file").textValue(), 8192), figures.path("batch"));
    int answers = figures.path("answerTokens").intValue();
    try (var model = real.withMadeLora(false);
        var scope = new Scope()) {
      double loss = model.accumulate(batch, 1.0 / answers) / answers;
      assertThat(loss).isCloseTo(figures.path("exactLoss").doubleValue(), within(1e-4));

      var gradients = gradients(model.lora());
      assertThat(figures.path("matrices")).hasSize(gradients.size());
      for (JsonNode row : figures.path("matrices")) {
        String name = row.path("name").textValue();
        var gradient = gradients.get(name);
        double norm = row.path("l2").doubleValue();
        assertThat(l2(gradient)).as(name).isCloseTo(norm, within(1e-3 * norm));
        for (JsonNode entry : row.path("entries")) {
          int at = entry.path(0).intValue() * columns(row) + entry.path(1).intValue();
          double typical = norm / Math.sqrt(gradient.length);
          double expected = entry.path(2).doubleValue();
          assertThat((double) gradient[at])
              .as("%s %s", name, entry)
              .isCloseTo(expected, within(1e-3 * Math.max(Math.abs(expected), 3 * typical)));
        }
      }
    }
  }

  @Test
  void firstTrainingStepsLoseWhatTheReferenceLoses() throws Exception {
    TrainingSteps.compare(real, "constant", 6);
  }

  @Test
  void logitsWithAnAdapterAreThoseOfPeft() throws Exception {
    var figures = Figures.json("adapter-logits.json");
    int[] prompt = Figures.ints(figures.path("prompt"));
    try (var untuned = new Llama(new BaseWeights(real.base), Optional.empty())) {
      compare(untuned, prompt, figures, "base");
    }
    try (var lora = new Lora(real.base.config(), studio.timbre.model.LoraSpec.DEFAULT)) {
      MadeLora.fill(lora, false);
      try (var tuned = new Llama(new BaseWeights(real.base), Optional.of(lora))) {
        compare(tuned, prompt, figures, "adapter");
      }
    }
  }

  private static void compare(Llama llama, int[] prompt, JsonNode figures, String which) {
    try (var cache = new KeyValueCache(llama.config(), prompt.length);
        var scope = new Scope()) {
      var logits = Tensors.floats(llama.goOn(prompt, cache));
      int[] at = Figures.ints(figures.path("at"));
      for (int i = 0; i < at.length; i++) {
        assertThat((double) logits[at[i]])
            .isCloseTo(figures.path("exact").path(which).path(i).doubleValue(), within(1e-3));
      }
    }
  }

  private static Map<String, float[]> gradients(Lora lora) {
    var gradients = new HashMap<String, float[]>();
    for (int layer = 0; layer < lora.layers(); layer++) {
      for (var group : lora.layerGradients(layer)) {
        for (var pair : group.pairs()) {
          String name = "model.layers." + layer + "." + pair.projection().path();
          gradients.put(name + ".lora_A", Tensors.floats(pair.a()));
          gradients.put(name + ".lora_B", Tensors.floats(pair.b()));
        }
      }
    }
    return gradients;
  }

  private static int columns(JsonNode row) {
    return row.path("shape").path(1).intValue();
  }

  private static double l2(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return Math.sqrt(sum);
  }
}
