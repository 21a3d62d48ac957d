package studio.timbre.ui.train;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Texts;

/** The numbers of a run as they are being typed: what is wrong with each, and the whole once all are right. */
final class NumbersForm {
  private final Texts texts;
  private final Map<SpecNumber, StringProperty> typed = new EnumMap<>(SpecNumber.class);
  private final Map<Projection, BooleanProperty> projections = new EnumMap<>(Projection.class);
  private final ObjectProperty<TrainingSpec.Schedule> schedule =
      new SimpleObjectProperty<>(TrainingSpec.Schedule.COSINE);
  private final ReadOnlyObjectWrapper<Optional<TrainingSpec>> spec =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean filling;

  NumbersForm(Texts texts) {
    this.texts = texts;
    for (var number : SpecNumber.values()) {
      var text = new SimpleStringProperty("");
      text.subscribe(value -> changed());
      typed.put(number, text);
    }
    for (var projection : Projection.values()) {
      var chosen = new SimpleBooleanProperty(true);
      chosen.subscribe(value -> changed());
      projections.put(projection, chosen);
    }
    schedule.subscribe(value -> changed());
    fill(TrainingSpec.DEFAULT);
  }

  StringProperty text(SpecNumber number) {
    return typed.get(number);
  }

  BooleanProperty projection(Projection projection) {
    return projections.get(projection);
  }

  ObjectProperty<TrainingSpec.Schedule> schedule() {
    return schedule;
  }

  /** All numbers together; empty while one of them is wrong. */
  ReadOnlyObjectProperty<Optional<TrainingSpec>> spec() {
    return spec.getReadOnlyProperty();
  }

  /** What is wrong with a number, in words; empty while nothing is. */
  ObservableValue<String> problem(SpecNumber number) {
    return text(number).map(text -> problemOf(number, text));
  }

  void fill(TrainingSpec numbers) {
    filling = true;
    typed.forEach((number, text) -> text.set(number.textOf(numbers, texts.locale())));
    projections.forEach(
        (projection, chosen) -> chosen.set(numbers.lora().projections().contains(projection)));
    schedule.set(numbers.schedule());
    filling = false;
    changed();
  }

  private String problemOf(SpecNumber number, String text) {
    if (isRight(number, text)) {
      return "";
    }
    String least = number.format(number.least(), texts.locale());
    String most = number.format(number.most(), texts.locale());
    return number.isWhole()
        ? texts.get("train.range.whole", least, most)
        : texts.get("train.range", least, most);
  }

  private boolean isRight(SpecNumber number, String text) {
    return (number.isOptional() && text.isBlank())
        || number.parse(text, texts.locale()).isPresent();
  }

  private void changed() {
    if (!filling) {
      spec.set(read());
    }
  }

  private Optional<TrainingSpec> read() {
    var adapted =
        projections.entrySet().stream()
            .filter(entry -> entry.getValue().get())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Projection.class)));
    boolean right =
        typed.size() == SpecNumber.values().length
            && typed.entrySet().stream()
                .allMatch(entry -> isRight(entry.getKey(), entry.getValue().get()));
    if (!right || adapted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingSpec(
            new LoraSpec(whole(SpecNumber.RANK), number(SpecNumber.ALPHA), adapted),
            whole(SpecNumber.EPOCHS),
            typed.get(SpecNumber.MAX_STEPS).get().isBlank()
                ? OptionalInt.empty()
                : OptionalInt.of(whole(SpecNumber.MAX_STEPS)),
            number(SpecNumber.LEARNING_RATE),
            schedule.get(),
            number(SpecNumber.WARMUP),
            whole(SpecNumber.BATCH_SIZE),
            whole(SpecNumber.ACCUMULATION),
            number(SpecNumber.GRADIENT_NORM),
            number(SpecNumber.WEIGHT_DECAY),
            whole(SpecNumber.MAX_LENGTH),
            (long) number(SpecNumber.SEED),
            whole(SpecNumber.EVALUATE_EVERY),
            whole(SpecNumber.CHECKPOINT_EVERY)));
  }

  private double number(SpecNumber number) {
    return number.parse(typed.get(number).get(), texts.locale()).orElseThrow();
  }

  private int whole(SpecNumber number) {
    return (int) number(number);
  }
}
