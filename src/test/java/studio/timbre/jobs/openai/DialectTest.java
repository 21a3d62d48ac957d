package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;

class DialectTest {

  @ParameterizedTest
  @CsvSource({
    "OPENAI, https://api.openai.com/v1/, https://api.openai.com/v1",
    "TOGETHER, https://api.together.ai/v1, https://api.together.ai/v1",
    "FIREWORKS, https://api.fireworks.ai/v1/accounts/gull, https://api.fireworks.ai/inference/v1",
    "FIREWORKS, https://api.fireworks.ai/v1/accounts/gull/, https://api.fireworks.ai/inference/v1",
    "FIREWORKS, http://localhost:9/v1/accounts/gull, http://localhost:9/inference/v1",
    "COMPATIBLE, https://gull.example/v1/accounts/gull, https://gull.example/v1/accounts/gull",
  })
  void modelsAreAskedBesideTheAccountAtFireworks(Provider provider, URI address, String base) {
    assertThat(Dialect.base(new Connection("c", "Test", provider, address))).isEqualTo(base);
  }
}
