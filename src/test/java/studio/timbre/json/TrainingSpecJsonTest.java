package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;

class TrainingSpecJsonTest {
  private static final TrainingSpec ODD =
      new TrainingSpec(
          new LoraSpec(8, 12.5, EnumSet.of(Projection.QUERY, Projection.DOWN)),
          7,
          OptionalInt.of(40),
          3e-5,
          TrainingSpec.Schedule.LINEAR,
          0.1,
          2,
          4,
          0.5,
          0.01,
          1024,
          -9_000_000_000L,
          5,
          6);

  @Test
  void everyNumberComesBack() {
    assertThat(TrainingSpecJson.read(TrainingSpecJson.write(ODD))).isEqualTo(ODD);
    assertThat(TrainingSpecJson.read(TrainingSpecJson.write(TrainingSpec.DEFAULT)))
        .isEqualTo(TrainingSpec.DEFAULT);
  }

  @Test
  void projectionsHaveTheNamesOfPeft() {
    assertThat(TrainingSpecJson.write(ODD)).contains("\"projections\":[\"q_proj\",\"down_proj\"]");
  }

  @Test
  void whatIsMissingHasItsDefault() {
    assertThat(TrainingSpecJson.read("{\"later\":true}")).isEqualTo(TrainingSpec.DEFAULT);
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TrainingSpecJson.read("{\"rank\":0}"));
    assertThatIllegalArgumentException().isThrownBy(() -> TrainingSpecJson.read("nonsense"));
  }
}
