package studio.timbre.ui.cost;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.app.CostWish;
import studio.timbre.model.CustomerOf;
import studio.timbre.model.Electricity;
import studio.timbre.model.MonthlyUse;
import studio.timbre.ui.fx.TypedNumber;

/** How a model is to be used, as it is typed. What is left empty is taken from the data, or from the provider. */
final class UseForm {

  /** For how long the total is. */
  enum Horizon {
    MONTH(1),
    YEAR(12);

    private final int months;

    Horizon(int months) {
      this.months = months;
    }

    int months() {
      return months;
    }
  }

  /** One number that is typed. */
  final class Field {
    private final StringProperty text;
    private final Predicate<Double> sound;

    private Field(String first, Predicate<Double> sound) {
      this.text = new SimpleStringProperty(first);
      this.sound = sound;
    }

    StringProperty text() {
      return text;
    }

    boolean isBlank() {
      return text.get().isBlank();
    }

    /** Empty where nothing is typed, or what makes no sense. */
    OptionalDouble value() {
      var typed = TypedNumber.parse(text.get(), locale);
      return typed.isPresent() && sound.test(typed.getAsDouble()) ? typed : OptionalDouble.empty();
    }

    boolean isWrong() {
      return !isBlank() && value().isEmpty();
    }

    void fill(String number) {
      text.set(number);
    }
  }

  private static final long USUAL_CALLS = 1_000;

  /** Nobody makes more, and all sums stay exact. */
  private static final double MOST = 1e12;

  private static final double HOURS_OF_THE_LONGEST_MONTH = 744;

  /** As often as anything was ever gone over. */
  private static final int MOST_EPOCHS = 100;

  private final Locale locale;
  private final Field calls;
  private final Field prompt;
  private final Field answer;
  private final Field hours;
  private final Field epochs;
  private final ObjectProperty<Horizon> horizon = new SimpleObjectProperty<>(Horizon.MONTH);

  UseForm(Locale locale) {
    this.locale = locale;
    calls = new Field(String.valueOf(USUAL_CALLS), UseForm::isCount);
    prompt = new Field("", UseForm::isAmount);
    answer = new Field("", UseForm::isAmount);
    hours =
        new Field(
            String.valueOf((long) MonthlyUse.ALL_HOURS),
            number -> number >= 0 && number <= HOURS_OF_THE_LONGEST_MONTH);
    epochs = new Field("", number -> isCount(number) && number >= 1 && number <= MOST_EPOCHS);
  }

  private static boolean isAmount(double number) {
    return number >= 0 && number <= MOST;
  }

  private static boolean isCount(double number) {
    return isAmount(number) && number == Math.rint(number);
  }

  Field calls() {
    return calls;
  }

  /** Tokens that one call sends; empty for the average of the data. */
  Field prompt() {
    return prompt;
  }

  /** Tokens of one answer; empty for the average of the data. */
  Field answer() {
    return answer;
  }

  /** A month. */
  Field hours() {
    return hours;
  }

  /** Empty for the rule of each provider. */
  Field epochs() {
    return epochs;
  }

  ObjectProperty<Horizon> horizon() {
    return horizon;
  }

  /** Calls back after each change. */
  void onChange(Runnable listener) {
    for (var field : new Field[] {calls, prompt, answer, hours, epochs}) {
      field.text().addListener((text, before, now) -> listener.run());
    }
    horizon.addListener((value, before, now) -> listener.run());
  }

  /** What was asked for; empty while something makes no sense or a number is missing. */
  Optional<CostWish> wish(CustomerOf customer, Electricity electricity) {
    boolean isWhole =
        calls.value().isPresent()
            && hours.value().isPresent()
            && !prompt.isWrong()
            && !answer.isWrong()
            && !epochs.isWrong();
    return isWhole
        ? Optional.of(
            new CostWish(
                chosenEpochs(),
                (long) calls.value().getAsDouble(),
                prompt.value(),
                0,
                answer.value(),
                hours.value().getAsDouble(),
                horizon.get().months(),
                Optional.empty(),
                electricity.watts(),
                electricity.kilowattHour(),
                customer))
        : Optional.empty();
  }

  OptionalInt chosenEpochs() {
    return epochs.value().isPresent()
        ? OptionalInt.of((int) epochs.value().getAsDouble())
        : OptionalInt.empty();
  }

  /** What a project remembers of it: the numbers that make sense, written the same in every language. */
  String kept() {
    return String.join(
        ";",
        number(calls.value()),
        number(prompt.value()),
        number(answer.value()),
        number(hours.value()),
        horizon.get().name());
  }

  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** Takes up what {@link #kept} has written; what is not understood is left as it is. */
  void take(String kept) {
    var parts = kept.split(";", -1);
    if (parts.length != 5) {
      return;
    }
    take(parts[0], calls::fill);
    take(parts[1], prompt::fill);
    take(parts[2], answer::fill);
    take(parts[3], hours::fill);
    for (var each : Horizon.values()) {
      if (each.name().equals(parts[4])) {
        horizon.set(each);
      }
    }
  }

  private void take(String number, Consumer<String> fill) {
    if (!number.isEmpty() && TypedNumber.parse(number, Locale.ROOT).isPresent()) {
      char point = java.text.DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
      fill.accept(number.replace('.', point));
    }
  }
}
