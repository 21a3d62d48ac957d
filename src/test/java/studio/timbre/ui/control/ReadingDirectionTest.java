package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingDirectionTest {

  @ParameterizedTest
  @CsvSource({
    "Where is it?, LEFT_TO_RIGHT",
    "أين طلبي؟, RIGHT_TO_LEFT",
    "12. שלום Ana, RIGHT_TO_LEFT",
    "😀 \uD83A\uDD00, RIGHT_TO_LEFT",
    "Ana אמרה, LEFT_TO_RIGHT",
    "注文はどこ, LEFT_TO_RIGHT",
    "42 %, INHERIT",
    "'', INHERIT"
  })
  void theFirstLetterDecides(String text, NodeOrientation direction) {
    assertThat(ReadingDirection.of(text)).isEqualTo(direction);
  }
}
