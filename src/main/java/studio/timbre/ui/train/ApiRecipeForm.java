package studio.timbre.ui.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.app.AnswerSchema;
import studio.timbre.app.ProviderAbilities;
import studio.timbre.app.ProviderAbilities.LearningRate;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Grader;
import studio.timbre.model.Provider;

/** What a provider is asked for, as it is being typed: what of it this provider takes, what is wrong, and the whole once all is right. */
final class ApiRecipeForm {
  private final Locale locale;
  private final Map<ApiNumber, StringProperty> typed = new EnumMap<>(ApiNumber.class);
  private final StringProperty model = new SimpleStringProperty("");
  private final StringProperty suffix = new SimpleStringProperty("");
  private final StringProperty tier = new SimpleStringProperty("");
  private final StringProperty schema = new SimpleStringProperty("");
  private final ObjectProperty<ApiMethodKind> method =
      new SimpleObjectProperty<>(ApiMethodKind.SUPERVISED);
  private final ObjectProperty<Optional<ApiMethod.Effort>> effort =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Grader>> grader =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ApiRecipe>> recipe =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Provider> provider =
      new ReadOnlyObjectWrapper<>(Provider.COMPATIBLE);
  private Map<String, String> metadata = Map.of();
  private boolean filling;

  ApiRecipeForm(Locale locale) {
    this.locale = locale;
    for (var number : ApiNumber.values()) {
      var text = new SimpleStringProperty("");
      text.subscribe(value -> changed());
      typed.put(number, text);
    }
    Stream.of(model, suffix, tier, schema).forEach(text -> text.subscribe(value -> changed()));
    Stream.of(method, effort, grader).forEach(choice -> choice.subscribe(value -> changed()));
  }

  /** Base model by the provider's name, or a tuned one that learns on. */
  StringProperty model() {
    return model;
  }

  ObjectProperty<ApiMethodKind> method() {
    return method;
  }

  StringProperty text(ApiNumber number) {
    return typed.get(number);
  }

  StringProperty suffix() {
    return suffix;
  }

  /** What the provider calls the kind of place where it trains; empty leaves it out. */
  StringProperty tier() {
    return tier;
  }

  /** The JSON schema that answers have to keep to; empty leaves them free. */
  StringProperty schema() {
    return schema;
  }

  ObjectProperty<Optional<ApiMethod.Effort>> effort() {
    return effort;
  }

  /** Empty while it is not complete. */
  ObjectProperty<Optional<Grader>> grader() {
    return grader;
  }

  ReadOnlyObjectProperty<Provider> provider() {
    return provider.getReadOnlyProperty();
  }

  ProviderAbilities abilities() {
    return ProviderAbilities.of(provider.get());
  }

  /** All together; empty while something is wrong or missing. */
  ReadOnlyObjectProperty<Optional<ApiRecipe>> recipe() {
    return recipe.getReadOnlyProperty();
  }

  /** Everything goes back to the provider's choice: a number means something else at the next one. */
  void use(Provider next) {
    filling = true;
    typed.values().forEach(text -> text.set(""));
    model.set("");
    tier.set("");
    metadata = Map.of();
    method.set(ApiMethodKind.SUPERVISED);
    provider.set(next);
    filling = false;
    changed();
  }

  void use(ApiPreset preset) {
    filling = true;
    text(ApiNumber.EPOCHS).set(preset.epochsText());
    text(ApiNumber.BATCH_SIZE).set("");
    text(ApiNumber.RATE).set("");
    text(ApiNumber.RANK).set("");
    text(ApiNumber.ALPHA).set("");
    var factor = preset.factor(abilities().learningRate());
    text(ApiNumber.FACTOR)
        .set(factor.isPresent() ? ApiNumber.FACTOR.format(factor.getAsDouble(), locale) : "");
    filling = false;
    changed();
  }

  /** A recipe that was made elsewhere, as one that has moved here. */
  void fill(ApiRecipe made) {
    filling = true;
    model.set(made.model());
    suffix.set(made.suffix().orElse(""));
    tier.set(made.tier().orElse(""));
    metadata = made.metadata();
    set(ApiNumber.EPOCHS, wide(made.numbers().epochs()));
    set(ApiNumber.BATCH_SIZE, wide(made.numbers().batchSize()));
    set(ApiNumber.RANK, wide(made.numbers().adapterRank()));
    set(ApiNumber.ALPHA, wide(made.numbers().adapterAlpha()));
    set(ApiNumber.SEED, wide(made.seed()));
    ApiNumber.rate(abilities()).ifPresent(number -> set(number, made.numbers().learningRate()));
    switch (made.method()) {
      case ApiMethod.Supervised _ -> method.set(ApiMethodKind.SUPERVISED);
      case ApiMethod.Preference preference -> {
        method.set(ApiMethodKind.PREFERENCE);
        set(ApiNumber.BETA, preference.beta());
      }
      case ApiMethod.Reinforcement learning -> {
        method.set(ApiMethodKind.REINFORCEMENT);
        schema.set(learning.answerSchema().orElse(""));
      }
    }
    filling = false;
    changed();
  }

