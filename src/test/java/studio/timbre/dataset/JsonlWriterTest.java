package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

class JsonlWriterTest {
  private static final Path TOY =
      Path.of("src/test/resources/reference/toy_chat_fine_tuning.jsonl");

  @TempDir Path folder;

  private static Conversation of(String text) {
    return Conversation.of(Message.of(Role.USER, text));
  }

  @Test
  void whatWasReadIsWrittenByMeaning() throws Exception {
    var target = folder.resolve("out.jsonl");
    try (var reader = ConversationReader.open(TOY);
        var writer = JsonlWriter.open(target)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        writer.write(((ConversationReader.Line.Good) line.get()).conversation());
      }
      writer.finish();
    }
    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
    var before = Files.readAllLines(TOY);
    var after = Files.readAllLines(target);
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(mapper.readTree(after.get(i))).isEqualTo(mapper.readTree(before.get(i)));
    }
  }

  @Test
  void halfASurrogatePairComesBack() throws Exception {
    var target = folder.resolve("out.jsonl");
    try (var writer = JsonlWriter.open(target)) {
      writer.write(of("a\ud83db"));
      writer.finish();
    }
    assertThat(ConversationJson.parse(Files.readString(target)).question()).isEqualTo("a\ud83db");
  }

  @Test
  void withoutAnEndTheTargetStaysAsItWas() throws Exception {
    var target = Files.writeString(folder.resolve("out.jsonl"), "old");
    try (var writer = JsonlWriter.open(target)) {
      writer.write(of("x".repeat(500_000)));
    }
    assertThat(target).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files.collect(Collectors.toList())).containsExactly(target);
    }
  }

  @Test
  void aLinkLeadsToTheFileThatIsReplaced() throws Exception {
    var real = Files.writeString(folder.resolve("real.jsonl"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link.jsonl"), real);
    try (var writer = JsonlWriter.open(link)) {
      writer.write(of("new"));
      writer.finish();
    }
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).contains("new");
  }
}
