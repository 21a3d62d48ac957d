package studio.timbre.jobs.openai;

import java.util.regex.Pattern;
import studio.timbre.jobs.remote.OrderLimits;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/**
 * What a recipe may say: the ranges of OpenAI's published interface, and what other providers do not offer or mean otherwise. A number
 * out of range would be refused at best, and at worst be paid for.
 */
final class RecipeChecks {
  private static final Pattern AZURE_SUFFIX = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final int SUFFIX = 64;
  private static final int MOST_EPOCHS = 50;
  private static final int MOST_BATCH = 256;
  private static final double MOST_BETA = 2;
  private static final double LEAST_COMPUTE = 0.00001;
  private static final double MOST_COMPUTE = 10;

  /** Of the 16 pairs that a job may have one is ours. */
  private static final int MOST_METADATA = 15;

  private static final int METADATA_KEY = 64;
  private static final int METADATA_VALUE = 512;

  /** A learning rate above it wrecks every model; usual ones are a hundred times smaller. */
  private static final double HIGHEST_RATE = 0.01;

  /** Nebius names defaults of 8 and 8 and no range; what is above these is a slip of the hand. */
  private static final int MOST_RANK = 256;

  private static final int MOST_ALPHA = 512;

  private RecipeChecks() {}

  static void check(ApiOrder order) throws UserFacingException {
    var recipe = order.recipe();
    var connection = order.connection();
    checkOffer(recipe, connection);
    checkAdapter(order);
    checkNumbers(recipe.numbers(), connection);
    checkMethod(recipe.method());
    checkWords(recipe, connection.provider());
  }

  private static void checkOffer(ApiRecipe recipe, Connection connection)
      throws UserFacingException {
    boolean supervisedAlone =
        connection.provider() == Provider.NEBIUS || connection.provider() == Provider.CRUSOE;
    if (supervisedAlone && !(recipe.method() instanceof ApiMethod.Supervised)) {
      throw new UserFacingException(
          "error.api.methodNotOffered",
          "%s learns from answers as they should be, and offers no other method. Nothing was sent; choose another method or another provider."
              .formatted(connection.name()),
          connection.name());
    }
    if (recipe.tier().isPresent() && connection.provider() != Provider.AZURE) {
      throw new UserFacingException(
          "error.api.tier",
          "%s has no choice of where a job is trained. Nothing was sent; leave that out."
              .formatted(connection.name()),
          connection.name());
    }
    var numbers = recipe.numbers();
    // How Crusoe calls them and what they mean there is published nowhere.
    if (connection.provider() == Provider.CRUSOE
        && (numbers.batchSize().isPresent() || numbers.learningRate().isPresent())) {
      throw new UserFacingException(
          "error.api.numbersNotOffered",
          "%s does not tell which batch size and learning rate it takes. Nothing was sent; leave both to the provider."
              .formatted(connection.name()),
          connection.name());
    }
  }

  private static void checkNumbers(ApiNumbers numbers, Connection connection)
      throws UserFacingException {
    int epochs = numbers.epochs().orElse(1);
    if (epochs < 1 || epochs > MOST_EPOCHS) {
      throw new UserFacingException(
          "error.api.epochs",
          "Providers take 1 to %d passes over the data. Nothing was sent; choose another number."
              .formatted(MOST_EPOCHS),
          MOST_EPOCHS);
    }
    int batch = numbers.batchSize().orElse(1);
    if (batch < 1 || batch > MOST_BATCH) {
      throw new UserFacingException(
          "error.api.batchSize",
          "Providers take 1 to %d examples to a step. Nothing was sent; choose another number."
              .formatted(MOST_BATCH),
          MOST_BATCH);
    }
    checkRate(numbers, connection);
  }

  private static void checkAdapter(ApiOrder order) throws UserFacingException {
    if (order.connection().provider() != Provider.NEBIUS) {
      OrderLimits.checkAdapterIsLeft(order);
      return;
    }
    var numbers = order.recipe().numbers();
    int rank = numbers.adapterRank().orElse(1);
    int alpha = numbers.adapterAlpha().orElse(1);
    if (rank < 1 || rank > MOST_RANK || alpha < 1 || alpha > MOST_ALPHA) {
      throw new UserFacingException(
          "error.api.adapterSize",
          "The rank of an adapter is a whole number from 1 to %d, and its alpha one from 1 to %d. Nothing was sent; choose other numbers."
              .formatted(MOST_RANK, MOST_ALPHA),
          MOST_RANK,
          MOST_ALPHA);
    }
  }

