package studio.timbre.ui.train;

import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.ui.fx.Texts;

/** What a run will be called: a suggestion that follows what is chosen, until the person gives it a name. */
final class RunName {
  private final Texts texts;
  private final Supplier<String> kind;
  private final StringProperty text = new SimpleStringProperty("");
  private int earlier;
  private boolean byHand;

  /** @param kind what the suggestion begins with, as it is now */
  RunName(Texts texts, Supplier<String> kind) {
    this.texts = texts;
    this.kind = kind;
  }

  StringProperty text() {
    return text;
  }

  /** The person gave it a name: it no longer follows. */
  void give(String name) {
    byHand = true;
    text.set(name);
  }

  /** Follows what is chosen, unless the person gave it a name. */
  void suggest() {
    if (!byHand) {
      text.set(suggestion());
    }
  }

  /** So many runs have been before. */
  void count(int runs) {
    earlier = runs;
    suggest();
  }

  /** One more has been: the next begins with a suggestion again. */
  void used() {
    byHand = false;
    count(earlier + 1);
  }

  /** What stands there, or the suggestion where nothing does. */
  String chosen() {
    return text.get().isBlank() ? suggestion() : text.get().strip();
  }

  private String suggestion() {
    return texts.get("train.name.suggestion", kind.get(), texts.number(earlier + 1));
  }
}
