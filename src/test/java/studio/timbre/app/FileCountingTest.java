package studio.timbre.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.tokens.ConversationCounter;

class FileCountingTest {
  private static final Path TOY =
      Path.of("src/test/resources/reference/toy_chat_fine_tuning.jsonl");

  /** Stands for a model on this computer: every message is a token. */
  private static final ConversationCounter BY_MESSAGES =
      new ConversationCounter() {
        @Override
        public String name() {
          return "local:messages";
        }

        @Override
        public TokenCount count(Conversation conversation) {
          int messages = conversation.messages().size();
          return new TokenCount(messages, conversation.turns(), List.of());
        }
      };

  private final FileCounting counting =
      new FileCounting(
          Catalogue.shipped(),
          name -> Optional.of(BY_MESSAGES).filter(_ -> name.equals("house-model")));

  @TempDir Path folder;

  @Test
  void bothAnswersOfAPairAreCountedForAnApi() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            """
            {"input":{"messages":[{"role":"user","content":"Hello"}]},"preferred_output":[{"role":"assistant","content":"Hello"}],"non_preferred_output":[{"role":"assistant","content":"Hello Hello"}]}
            """);
    // o200k: the conversation 13 as a chat, the other answer 3 + role 1 + 2 and 3 for the reply.
    assertThat(count(file, "gpt-4.1-mini", OptionalInt.empty()).estimate().tokens())
        .isEqualTo(13 + 9);
  }

  @Test
  void aFileOfTheCookbookCountsAsPublished() throws Exception {
    var report = count(TOY, "gpt-4o-mini", OptionalInt.empty());
    var estimate = report.estimate();
    assertThat(report.counter()).isEqualTo("o200k_base");
    assertThat(estimate.model()).isEqualTo("gpt-4o-mini-2024-07-18");
    assertThat(estimate.examples()).isEqualTo(5);
    assertThat(estimate.tokens()).isEqualTo(43 + 106 + 26 + 27 + 8031);
    assertThat(estimate.assistantTokens()).isEqualTo(8 + 25 + 9 + 3 + 8000);
    assertThat(estimate.billedTokensPerEpoch()).isEqualTo(8233);
    assertThat(estimate.epochs()).isEqualTo(20);
    assertThat(estimate.billedTokens()).isEqualTo(164_660);
    assertThat(estimate.costUsd()).hasValue(0.49398);
    assertThat(estimate.overLimit()).isZero();
    assertThat(report.tokens().median()).isEqualTo(43.0);
    assertThat(report.refusedLines()).isZero();
  }

  @Test
  void chosenEpochsStandInForTheDefault() throws Exception {
    var estimate = count(TOY, "gpt-3.5-turbo", OptionalInt.of(2)).estimate();
    assertThat(estimate.epochs()).isEqualTo(2);
    assertThat(estimate.billedTokens()).isEqualTo(2 * 8242);
  }

  @Test
  void aModelOnThisComputerIsCountedByItselfAndHasNoPrice() throws Exception {
    var report = count(TOY, "house-model", OptionalInt.of(1));
    assertThat(report.counter()).isEqualTo("local:messages");
    assertThat(report.estimate().tokens()).isEqualTo(3 + 9 + 2 + 2 + 3);
    assertThat(report.estimate().billedTokens()).isEqualTo(19);
    assertThat(report.estimate().costUsd()).isEmpty();
  }

  @Test
  void aModelOutsideTheCatalogueIsCountedWithoutAPrice() throws Exception {
    var report = count(TOY, "gpt-5-mini", OptionalInt.empty());
    assertThat(report.counter()).isEqualTo("o200k_base");
    assertThat(report.estimate().tokens()).isEqualTo(8233);
    assertThat(report.estimate().costUsd()).isEmpty();
  }

  @Test
  void anUnknownModelIsNoTarget() throws Exception {
    assertThat(counting.target("gpt-6-luna")).isEmpty();
  }

  @Test
  void aModelWhoseTokenizerIsNotHereIsRefused() {
    assertThatThrownBy(() -> counting.target("Qwen-32B"))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("Qwen-32B has a tokenizer of its own");
  }

  @Test
  void brokenLinesAreNamedAndTheGoodOnesCounted() throws Exception {
    var file = folder.resolve("broken.jsonl");
    Files.writeString(
        file,
        """
        {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}
        {"messages":

        {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"No"}]}
        """);
    var report = count(file, "gpt-4o-mini", OptionalInt.empty());
    assertThat(report.estimate().examples()).isEqualTo(2);
    assertThat(report.refusedLines()).isEqualTo(1);
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.line()).isEqualTo(2);
              assertThat(refusal.english()).startsWith("not JSON");
            });
  }

  @Test
  void aByteOrderMarkIsPassedOverAndALineThatIsNotUtf8IsNamed() throws Exception {
    var good =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"Olá\"},{\"role\":\"assistant\",\"content\":\"Sim\"}]}\n";
    var file = folder.resolve("mixed.jsonl");
    try (var out = Files.newOutputStream(file)) {
      out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
      out.write(good.getBytes(UTF_8));
      out.write(good.getBytes(ISO_8859_1));
      out.write(good.getBytes(UTF_8));
    }
    var report = count(file, "house-model", OptionalInt.of(1));
    assertThat(report.estimate().examples()).isEqualTo(2);
    assertThat(report.estimate().tokens()).isEqualTo(2 + 2);
    assertThat(report.refusedLines()).isEqualTo(1);
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.line()).isEqualTo(2);
              assertThat(refusal.key()).isEqualTo("dataset.refused.encoding");
            });
  }

  private FileCounting.Report count(Path file, String model, OptionalInt epochs) throws Exception {
    return counting.count(file, counting.target(model).orElseThrow(), epochs);
  }
}