  /** The preset that the numbers are; empty for numbers of one's own. */
  Optional<ApiPreset> preset() {
    if (taken(ApiNumber.RANK).isPresent() || taken(ApiNumber.ALPHA).isPresent()) {
      return Optional.empty();
    }
    return ApiPreset.of(
        value(ApiNumber.EPOCHS),
        value(ApiNumber.BATCH_SIZE),
        value(ApiNumber.FACTOR),
        value(ApiNumber.RATE),
        abilities().learningRate());
  }

  /** The numbers that this provider takes for this method. */
  List<ApiNumber> offered() {
    return ApiNumber.offered(abilities(), method.get());
  }

  boolean isRight(ApiNumber number) {
    return number.isRight(text(number).get(), locale);
  }

  boolean isSuffixRight() {
    String text = suffix.get().strip();
    return text.isEmpty()
        || (text.length() <= abilities().suffix()
            && abilities()
                .suffixCharacters()
                .map(allowed -> text.matches("[" + allowed + "]+"))
                .orElse(true));
  }

  boolean isSchemaRight() {
    return schema.get().isBlank() || AnswerSchema.isRight(schema.get());
  }

  /** Whether all numbers and words are right, be something missing or not. */
  boolean isRight() {
    return offered().stream().allMatch(this::isRight) && isSuffixRight();
  }

  private void set(ApiNumber number, OptionalDouble value) {
    text(number).set(value.isPresent() ? number.format(value.getAsDouble(), locale) : "");
  }

  private static OptionalDouble wide(OptionalInt number) {
    return number.isPresent() ? OptionalDouble.of(number.getAsInt()) : OptionalDouble.empty();
  }

  private OptionalDouble value(ApiNumber number) {
    return number.value(text(number).get(), locale);
  }

  private OptionalDouble taken(ApiNumber number) {
    return offered().contains(number) ? value(number) : OptionalDouble.empty();
  }

  private OptionalInt whole(ApiNumber number) {
    var value = taken(number);
    return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
  }

  private void changed() {
    if (!filling) {
      recipe.set(read());
    }
  }

  private Optional<ApiRecipe> read() {
    if (model.get().isBlank() || typed.size() < ApiNumber.values().length || !isRight()) {
      return Optional.empty();
    }
    var rate =
        abilities().learningRate() == LearningRate.FACTOR
            ? taken(ApiNumber.FACTOR)
            : taken(ApiNumber.RATE);
    var numbers =
        new ApiNumbers(
            whole(ApiNumber.EPOCHS),
            whole(ApiNumber.BATCH_SIZE),
            rate,
            whole(ApiNumber.RANK),
            whole(ApiNumber.ALPHA));
    return readMethod()
        .map(
            learned ->
                new ApiRecipe(
                    model.get().strip(),
                    learned,
                    numbers,
                    abilities().suffix() == 0 ? Optional.empty() : filled(suffix),
                    whole(ApiNumber.SEED),
                    abilities().metadata() ? metadata : Map.of(),
                    abilities().tier() ? filled(tier) : Optional.empty()));
  }

  private Optional<ApiMethod> readMethod() {
    return switch (method.get()) {
      case SUPERVISED -> Optional.of(new ApiMethod.Supervised());
      case PREFERENCE -> Optional.of(new ApiMethod.Preference(taken(ApiNumber.BETA)));
      case REINFORCEMENT ->
          grader
              .get()
              .filter(grades -> isSchemaRight())
              .map(
                  grades ->
                      new ApiMethod.Reinforcement(
                          grades,
                          filled(schema),
                          effort.get(),
                          taken(ApiNumber.COMPUTE),
                          whole(ApiNumber.EVALUATION_INTERVAL),
                          whole(ApiNumber.EVALUATION_SAMPLES)));
    };
  }

  private static Optional<String> filled(StringProperty text) {
    return Optional.of(text.get().strip()).filter(typed -> !typed.isEmpty());
  }
}
