package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.Figures;
import studio.timbre.RealModel;
import studio.timbre.pricing.Catalogue;

class ModelCountersTest {
  @TempDir Path folder;

  /** By {@code transformers}: apply_chat_template of each held-out conversation. */
  @Test
  void aFileCountsForALocalModelAsItsOwnLibraryCounts() throws Exception {
    long tokens = 0;
    long answers = 0;
    for (var figure : Figures.lines("chat-template.jsonl.gz")) {
      if (figure.get("set").asText().equals("heldout.en")) {
        tokens += figure.get("ids").size();
        answers += figure.get("mask").size();
      }
    }
    var models = models();
    models.add(RealModel.path());
    String name = models.list().getFirst().name();
    var counting = new FileCounting(Catalogue.shipped(), new ModelCounters(models));
    var target = counting.target(name).orElseThrow();
    assertThat(counting.target(RealModel.path().toString()).orElseThrow().counter().name())
        .isEqualTo(target.counter().name());
    var file = Path.of("src/main/resources/studio/timbre/sample/heldout.en.jsonl");
    var report = counting.count(file, target, OptionalInt.empty());
    assertThat(report.counter()).startsWith("local:");
    assertThat(report.estimate().examples()).isEqualTo(30);
    assertThat(report.estimate().tokens()).isEqualTo(tokens).isPositive();
    assertThat(report.estimate().assistantTokens()).isEqualTo(answers).isPositive();
    assertThat(report.estimate().costUsd()).isEmpty();
  }

  @Test
  void aNameWithoutAFileIsNoLocalModel() throws Exception {
    var counters = new ModelCounters(models());
    assertThat(counters.of("gpt-4o-mini")).isEmpty();
    assertThat(counters.of("no\0path")).isEmpty();
  }

  private Models models() {
    return new Models(folder, () -> "http://localhost:1");
  }
}
