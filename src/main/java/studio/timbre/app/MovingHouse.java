package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.app.MovingHouse.Change.Kind;
import studio.timbre.app.ProviderAbilities.LearningRate;
import studio.timbre.app.ProviderAbilities.Serving;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Provider;

/** Turns a job for one provider into a job for another, and says everything that changes on the way. */
public final class MovingHouse {

  /**
   * Something that will not be as it was.
   *
   * @param arguments fill its sentence: for a change of a value the old one and the new one
   */
  public record Change(Kind kind, List<Object> arguments) {

    public Change {
      arguments = List.copyOf(arguments);
    }

    /** What changes. */
    public enum Kind {
      /** The method is not offered there: without another one the job cannot go. */
      METHOD_NOT_OFFERED,
      /** From one base model to another. */
      MODEL,
      /** A factor here is a rate there, or the other way round: the number is left to the provider. */
      LEARNING_RATE_LEFT,
      BATCH_SIZE_LEFT,
      /** Rank and alpha of the adapter are left to the provider. */
      ADAPTER_LEFT,
      SEED_LEFT_OUT,
      SUFFIX_SHORTENED,
      SUFFIX_LEFT_OUT,
      METADATA_LEFT_OUT,
      TIER_LEFT_OUT,
      /** Another tokenizer: tokens and price are counted anew. */
      TOKENS_COUNTED_ANEW,
      /** Fewer tokens of a long conversation are learned than before. */
      LINES_CUT_EARLIER,
      /** How the tuned model is brought to answer; the argument is a {@link Serving}. */
      SERVING,
      WEIGHTS_BECOME_YOURS,
      WEIGHTS_STAY_THERE
    }

    /** Names its sentence, which its arguments fill. */
    public String key() {
      return switch (kind) {
        case METHOD_NOT_OFFERED -> "move.change.method";
        case MODEL ->
            arguments.get(1).equals("") ? "move.change.modelToChoose" : "move.change.model";
        case LEARNING_RATE_LEFT -> "move.change.learningRate";
        case BATCH_SIZE_LEFT -> "move.change.batchSize";
        case ADAPTER_LEFT -> "move.change.adapter";
        case SEED_LEFT_OUT -> "move.change.seed";
        case SUFFIX_SHORTENED -> "move.change.suffix";
        case SUFFIX_LEFT_OUT -> "move.change.noSuffix";
        case METADATA_LEFT_OUT -> "move.change.metadata";
        case TIER_LEFT_OUT -> "move.change.tier";
        case TOKENS_COUNTED_ANEW -> "move.change.tokens";
        case LINES_CUT_EARLIER -> "move.change.cut";
        case SERVING -> ((Serving) arguments.getFirst()).key();
        case WEIGHTS_BECOME_YOURS -> "move.change.weightsYours";
        case WEIGHTS_STAY_THERE -> "move.change.weightsThere";
      };
    }

    public String english() {
      return EnglishTexts.get(key(), arguments);
    }

    /** Whether the job cannot go like this. */
    public boolean isBlocking() {
      return kind == Kind.METHOD_NOT_OFFERED;
    }
  }

  /**
   * A job that has moved.
   *
   * @param changes in the order in which they matter
   */
  public record Moved(ApiRecipe recipe, List<Change> changes) {}

  private MovingHouse() {}

  /**
   * What a recipe becomes at another provider.
   *
   * @param from where it is now, with what the catalogue says of its model
   * @param to where it goes
   * @param model the base model there
   */
  public static Moved move(
      ApiRecipe recipe,
      Provider from,
      Optional<CatalogueEntry> line,
      Provider to,
      String model,
      Optional<CatalogueEntry> lineThere) {
    var changes = new ArrayList<Change>();
    var here = ProviderAbilities.of(from);
    var there = ProviderAbilities.of(to);
    if (!isOffered(recipe.method(), there, lineThere)) {
      changes.add(change(Kind.METHOD_NOT_OFFERED));
    }
    if (!recipe.model().equals(model)) {
      changes.add(change(Kind.MODEL, recipe.model(), model));
    }
    var moved =
        new ApiRecipe(
            model,
            recipe.method(),
            numbers(recipe.numbers(), here, there, changes),
            recipe.suffix().flatMap(suffix -> suffix(suffix, there, changes)),
            seed(recipe.seed(), there, changes),
            metadata(recipe.metadata(), there, changes),
            tier(recipe.tier(), from, to, there, changes));
    tokens(line, lineThere, changes);
    afterwards(here, there, changes);
    return new Moved(moved, List.copyOf(changes));
  }

