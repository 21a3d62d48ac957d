package studio.timbre.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.timbre.app.history.Piece.Kind;

class WordDiffTest {

  private static String marked(String before, String after) {
    return WordDiff.of(before, after).stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case SAME -> piece.text();
                  case REMOVED -> "[-" + piece.text() + "]";
                  case ADDED -> "[+" + piece.text() + "]";
                })
        .collect(Collectors.joining());
  }

  @Test
  void wholeWordsAreTakenOutAndPutIn() {
    assertThat(marked("It left us on Monday.", "It left us on Tuesday."))
        .isEqualTo("It left us on [-Monday][+Tuesday].");
    assertThat(marked("Good day", "Good day, Ana")).isEqualTo("Good day[+, Ana]");
    assertThat(marked("", "New")).isEqualTo("[+New]");
    assertThat(marked("Same", "Same")).isEqualTo("Same");
    assertThat(marked("", "")).isEmpty();
  }

  @Test
  void aSentenceThatIsWordedAnewStaysTogether() {
    assertThat(marked("we regret this", "they liked that"))
        .isEqualTo("[-we regret this][+they liked that]");
  }

  @Test
  void scriptsWithoutBlanksAreComparedByCharacters() {
    assertThat(marked("注文はどこですか", "注文は今どこですか")).isEqualTo("注文は[+今]どこですか");
    assertThat(marked("สวัสดี", "สวัสดีค่ะ")).isEqualTo("สวัสดี[+ค่ะ]");
  }

  @Test
  void anAccentBelongsToItsLetter() {
    assertThat(marked("cafe\u0301 novo", "cafe novo")).isEqualTo("[-cafe\u0301][+cafe] novo");
  }

  @Test
  void textsFarApartAreComparedQuicklyAndWhole() {
    var random = new Random(7);
    String one = words(random, 20_000);
    String other = words(random, 20_000);
    long begun = System.nanoTime();
    var pieces = WordDiff.of(one, other);
    assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    assertThat(side(pieces, Kind.REMOVED)).isEqualTo(one);
    assertThat(side(pieces, Kind.ADDED)).isEqualTo(other);
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + random.nextInt(1_000))
        .collect(Collectors.joining(" "));
  }

  private static String side(List<Piece> pieces, Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() == Kind.SAME || piece.kind() == kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  /** Against the longest common subsequence by the textbook table. */
  @Test
  void asMuchAsPossibleIsTheSame() {
    var random = new Random(3);
    for (int round = 0; round < 500; round++) {
      var one = letters(random);
      var other = letters(random);
      int[] partner = Sequences.match(one, other);
      int last = -1;
      int matched = 0;
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] >= 0) {
          assertThat(partner[i]).isGreaterThan(last);
          assertThat(one.get(i)).isEqualTo(other.get(partner[i]));
          last = partner[i];
          matched++;
        }
      }
      assertThat(matched).as("%s %s", one, other).isEqualTo(longestCommon(one, other));
      var pieces = WordDiff.of(String.join(" ", one), String.join(" ", other));
      assertThat(side(pieces, Kind.REMOVED)).isEqualTo(String.join(" ", one));
      assertThat(side(pieces, Kind.ADDED)).isEqualTo(String.join(" ", other));
    }
  }

  private static List<String> letters(Random random) {
    return random.ints(random.nextInt(14), 0, 4).mapToObj(String::valueOf).toList();
  }

  private static int longestCommon(List<String> one, List<String> other) {
    var table = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        table[i][j] =
            one.get(i).equals(other.get(j))
                ? table[i + 1][j + 1] + 1
                : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    return table[0][0];
  }
}
