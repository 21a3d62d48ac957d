package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.jobs.remote.ProviderFacts.Figures;

/** The headers are those of OpenAI's and Azure's documentation. */
class ResultTableTest {
  private static final String OPENAI =
      "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n1,3.5,0.4,,\n2,2.25,0.5,2.5,0.5\n";

  private static Figures row(int step, double loss, OptionalDouble heldOut) {
    return new Figures(OptionalInt.of(step), OptionalInt.empty(), OptionalDouble.of(loss), heldOut);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void emptyCellsWereNotMeasured() {
    assertThat(ResultTable.read(bytes(OPENAI)))
        .containsExactly(row(1, 3.5, OptionalDouble.empty()), row(2, 2.25, OptionalDouble.of(2.5)));
  }

  @Test
  void base64IsTheSameTable() {
    var encoded = Base64.getEncoder().encode(bytes(OPENAI));
    assertThat(ResultTable.read(encoded)).isEqualTo(ResultTable.read(bytes(OPENAI)));
  }

  @Test
  void columnsAreFoundByNameAndTheWholeFileCountsMoreThanABatch() {
    var azure =
        "\uFEFFfull_valid_loss, valid_loss, step, train_mean_token_accuracy, train_loss\r\n0.75,0.5,4,0.9,1.5\r\n";
    assertThat(ResultTable.read(bytes(azure)))
        .containsExactly(row(4, 1.5, OptionalDouble.of(0.75)));
  }

  @Test
  void whatIsNoSuchTableHasNoRows() {
    assertThat(ResultTable.read(bytes("<html>no</html>"))).isEmpty();
    assertThat(ResultTable.read(new byte[0])).isEmpty();
    assertThat(ResultTable.read(bytes("step,train_loss\nx,y\n-1\n"))).isEmpty();
  }
}
