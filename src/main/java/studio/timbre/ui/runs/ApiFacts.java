package studio.timbre.ui.runs;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.app.ProviderAbilities;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRun;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.fx.Texts;

/** What was ordered from a provider, as names and values. */
final class ApiFacts {
  private final Texts texts;
  private final Facts facts;

  ApiFacts(Texts texts, Facts facts) {
    this.texts = texts;
    this.facts = facts;
  }

  void show(ApiRun run) {
    var order = run.job().order();
    var recipe = order.recipe();
    facts.clear();
    add("runs.api.fact.connection", order.connection().name());
    add("runs.api.fact.address", order.connection().address().toString());
    run.job().standing().providerJob().ifPresent(job -> add("runs.api.fact.job", job));
    add("runs.api.fact.method", new ApiRunTexts(texts).method(recipe.method()));
    add("train.number.epochs", whole(recipe.numbers().epochs()));
    add("train.number.batchSize", whole(recipe.numbers().batchSize()));
    add("runs.api.fact.rate", real(recipe.numbers().learningRate()));
    if (ProviderAbilities.of(order.connection().provider()).adapter()) {
      add("train.number.rank", whole(recipe.numbers().adapterRank()));
      add("train.number.alpha", whole(recipe.numbers().adapterAlpha()));
    }
    if (recipe.method() instanceof ApiMethod.Preference preference) {
      add("runs.api.fact.beta", real(preference.beta()));
    }
    recipe.suffix().ifPresent(suffix -> add("runs.api.fact.suffix", suffix));
    if (recipe.seed().isPresent()) {
      add("train.number.seed", Integer.toString(recipe.seed().getAsInt()));
    }
    recipe.tier().ifPresent(tier -> add("runs.api.fact.tier", tier));
    add(
        "runs.api.fact.agreed",
        order.agreedUsd().isPresent()
            ? texts.dollars(order.agreedUsd().getAsDouble())
            : texts.get("runs.api.price.unknown"));
  }

  private void add(String key, String value) {
    facts.add(texts.get(key), value);
  }

  private String whole(OptionalInt number) {
    return number.isPresent()
        ? texts.number(number.getAsInt())
        : texts.get("runs.api.leftToProvider");
  }

  private String real(OptionalDouble number) {
    return number.isPresent()
        ? Double.toString(number.getAsDouble())
        : texts.get("runs.api.leftToProvider");
  }
}
