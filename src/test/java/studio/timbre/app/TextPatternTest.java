package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.timbre.app.TextPattern.Comparison;
import studio.timbre.model.UserFacingException;

class TextPatternTest {
  private static final Comparison PLAIN = new Comparison(false, false, false);
  private static final Comparison EXACT = new Comparison(false, true, false);
  private static final Comparison WORDS = new Comparison(false, false, true);
  private static final Comparison REGULAR = new Comparison(true, false, false);

  private static Optional<String> replaced(String find, String with, Comparison how, String text)
      throws UserFacingException {
    return TextPattern.of(find, with, how).replaced(text).map(TextPattern.Change::text);
  }

  @Test
  void plainWordsAreNoPatternAndNoReplacementIsOne() throws UserFacingException {
    assertThat(replaced("1.5$ (net)", "$1\\n", PLAIN, "It is 1.5$ (NET), or 105$."))
        .contains("It is $1\\n, or 105$.");
    assertThat(replaced("AÇÚCAR", "sugar", PLAIN, "mais açúcar")).contains("mais sugar");
    assertThat(replaced("Sugar", "x", EXACT, "sugar")).isEmpty();
    assertThat(replaced("a", "a", PLAIN, "banana")).as("no change").isEmpty();
  }

  @Test
  void wholeWordsEndWhereLettersEndInAnyScript() throws UserFacingException {
    assertThat(replaced("ma", "X", WORDS, "ma mamã ma-ma_ma ma")).contains("X mamã X-ma_ma X");
    assertThat(replaced("日", "X", WORDS, "日本 日")).contains("日本 X");
  }

  @Test
  void groupsComeBackInTheReplacement() throws UserFacingException {
    assertThat(replaced("(\\w+)@(?<host>\\w+)", "${host} at $1", REGULAR, "me@here, you@there"))
        .contains("here at me, there at you");
    assertThat(replaced("^> ", "", REGULAR, "> one\n> two")).contains("one\ntwo");
    var change = TextPattern.of("b+", "<$0>", REGULAR).replaced("aabbcbb").orElseThrow();
    assertThat(change).isEqualTo(new TextPattern.Change(2, 4, 6, "aa<bb>c<bb>"));
  }

  @Test
  void aBrokenPatternSaysWhatIsWrong() {
    assertThatThrownBy(() -> TextPattern.of("(a", "", REGULAR))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("error.pattern.broken");
              assertThat(problem.arguments().getFirst().toString()).contains("Unclosed group");
            });
    assertThatThrownBy(() -> TextPattern.of("a)(?:b", "", new Comparison(true, false, true)))
        .isInstanceOf(UserFacingException.class);
    assertThatThrownBy(() -> replaced("a", "$7", REGULAR, "a"))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.pattern.group"));
  }

  @Test
  void aPatternThatWouldNeverEndIsGivenUp() {
    assertThatThrownBy(() -> replaced("^(.*?,){15}P", "", REGULAR, "1,".repeat(60)))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            problem -> assertThat(problem.key()).isEqualTo("error.pattern.slow"));
    assertThatThrownBy(() -> replaced("(a|b)*c", "", REGULAR, "ab".repeat(200_000)))
        .as("too deep for the stack")
        .isInstanceOf(UserFacingException.class);
  }
}
