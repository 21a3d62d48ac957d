package studio.timbre.ui.train;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.ui.fx.TypedNumber;

/** What a job may cost at most, as a person types it. */
final class ApiBudget {
  private final Locale locale;
  private final StringProperty text = new SimpleStringProperty("");

  ApiBudget(Locale locale) {
    this.locale = locale;
  }

  /** In dollars; empty for none. */
  StringProperty text() {
    return text;
  }

  /** Empty where nothing is typed, or it is no number. */
  OptionalDouble usd() {
    return text.get().isBlank()
        ? OptionalDouble.empty()
        : TypedNumber.parse(text.get().replace("$", ""), locale);
  }

  /** Nothing, or more than nothing. */
  boolean isRight() {
    return text.get().isBlank() || usd().orElse(0) > 0;
  }
}
