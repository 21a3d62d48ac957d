package studio.timbre.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.Figures;
import studio.timbre.RealModel;

/**
 * The library peft loads an adapter that Timbre wrote and computes the same logits. Needs the Python that {@code
 * TIMBRE_REFERENCE_PYTHON} names, with src/test/reference/requirements.txt.
 */
class AdapterAgainstReference {
  @TempDir Path folder;

  @Test
  void peftGivesTheSameLogits() throws Exception {
    String python = System.getenv("TIMBRE_REFERENCE_PYTHON");
    assumeTrue(python != null, "TIMBRE_REFERENCE_PYTHON names no Python");
    try (var real = new RealLlama();
        var model = real.withMadeLora(false)) {
      var batch = real.examples("train.en.jsonl", 256).subList(0, 4);
      for (int i = 0; i < 3; i++) {
        model.accumulate(batch, 1e-2);
        model.step(1e-3, 1, 0);
      }
      model.saveAdapter(folder);

      var reference = check(python);

      assertThat(reference.path("matrices").intValue()).isEqualTo(2 * 7 * 30);
      float[] logits = scores(real, Figures.ints(reference.path("prompt")));
      int[] at = Figures.ints(reference.path("at"));
      double moved = 0;
      for (int i = 0; i < at.length; i++) {
        double expected = reference.path("adapter").path("values").path(i).doubleValue();
        assertThat((double) logits[at[i]]).isCloseTo(expected, within(1e-3));
        moved += Math.abs(expected - reference.path("base").path("values").path(i).doubleValue());
      }
      assertThat(moved).as("the adapter does something").isGreaterThan(0.1);
    }
  }

  /** The scores of the next word, from the folder as it was written. */
  private float[] scores(RealLlama real, int[] prompt) throws Exception {
    try (var lora = AdapterFolder.read(real.base, folder);
        var llama = new Llama(new BaseWeights(real.base), Optional.of(lora));
        var cache = new KeyValueCache(llama.config(), prompt.length);
        var scope = new Scope()) {
      return Tensors.floats(llama.goOn(prompt, cache));
    }
  }

  private JsonNode check(String python) throws Exception {
    var log = Files.createTempFile("check_adapter", ".txt");
    var builder =
        new ProcessBuilder(python, "src/test/reference/check_adapter.py", folder.toString())
            .redirectError(log.toFile());
    builder
        .environment()
        .put("TIMBRE_MODELS", RealModel.path().toAbsolutePath().getParent().toString());
    var process = builder.start();
    String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return JsonMapper.builder().build().readTree(json);
  }
}
