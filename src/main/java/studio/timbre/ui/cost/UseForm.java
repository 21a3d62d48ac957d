package studio.timbre.ui.cost;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

  /** What a number counts. */
  private enum Kind {
    COUNT,
    /** May have a fraction, but nobody types more than a digit or two of it. */
    TOKENS,
    HOURS
  }

  /** One number that is typed. */
  final class Field {
    private final StringProperty text;
    private final Kind kind;
    private final double least;
    private final double most;

    private Field(String first, Kind kind, double least, double most) {
      this.text = new SimpleStringProperty(first);
      this.kind = kind;
      this.least = least;
      this.most = most;
    }

    StringProperty text() {
      return text;
    }

    boolean isBlank() {
      return text.get().isBlank();
    }

    /** Empty where nothing is typed, or what makes no sense. */
    OptionalDouble value() {
      var typed =
          kind == Kind.HOURS
              ? TypedNumber.parse(text.get(), locale)
              : TypedNumber.parseCount(text.get());
      return typed.isPresent() && isSound(typed.getAsDouble()) ? typed : OptionalDouble.empty();
    }

    private boolean isSound(double number) {
      return number >= least
          && number <= most
          && (kind != Kind.COUNT || number == Math.rint(number));
    }

    /** What makes no sense, or nothing where a number is needed. */
    boolean isWrong() {
      return isBlank() ? isNeeded() : value().isEmpty();
    }

    private boolean isNeeded() {
      return this == calls || this == hours;
    }

    double least() {
      return least;
    }

    /** Whether nobody comes near the most that is taken. */
    boolean isOpenAbove() {
      return most == MOST;
    }

    double most() {
      return most;
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
    calls = new Field(String.valueOf(USUAL_CALLS), Kind.COUNT, 0, MOST);
    prompt = new Field("", Kind.TOKENS, 0, MOST);
    answer = new Field("", Kind.TOKENS, 0, MOST);
    hours =
        new Field(
            String.valueOf((long) MonthlyUse.ALL_HOURS), Kind.HOURS, 0, HOURS_OF_THE_LONGEST_MONTH);
    epochs = new Field("", Kind.COUNT, 1, MOST_EPOCHS);
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
    boolean isSound = Stream.of(calls, prompt, answer, hours, epochs).noneMatch(Field::isWrong);
    return isSound
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
