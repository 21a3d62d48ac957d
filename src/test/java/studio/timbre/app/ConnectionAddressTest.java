package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.model.Provider;
import studio.timbre.ui.fx.Texts;

class ConnectionAddressTest {

  @ParameterizedTest
  @CsvSource({
    "OPENAI, https://api.openai.com/v1, https://api.openai.com/v1",
    "OPENAI, ' https://api.openai.com/v1/ ', https://api.openai.com/v1",
    "OPENAI, https://eu.api.openai.com/v1, https://eu.api.openai.com/v1",
    "OPENAI, http://127.0.0.1:8080/v1, http://127.0.0.1:8080/v1",
    "AZURE, https://gull.openai.azure.com/openai/v1/, https://gull.openai.azure.com/openai/v1",
    "AZURE, https://gull.services.ai.azure.com/openai/v1, https://gull.services.ai.azure.com/openai/v1",
    "AZURE, https://gull.cognitiveservices.azure.com/openai/v1, https://gull.cognitiveservices.azure.com/openai/v1",
    "AZURE, http://localhost:9/openai/v1, http://localhost:9/openai/v1",
    "NEBIUS, https://api.tokenfactory.nebius.com/v1/, https://api.tokenfactory.nebius.com/v1",
    "CRUSOE, https://api.intelligence.crusoecloud.com/v1, https://api.intelligence.crusoecloud.com/v1",
    "TOGETHER, https://api.together.ai/v1/, https://api.together.ai/v1",
    "TOGETHER, https://api.together.xyz/v1, https://api.together.xyz/v1",
    "FIREWORKS, https://api.fireworks.ai/v1/accounts/gull/, https://api.fireworks.ai/v1/accounts/gull",
    "FIREWORKS, http://localhost:9/v1/accounts/gull, http://localhost:9/v1/accounts/gull",
    "COMPATIBLE, https://gateway.gull.example/tuning, https://gateway.gull.example/tuning",
    "COMPATIBLE, https://gateway.gull.example:8443, https://gateway.gull.example:8443",
    "COMPATIBLE, http://[::1]:8080/v1, http://[::1]:8080/v1",
  })
  void isTaken(Provider provider, String typed, String address) throws Exception {
    assertThat(read(provider, typed)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, api.openai.com/v1, incomplete, https://api.openai.com/v1",
    "OPENAI, '', incomplete,",
    "OPENAI, sk-proj-0123, incomplete,",
    "OPENAI, ftp://api.openai.com/v1, incomplete,",
    "OPENAI, file:///etc/passwd, incomplete,",
    "OPENAI, http://api.openai.com/v1, readable, https://api.openai.com/v1",
    "COMPATIBLE, http://127.0.0.1.gull.example/v1, readable, https://127.0.0.1.gull.example/v1",
    "COMPATIBLE, http://192.168.0.7/v1, readable, https://192.168.0.7/v1",
    "OPENAI, https://platform.openai.com/api-keys, website, https://api.openai.com/v1",
    "AZURE, https://ai.azure.com/resource, website,",
    "OPENAI, https://api.openai.com.gull.example/v1, otherHost, https://api.openai.com/v1",
    "OPENAI, https://notapi.openai.com.gull.example/v1, otherHost, https://api.openai.com/v1",
    "NEBIUS, https://api.openai.com/v1, otherHost, https://api.tokenfactory.nebius.com/v1",
    "AZURE, https://openai.azure.com.gull.example/openai/v1, otherHost,",
    "AZURE, https://your-resource.openai.azure.com/openai/v1, example,",
    "OPENAI, https://api.openai.com, short, https://api.openai.com/v1",
    "AZURE, https://gull.openai.azure.com/, short, https://gull.openai.azure.com/openai/v1",
    "AZURE, https://gull.openai.azure.com/openai, short, https://gull.openai.azure.com/openai/v1",
    "AZURE, https://gull.openai.azure.com/openai/deployments/v/chat/completions?api-version=2025-01-01, long, https://gull.openai.azure.com/openai/v1",
    "AZURE, https://gull.services.ai.azure.com/api/projects/p, long, https://gull.services.ai.azure.com/openai/v1",
    "AZURE, https://gull.openai.azure.com/openai/v1?api-version=preview, long, https://gull.openai.azure.com/openai/v1",
    "OPENAI, https://api.openai.com/v1/chat/completions, long, https://api.openai.com/v1",
    "TOGETHER, https://api.together.ai/v1/fine-tunes, long, https://api.together.ai/v1",
    "TOGETHER, https://www.together.ai, website, https://api.together.ai/v1",
    "FIREWORKS, https://api.fireworks.ai/v1/accounts/your-account, exampleAccount,",
    "FIREWORKS, https://api.fireworks.ai/v1, short,",
    "FIREWORKS, https://api.fireworks.ai/inference/v1, short,",
    "FIREWORKS, https://api.fireworks.ai/v1/accounts/, short,",
    "FIREWORKS, https://api.fireworks.ai/v1/accounts/gull/datasets, long, https://api.fireworks.ai/v1/accounts/gull",
    "FIREWORKS, https://app.fireworks.ai/models, website,",
    "FIREWORKS, https://api.fireworks.ai.gull.example/v1/accounts/gull, otherHost,",
    "COMPATIBLE, https://gull.example/v1/models, long, https://gull.example/v1",
    "COMPATIBLE, https://gull.example/v1/fine_tuning/jobs, long, https://gull.example/v1",
    "COMPATIBLE, https://gull.example/v1?key=1, long, https://gull.example/v1",
  })
  void isRefusedWithWhatWasProbablyMeant(
      Provider provider, String typed, String problem, String meant) {
    var refused = refused(provider, typed);
    assertThat(refused.key()).isEqualTo("error.address." + problem);
    assertThat(refused.suggestion()).isEqualTo(Optional.ofNullable(meant));
    for (var language : Texts.LANGUAGES) {
      assertThat(Texts.of(language).of(refused)).as("%s", language).doesNotContain("{");
    }
    assertThat(Texts.of(Locale.ENGLISH).of(refused)).isEqualTo(refused.getMessage());
  }

  @Test
  void aPasswordInTheAddressIsNotRepeated() {
    var refused = refused(Provider.COMPATIBLE, "https://ana:sk-canary-0@gull.example/v1");
    assertThat(refused.key()).isEqualTo("error.address.password");
    assertThat(refused.getMessage() + refused.arguments()).doesNotContain("canary");
  }

  @Test
  void whatIsMeantIsItselfTaken() throws Exception {
    assertThat(read(Provider.AZURE, "https://gull.openai.azure.com/openai/v1"))
        .isEqualTo(
            refused(Provider.AZURE, "https://gull.openai.azure.com").suggestion().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void theUsualAddressOfAProviderIsTaken(Provider provider) throws Exception {
    var usual = ProviderFacts.of(provider).address();
    if (usual.isPresent()) {
      assertThat(read(provider, usual.get())).isEqualTo(usual.get());
    }
    assertThat(ProviderFacts.of(provider).example()).startsWith("https://");
  }

  private static String read(Provider provider, String typed) throws AddressException {
    return ConnectionAddress.of(ProviderFacts.of(provider), typed).toString();
  }

  private static AddressException refused(Provider provider, String typed) {
    return catchThrowableOfType(AddressException.class, () -> read(provider, typed));
  }
}
