package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void capitalsAndAccentsMakeNoDifference() {
    assertThat(SearchText.fold("Você já é ÓTIMO — “sim”, ΣΑΣ und Straße"))
        .isEqualTo("voce ja e otimo — “sim”, σασ und straße");
    assertThat(SearchText.fold("Ação🙂 İstanbul ŉ")).isEqualTo("acao🙂 istanbul ŉ");
  }

  /** The short way through most texts is the long one's, whatever stands beside what. */
  @Test
  void lettersAloneBecomeWhatTheyBecomeTogether() {
    var random = new Random(8);
    for (int i = 0; i < 100_000; i++) {
      var text = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        int most = new int[] {0x80, 0x180, 0x600, 0x2200, 0x10000}[random.nextInt(5)];
        text.append((char) random.nextInt(most));
      }
      assertThat(SearchText.fold(text.toString()))
          .as("seed 8, text %s", i)
          .isEqualTo(SearchText.foldTogether(text.toString()));
    }
  }
}
