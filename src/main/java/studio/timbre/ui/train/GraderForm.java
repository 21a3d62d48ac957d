package studio.timbre.ui.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.model.Grader;
import studio.timbre.model.Grader.StringCheck.Operation;
import studio.timbre.model.Grader.TextSimilarity.Metric;
import studio.timbre.ui.fx.TypedNumber;

/** A grader as it is being written; the whole once nothing is missing. What is wrong with it beyond that the look over the job says. */
final class GraderForm {
  static final String ANSWER = "{{sample.output_text}}";
  static final String REFERENCE = "{{item.reference_answer}}";

  private final Locale locale;
  private final ObjectProperty<GraderKind> kind =
      new SimpleObjectProperty<>(GraderKind.TEXT_SIMILARITY);
  private final StringProperty name;
  private final StringProperty input = new SimpleStringProperty(ANSWER);
  private final StringProperty reference = new SimpleStringProperty(REFERENCE);
  private final ObjectProperty<Operation> operation = new SimpleObjectProperty<>(Operation.EQ);
  private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.FUZZY_MATCH);
  private final StringProperty judge = new SimpleStringProperty("");
  private final StringProperty instruction = new SimpleStringProperty("");
  private final StringProperty low = new SimpleStringProperty("0");
  private final StringProperty high = new SimpleStringProperty("1");
  private final StringProperty source = new SimpleStringProperty("");
  private final StringProperty image = new SimpleStringProperty("");
  private final StringProperty formula = new SimpleStringProperty("");
  private final ObservableList<GraderForm> parts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Grader>> grader =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  GraderForm(Locale locale, String firstName) {
    this.locale = locale;
    this.name = new SimpleStringProperty(firstName);
    Stream.of(name, input, reference, judge, instruction, low, high, source, image, formula)
        .forEach(text -> text.subscribe(value -> changed()));
    Stream.of(kind, operation, metric).forEach(choice -> choice.subscribe(value -> changed()));
    parts.addListener((javafx.beans.Observable change) -> changed());
    changed();
  }

  ObjectProperty<GraderKind> kind() {
    return kind;
  }

  StringProperty name() {
    return name;
  }

  StringProperty input() {
    return input;
  }

  StringProperty reference() {
    return reference;
  }

  ObjectProperty<Operation> operation() {
    return operation;
  }

  ObjectProperty<Metric> metric() {
    return metric;
  }

  /** The model that scores. */
  StringProperty judge() {
    return judge;
  }

  StringProperty instruction() {
    return instruction;
  }

  StringProperty low() {
    return low;
  }

  StringProperty high() {
    return high;
  }

  StringProperty source() {
    return source;
  }

  StringProperty image() {
    return image;
  }

  StringProperty formula() {
    return formula;
  }

  /** Of a grader of several; none of them is again of that kind. */
  ObservableList<GraderForm> parts() {
    return parts;
  }

  void addPart() {
    var part = new GraderForm(locale, "part_" + (parts.size() + 1));
    part.grader().subscribe(value -> changed());
    parts.add(part);
  }

  /** Empty while something is missing. */
  ReadOnlyObjectProperty<Optional<Grader>> grader() {
    return grader.getReadOnlyProperty();
  }

  private void changed() {
    grader.set(name.get().isBlank() ? Optional.empty() : read(name.get().strip()));
  }

  private Optional<Grader> read(String called) {
    return switch (kind.get()) {
      case STRING_CHECK ->
          filled(input, reference)
              ? Optional.of(
                  new Grader.StringCheck(called, input.get(), reference.get(), operation.get()))
              : Optional.empty();
      case TEXT_SIMILARITY ->
          filled(input, reference)
              ? Optional.of(
                  new Grader.TextSimilarity(called, input.get(), reference.get(), metric.get()))
              : Optional.empty();
      case SCORE_MODEL -> readJudge(called);
      case PYTHON ->
          filled(source)
              ? Optional.of(
                  new Grader.Python(
                      called,
                      source.get(),
                      Optional.of(image.get().strip()).filter(tag -> !tag.isEmpty())))
              : Optional.empty();
      case MULTI -> readSeveral(called);
    };
  }

  private Optional<Grader> readJudge(String called) {
    var lowest = TypedNumber.parse(low.get(), locale);
    var highest = TypedNumber.parse(high.get(), locale);
    return filled(judge, instruction) && lowest.isPresent() && highest.isPresent()
        ? Optional.of(
            new Grader.ScoreModel(
                called,
                judge.get().strip(),
                instruction.get(),
                lowest.getAsDouble(),
                highest.getAsDouble()))
        : Optional.empty();
  }

  private Optional<Grader> readSeveral(String called) {
    var whole = new LinkedHashMap<String, Grader>();
    for (var part : parts) {
      var one = part.grader().get();
      if (one.isEmpty() || whole.put(one.get().name(), one.get()) != null) {
        return Optional.empty();
      }
    }
    return filled(formula) && !whole.isEmpty()
        ? Optional.of(new Grader.Multi(called, whole, formula.get().strip()))
        : Optional.empty();
  }

  private static boolean filled(StringProperty... texts) {
    return Stream.of(texts).noneMatch(text -> text.get().isBlank());
  }
}
