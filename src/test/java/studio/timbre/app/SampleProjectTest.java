package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.Split;

class SampleProjectTest {
  @TempDir Path folder;

  @Test
  void theSampleIsCompleteSoundAndMadeOnce() throws Exception {
    var timbre = Timbre.startIn(new TimbreFolder(folder));
    try (var sample = timbre.openSample()) {
      assertThat(sample.name()).isEqualTo("Gull & Kettle");
      assertThat(sample.ids(ConversationQuery.of(Split.TRAINING))).hasSizeGreaterThan(150 + 60);
      long[] heldOut = sample.ids(ConversationQuery.of(Split.HELD_OUT));
      assertThat(heldOut).hasSizeGreaterThanOrEqualTo(30);
      assertThat(sample.problems()).extracting(Problem::severity).isEqualTo(List.of());
      assertThat(sample.nextUndo()).isEmpty();
      assertThat(sample.setting(SampleProject.STYLE_GUIDE).orElseThrow()).contains("How we sound");
      sample.delete(heldOut);
    }
    try (var again = timbre.openSample()) {
      assertThat(again.ids(ConversationQuery.of(Split.HELD_OUT))).isEmpty();
      assertThat(again.nextUndo()).isPresent();
    }
    try (var files = java.nio.file.Files.list(folder.resolve("projects"))) {
      assertThat(files.map(path -> path.getFileName().toString()).filter(n -> n.startsWith(".")))
          .isEmpty();
    }
  }
}
