package studio.timbre.jobs.fireworks;

import java.util.OptionalDouble;
import studio.timbre.jobs.remote.RemoteBench;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;

/** The same for a job that learns from pairs, which lies in a list of its own. */
class FireworksPairsFaultsTest extends FireworksFaultsTest {
  @Override
  protected void prepare(RemoteBench bench) {
    var usual = bench.order.recipe();
    bench.order(
        new ApiRecipe(
            usual.model(),
            new ApiMethod.Preference(OptionalDouble.empty()),
            usual.numbers(),
            usual.suffix(),
            usual.seed(),
            usual.metadata(),
            usual.tier()));
  }
}
