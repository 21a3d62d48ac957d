package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** What is said of a provider is what can be ordered there. */
class AbilitiesAgainstDialectsTest {

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"TOGETHER", "FIREWORKS"})
  void theMethodsAreThoseThatCanBeOrdered(Provider provider) {
    assertThat(takes(provider, new ApiMethod.Supervised(), Optional.empty())).isTrue();
    assertThat(takes(provider, new ApiMethod.Preference(OptionalDouble.empty()), Optional.empty()))
        .isEqualTo(ProviderAbilities.of(provider).methods().contains("dpo"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "AZURE", "TOGETHER", "FIREWORKS"})
  void aSuffixMayBeAsLongAsIsSaid(Provider provider) {
    int most = ProviderAbilities.of(provider).suffix();
    assertThatCode(() -> check(provider, new ApiMethod.Supervised(), Optional.of("b".repeat(most))))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> check(provider, new ApiMethod.Supervised(), Optional.of("b".repeat(most + 1))))
        .isInstanceOfSatisfying(
            UserFacingException.class, e -> assertThat(e.key()).isEqualTo("error.api.suffix"));
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void theAdapterCanBeChosenWhereThatIsSaid(Provider provider) {
    var sized =
        new ApiNumbers(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(16),
            OptionalInt.of(32));
    ThrowingCallable check =
        () -> check(provider, new ApiMethod.Supervised(), Optional.empty(), sized);
    if (ProviderAbilities.of(provider).adapter()) {
      assertThatCode(check).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(check)
          .isInstanceOfSatisfying(
              UserFacingException.class,
              e -> assertThat(e.key()).isEqualTo("error.api.adapterNotOffered"));
    }
  }

  private static boolean takes(Provider provider, ApiMethod method, Optional<String> suffix) {
    try {
      check(provider, method, suffix);
      return true;
    } catch (UserFacingException e) {
      assertThat(e.key()).isIn("error.api.methodElsewhere", "error.api.fireworksGrader");
      return false;
    }
  }

  private static void check(Provider provider, ApiMethod method, Optional<String> suffix)
      throws UserFacingException {
    check(provider, method, suffix, ApiNumbers.LEFT_TO_PROVIDER);
  }

  private static void check(
      Provider provider, ApiMethod method, Optional<String> suffix, ApiNumbers numbers)
      throws UserFacingException {
    var address = URI.create(ProviderFacts.of(provider).example());
    var recipe =
        new ApiRecipe(
            "gull/voice-8b",
            method,
            numbers,
            suffix,
            OptionalInt.empty(),
            Map.of(),
            Optional.empty());
    ApiDialects.of(provider)
        .check(
            new ApiOrder(
                new JobId("job-20261122-080000-00c0ffee"),
                "Voice",
                new Connection("c", "Test", provider, address),
                Optional.empty(),
                recipe,
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Instant.EPOCH));
  }
}
