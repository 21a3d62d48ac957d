package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.CountingWay;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Compares with what the models' own tokenizers counted: src/test/reference/rough_counts.py. */
class RoughCounterTest {
  private static final String OWN_TEXTS = "rough-texts.jsonl";

  /** Files of the brand's voice: what a person's data looks like. */
  private static final List<String> SAMPLES =
      List.of("train.en.jsonl", "heldout.en.jsonl", "train.pt-BR.jsonl", "train.id.jsonl");

  private static JsonNode reference() throws IOException {
    try (var stream = RoughCounterTest.class.getResourceAsStream("/reference/rough-counts.json")) {
      return new ObjectMapper().readTree(stream);
    }
  }

  private static List<Conversation> conversations(String name) throws Exception {
    String path = (name.equals(OWN_TEXTS) ? "/reference/" : "/studio/timbre/sample/") + name;
    try (var stream = RoughCounterTest.class.getResourceAsStream(path)) {
      var read = new ArrayList<Conversation>();
      for (String line : new String(stream.readAllBytes(), "UTF-8").lines().toList()) {
        read.add(ConversationJson.parse(line));
      }
      return read;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noConversationLiesOutsideTheEnds(TokenizerFamily family) throws Exception {
    var counter = RangeCounter.roughly(family);
    var softly = new SoftAssertions();
    for (Map.Entry<String, JsonNode> file : reference().properties()) {
      var conversations = conversations(file.getKey());
      var real = file.getValue().get(family.name());
      assertThat(real).hasSameSizeAs(conversations);
      for (int i = 0; i < conversations.size(); i++) {
        var counted = counter.count(conversations.get(i));
        softly
            .assertThat(counted.high().total())
            .as("most of %s, %s", file.getKey(), conversations.get(i).question())
            .isGreaterThanOrEqualTo(real.get(i).get(1).asInt());
        softly
            .assertThat(counted.low().total())
            .as("least of %s, %s", file.getKey(), conversations.get(i).question())
            .isLessThanOrEqualTo(real.get(i).get(0).asInt());
      }
    }
    softly.assertAll();
  }

  /** Beyond what was measured there has to be room, but not so much that the figure says nothing. */
  @ParameterizedTest
  @CsvSource({
    "LLAMA_3, 1.9",
    "LLAMA_4, 1.85",
    "QWEN, 1.9",
    "DEEPSEEK, 1.9",
    "TEKKEN, 1.9",
    "OTHER, 3.2"
  })
  void theEndsAreNoWiderThanTheyHaveToBe(TokenizerFamily family, double widest) throws Exception {
    var counter = RangeCounter.roughly(family);
    for (var name : SAMPLES) {
      var real = reference().get(name).get(family.name());
      double low = 0;
      double high = 0;
      double most = 0;
      for (var conversation : conversations(name)) {
        var counted = counter.count(conversation);
        low += counted.low().total();
        high += counted.high().total();
      }
      for (var pair : real) {
        most += pair.get(1).asInt();
      }
      assertThat(high / low).as(name).isLessThan(widest);
      assertThat(high / most).as("room in %s", name).isGreaterThan(1.05);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "meta-llama/Meta-Llama-3.1-8B-Instruct-Reference, LLAMA_3",
    "Llama 3.1 8B Instruct, LLAMA_3",
    "accounts/fireworks/models/llama-v3p3-70b-instruct, LLAMA_3",
    "deepseek-ai/DeepSeek-R1-Distill-Llama-70B, LLAMA_3",
    "meta-llama/Llama-4-Scout-17B-16E-Instruct, LLAMA_4",
    "meta-llama/Llama-2-7b-chat-hf, OTHER",
    "codellama/CodeLlama-34b, OTHER",
    "Qwen/Qwen2.5-72B-Instruct, QWEN",
    "accounts/fireworks/models/qwen2p5-7b-instruct, QWEN",
    "Qwen/Qwen3-30B-A3B-Instruct-2507, QWEN",
    "Qwen/Qwen3.5-9B, OTHER",
    "deepseek-ai/DeepSeek-R1-0528-Qwen3-8B, QWEN",
    "deepseek-ai/DeepSeek-R1-Distill-Qwen-14B, QWEN",
    "deepseek-ai/DeepSeek-V3.1, DEEPSEEK",
    "deepseek-ai/DeepSeek-V2-Lite, OTHER",
    "mistralai/Mistral-Nemo-Instruct-2407, TEKKEN",
    "mistralai/Mistral-7B-Instruct-v0.2, OTHER",
    "google/gemma-3-27b-it, OTHER"
  })
  void knowsAFamilyByTheNamesThatProvidersGive(String model, TokenizerFamily family) {
    assertThat(TokenizerFamily.of(model)).isEqualTo(family);
  }

  @Test
  void aModelsOwnCounterHasBothEndsInOnePlace() {
    var own = ApiCounters.forEncoding(ApiEncoding.O200K_BASE);
    var hello = Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, "Hi"));
    var counter = RangeCounter.exactly(own);
    assertThat(counter.count(hello).low()).isEqualTo(counter.count(hello).high());
    assertThat(counter.way()).isEqualTo(new CountingWay(CountingWay.Kind.EXACTLY, "o200k_base"));
    assertThat(counter.exact()).contains(own);
  }

  @Test
  void anotherModelOfTheFamilyMaySayMoreAround() {
    var own = ApiCounters.forEncoding(ApiEncoding.O200K_BASE);
    var hello = Conversation.of(Message.of(Role.USER, "Hello"), Message.of(Role.ASSISTANT, "Hi"));
    var counted = RangeCounter.like(own, "Llama 3.2 1B", TokenizerFamily.LLAMA_3).count(hello);
    assertThat(counted.low().total()).isEqualTo(own.count(hello).total());
    assertThat(counted.high().total()).isEqualTo(own.count(hello).total() + 33);
  }
}