  private static boolean isOffered(
      ApiMethod method, ProviderAbilities there, Optional<CatalogueEntry> line) {
    String word = method.word();
    return line.map(CatalogueEntry::methods).orElse(there.methods()).contains(word)
        && there.methods().contains(word);
  }

  private static ApiNumbers numbers(
      ApiNumbers numbers, ProviderAbilities here, ProviderAbilities there, List<Change> changes) {
    var batch = numbers.batchSize();
    if (batch.isPresent() && !there.batchSize()) {
      changes.add(change(Kind.BATCH_SIZE_LEFT, batch.getAsInt()));
      batch = OptionalInt.empty();
    }
    var rate = numbers.learningRate();
    boolean meansTheSame =
        here.learningRate() == there.learningRate() && there.learningRate() != LearningRate.UNKNOWN;
    if (rate.isPresent() && !meansTheSame) {
      changes.add(change(Kind.LEARNING_RATE_LEFT, rate.getAsDouble()));
      rate = OptionalDouble.empty();
    }
    if (numbers.hasAdapter() && !there.adapter()) {
      changes.add(change(Kind.ADAPTER_LEFT));
      return new ApiNumbers(numbers.epochs(), batch, rate);
    }
    return new ApiNumbers(
        numbers.epochs(), batch, rate, numbers.adapterRank(), numbers.adapterAlpha());
  }

  private static Optional<String> suffix(
      String suffix, ProviderAbilities there, List<Change> changes) {
    String allowed =
        there
            .suffixCharacters()
            .map(characters -> suffix.replaceAll("[^" + characters + "]+", "-"))
            .orElse(suffix);
    String fitting = allowed.substring(0, Math.min(allowed.length(), there.suffix()));
    if (fitting.isEmpty()) {
      changes.add(change(Kind.SUFFIX_LEFT_OUT, suffix));
      return Optional.empty();
    }
    if (!fitting.equals(suffix)) {
      changes.add(change(Kind.SUFFIX_SHORTENED, suffix, fitting));
    }
    return Optional.of(fitting);
  }

  private static OptionalInt seed(OptionalInt seed, ProviderAbilities there, List<Change> changes) {
    if (seed.isPresent() && !there.seed()) {
      changes.add(change(Kind.SEED_LEFT_OUT, seed.getAsInt()));
      return OptionalInt.empty();
    }
    return seed;
  }

  private static Map<String, String> metadata(
      Map<String, String> metadata, ProviderAbilities there, List<Change> changes) {
    if (!metadata.isEmpty() && !there.metadata()) {
      changes.add(change(Kind.METADATA_LEFT_OUT, metadata.size()));
      return Map.of();
    }
    return metadata;
  }

  private static Optional<String> tier(
      Optional<String> tier,
      Provider from,
      Provider to,
      ProviderAbilities there,
      List<Change> changes) {
    // The names of tiers are each provider's own.
    if (tier.isPresent() && (from != to || !there.tier())) {
      changes.add(change(Kind.TIER_LEFT_OUT, tier.get()));
      return Optional.empty();
    }
    return tier;
  }

  private static void tokens(
      Optional<CatalogueEntry> line, Optional<CatalogueEntry> lineThere, List<Change> changes) {
    var before = line.flatMap(CatalogueEntry::encoding);
    var after = lineThere.flatMap(CatalogueEntry::encoding);
    if (before.isEmpty() || !before.equals(after)) {
      changes.add(change(Kind.TOKENS_COUNTED_ANEW));
    }
    var longest = line.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty());
    var longestThere =
        lineThere.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty());
    if (longestThere.isPresent() && longestThere.getAsInt() < longest.orElse(Integer.MAX_VALUE)) {
      changes.add(change(Kind.LINES_CUT_EARLIER, longestThere.getAsInt()));
    }
  }

  private static void afterwards(
      ProviderAbilities here, ProviderAbilities there, List<Change> changes) {
    if (here.serving() != there.serving()) {
      changes.add(change(Kind.SERVING, there.serving()));
    }
    if (here.weights() != there.weights()) {
      changes.add(change(there.weights() ? Kind.WEIGHTS_BECOME_YOURS : Kind.WEIGHTS_STAY_THERE));
    }
  }

  private static Change change(Kind kind, Object... arguments) {
    return new Change(kind, List.of(arguments));
  }
}