  private static void checkRate(ApiNumbers numbers, Connection connection)
      throws UserFacingException {
    if (numbers.learningRate().isEmpty()) {
      return;
    }
    double rate = numbers.learningRate().getAsDouble();
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new UserFacingException(
          "error.api.learningRate",
          "A learning rate is a number above 0. Nothing was sent; choose another one.");
    }
    if (connection.provider() == Provider.NEBIUS && rate > HIGHEST_RATE) {
      throw new UserFacingException(
          "error.api.absoluteRate",
          "%s takes the learning rate itself, as 0.00001, and no factor as OpenAI does. One so high would wreck the model. Nothing was sent; choose one below 0.01."
              .formatted(connection.name()),
          connection.name());
    }
  }

  private static void checkMethod(ApiMethod method) throws UserFacingException {
    switch (method) {
      case ApiMethod.Supervised _ -> {}
      case ApiMethod.Preference preference -> {
        double beta = preference.beta().orElse(1);
        if (!(beta > 0) || beta > MOST_BETA) {
          throw new UserFacingException(
              "error.api.beta",
              "How much a model keeps to its old ways (beta) is a number above 0 and up to 2. Nothing was sent; choose another one.");
        }
      }
      case ApiMethod.Reinforcement learning -> checkReinforcement(learning);
    }
  }

  private static void checkReinforcement(ApiMethod.Reinforcement learning)
      throws UserFacingException {
    double compute = learning.computeMultiplier().orElse(1);
    if (!(compute > LEAST_COMPUTE) || compute > MOST_COMPUTE) {
      throw new UserFacingException(
          "error.api.compute",
          "The factor to the computing time is a number above 0.00001 and up to 10. Nothing was sent; choose another one.");
    }
    if (learning.evaluationInterval().orElse(1) < 1 || learning.evaluationSamples().orElse(1) < 1) {
      throw new UserFacingException(
          "error.api.evaluation",
          "A job measures itself every 1 or more steps, with 1 or more answers. Nothing was sent; choose other numbers.");
    }
    if (learning.answerSchema().isPresent()) {
      try {
        MethodBody.schema(learning.answerSchema().get());
      } catch (IllegalArgumentException e) {
        throw new UserFacingException(
            "error.api.answerSchema",
            "The form that answers have to keep to is no JSON schema. Nothing was sent; correct it.",
            e);
      }
    }
    GraderChecks.check(learning.grader());
  }

  private static void checkWords(ApiRecipe recipe, Provider provider) throws UserFacingException {
    if (recipe.suffix().filter(suffix -> !isSuffix(suffix, provider)).isPresent()) {
      throw new UserFacingException(
          "error.api.suffix",
          "The provider does not take this suffix. Nothing was sent; use 1 to 40 letters, digits, dashes and underscores.");
    }
    if (recipe.seed().orElse(0) < 0) {
      throw new UserFacingException(
          "error.api.seed",
          "A seed is a whole number from 0 on. Nothing was sent; choose another one.");
    }
    boolean fits =
        recipe.metadata().size() <= MOST_METADATA
            && recipe.metadata().entrySet().stream()
                .allMatch(pair -> isPair(pair.getKey(), pair.getValue()));
    if (!fits) {
      throw new UserFacingException(
          "error.api.metadata",
          "A job takes up to %d notes, with a name of up to %d and a text of up to %d characters; the name %s is Timbre's own. Nothing was sent; change them."
              .formatted(MOST_METADATA, METADATA_KEY, METADATA_VALUE, ProviderCalls.TAG),
          MOST_METADATA,
          METADATA_KEY,
          METADATA_VALUE,
          ProviderCalls.TAG);
    }
  }

  private static boolean isPair(String key, String value) {
    return !key.isBlank()
        && !key.equals(ProviderCalls.TAG)
        && key.length() <= METADATA_KEY
        && value.length() <= METADATA_VALUE;
  }

  private static boolean isSuffix(String suffix, Provider provider) {
    return provider == Provider.AZURE
        ? AZURE_SUFFIX.matcher(suffix).matches()
        : !suffix.isBlank() && suffix.length() <= SUFFIX;
  }
}
