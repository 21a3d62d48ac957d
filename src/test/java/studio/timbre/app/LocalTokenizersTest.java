package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.TinyModel;
import studio.timbre.model.Conversation;
import studio.timbre.model.CountingWay;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.tokens.TokenizerFamily;

class LocalTokenizersTest {
  private static final Conversation HELLO =
      Conversation.of(Message.of(Role.USER, "the thing"), Message.of(Role.ASSISTANT, "in an era"));

  @TempDir Path folder;
  private Models models;
  private LocalTokenizers tokenizers;

  @BeforeEach
  void emptyLibrary() {
    models = new Models(folder.resolve("library"), () -> "https://localhost:1");
    tokenizers = new LocalTokenizers(models);
  }

  /** A model whose tokenizer has a mark, under a name. */
  private void add(String name, String mark) throws Exception {
    var model = folder.resolve(name);
    TinyModel.in(model);
    var tokenizer = model.resolve("tokenizer.json");
    Files.writeString(tokenizer, Files.readString(tokenizer).replace("<|endoftext|>", mark));
    models.add(model);
  }

  @Test
  void aModelOfTheFamilyCounts() throws Exception {
    add("Llama-3.2-Tiny", "<|eot_id|>");
    var counter = tokenizers.of(TokenizerFamily.LLAMA_3).orElseThrow();
    assertThat(counter.way().kind()).isEqualTo(CountingWay.Kind.LIKE_A_LOCAL_MODEL);
    var own = new ModelCounters(models).of(models.list().getFirst().name()).orElseThrow();
    var counted = counter.count(HELLO);
    assertThat(counted.low()).isEqualTo(own.count(HELLO));
    assertThat(counted.high().total()).isGreaterThan(counted.low().total());
    assertThat(tokenizers.of(TokenizerFamily.LLAMA_3)).containsSame(counter);
  }

  @Test
  void aNameAloneIsNotEnough() throws Exception {
    add("Llama-3.2-renamed", "<|endoftext|>");
    assertThat(tokenizers.of(TokenizerFamily.LLAMA_3)).isEmpty();
  }

  @Test
  void aTokenizerOfAnotherFamilyIsNotTaken() throws Exception {
    add("Llama-3.2-Tiny", "<|eot_id|>");
    assertThat(tokenizers.of(TokenizerFamily.QWEN)).isEmpty();
    assertThat(tokenizers.of(TokenizerFamily.OTHER)).isEmpty();
  }
}
