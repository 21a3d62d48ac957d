package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiEncodingsTest {

  /** As tiktoken 0.14.0 has them, except for tuned gpt-4.1, which it takes for gpt-4. */
  @ParameterizedTest
  @CsvSource({
    "gpt-4o, o200k_base",
    "gpt-4o-2024-08-06, o200k_base",
    "gpt-4o-mini-2024-07-18, o200k_base",
    "chatgpt-4o-latest, o200k_base",
    "gpt-4.1, o200k_base",
    "gpt-4.1-mini-2025-04-14, o200k_base",
    "gpt-4.1-nano, o200k_base",
    "gpt-4.5-preview, o200k_base",
    "o4-mini, o200k_base",
    "o4-mini-2025-04-16, o200k_base",
    "o1-preview, o200k_base",
    "gpt-5, o200k_base",
    "gpt-5-mini, o200k_base",
    "gpt-5.1-2025-11-13, o200k_base",
    "gpt-3.5-turbo, cl100k_base",
    "gpt-3.5-turbo-0125, cl100k_base",
    "gpt-35-turbo-16k, cl100k_base",
    "gpt-4, cl100k_base",
    "gpt-4-0613, cl100k_base",
    "gpt-4-turbo, cl100k_base",
    "babbage-002, cl100k_base",
    "davinci-002, cl100k_base",
    "gpt-oss-20b, o200k_harmony",
  })
  void namesOfBaseModels(String model, String encoding) {
    assertThat(ApiEncodings.of(model).map(ApiEncoding::publicName)).contains(encoding);
  }

  @ParameterizedTest
  @CsvSource({
    "ft:gpt-4.1-2025-04-14:acme:voice:9AbCdEfG, o200k_base",
    "ft:gpt-4.1:acme::9AbCdEfG, o200k_base",
    "ft:gpt-4o-mini:openai::7p4lURel, o200k_base",
    "ft:gpt-4o-mini:openai::7p4lURel:ckpt-step-88, o200k_base",
    "ft:gpt-4:acme::9AbCdEfG, cl100k_base",
    "ft:gpt-3.5-turbo-0125:acme:a:b, cl100k_base",
    "ft:babbage-002, cl100k_base",
    "gpt-4.ft-0123456789abcdef0123456789abcdef, cl100k_base",
    "gpt-4.1-mini.ft-0123456789abcdef0123456789abcdef, o200k_base",
  })
  void tunedModelsCountLikeTheirBase(String model, String encoding) {
    assertThat(ApiEncodings.of(model).map(ApiEncoding::publicName)).contains(encoding);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o (2024-08-06), o200k_base",
    "gpt-4.1-mini (2025-04-14), o200k_base",
    "gpt-4 (gpt-4-0613), cl100k_base",
    "GPT-OSS 120B, o200k_harmony",
    "openai.gpt-oss-20b, o200k_harmony",
    "openai/gpt-oss-20b, o200k_harmony",
  })
  void namesAsProvidersWriteThem(String model, String encoding) {
    assertThat(ApiEncodings.of(model).map(ApiEncoding::publicName)).contains(encoding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gpt-6-luna",
        "gpt-4.9",
        "gpt-45",
        "gpt-4omega",
        "o12",
        "meta-llama/Llama-3.1-8B-Instruct",
        "Qwen-32B",
        "smollm2-135m-instruct",
        "ft:mistral-small:acme::x",
        "davinci",
      })
  void unknownModelsHaveNone(String model) {
    assertThat(ApiEncodings.of(model)).isEmpty();
    assertThat(ApiCounters.forModel(model)).isEmpty();
  }
}
