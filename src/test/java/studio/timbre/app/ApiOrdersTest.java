package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;

/** What an order takes along. */
class ApiOrdersTest {
  private static final String PAIR =
      """
      {"input":{"messages":[{"role":"user","content":"Question %d"}]},\
      "preferred_output":[{"role":"assistant","content":"Gulls"}],\
      "non_preferred_output":[{"role":"assistant","content":"Boats"}]}
      """;

  @TempDir Path folder;

  private ApiJobs.Wanted pairs(Provider provider, String address) throws Exception {
    var data = Files.writeString(folder.resolve("pairs.jsonl"), lines(0, 60));
    var validation = Files.writeString(folder.resolve("more.jsonl"), lines(60, 70));
    return new ApiJobs.Wanted(
        "Voice",
        new Connection("c", "Test", provider, URI.create(address)),
        Optional.empty(),
        new ApiRecipe(
            "gull/voice-8b",
            new ApiMethod.Preference(OptionalDouble.empty()),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty()),
        data,
        Optional.of(validation),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static String lines(int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(PAIR.formatted(i));
    }
    return text.toString();
  }

  private ApiOrders orders() {
    return new ApiOrders(
        folder.resolve("jobs"),
        new ApiQuotes(Catalogue.shipped(), new FileTraining(folder), FamilyCounters.NONE));
  }

  private long sent(ApiJobs.Wanted wanted) throws Exception {
    var order = orders().prepare(wanted, OptionalDouble.empty());
    try (var files = Files.list(folder.resolve("jobs").resolve(order.id().value()))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).count();
    }
  }

  @Test
  void dataThatNothingIsMeasuredOnIsNotSentAndThatIsSaid() throws Exception {
    var fireworks = pairs(Provider.FIREWORKS, "https://api.fireworks.ai/v1/accounts/gull");
    assertThat(orders().preflight(fireworks))
        .extracting(Finding::key)
        .contains("preflight.notMeasured");
    assertThat(sent(fireworks)).isEqualTo(1);

    var together = pairs(Provider.TOGETHER, "https://api.together.ai/v1");
    assertThat(orders().preflight(together))
        .extracting(Finding::key)
        .doesNotContain("preflight.notMeasured");
    assertThat(sent(together)).isEqualTo(2);
  }
}
