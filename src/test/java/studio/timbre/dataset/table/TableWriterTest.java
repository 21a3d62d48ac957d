package studio.timbre.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ConversationWriter;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Placing;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.WrittenFormat;

class TableWriterTest {
  @TempDir Path folder;

  private static Conversation talk(String... texts) {
    var messages = new ArrayList<Message>();
    for (int i = 0; i < texts.length; i++) {
      messages.add(Message.of(i % 2 == 0 ? Role.USER : Role.ASSISTANT, texts[i]));
    }
    return new Conversation(messages, Map.of());
  }

  private static List<Conversation> oddOnes() throws Exception {
    return List.of(
        talk("=HYPERLINK(\"http://x\")", "+1 and -2"),
        talk("'=kept", "''@kept", "'plain", "-"),
        talk(
            " space \r\n\tand\nlines\r", "\u0000\u0007 _x0041_ _x", "\ud83c\udf0a", "\ud800 alone"),
        talk("x".repeat(70_000), "=".repeat(40_000) + "\ud83c\udf0a".repeat(20_000)),
        talk("", ""),
        new Conversation(List.of(), Map.of("note", "1.50")),
        new Conversation(
            List.of(
                new Message(
                    Role.ASSISTANT,
                    new Content.Missing(),
                    Optional.of("Ana"),
                    OptionalInt.of(0),
                    Map.of("tool_calls", "[{\"id\":\"a\"}]"))),
            Map.of(
                "tools",
                "[\"" + "long".repeat(20_000) + "\"]",
                "non_preferred_output",
                "[{\"role\":\"assistant\"}]")),
        ConversationJson.parse(
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:\"}}]},{\"role\":\"odd"
                + " role\",\"content\":null}]}"));
  }

  private Path write(WrittenFormat format, List<Conversation> conversations, Placing placing)
      throws Exception {
    var file = folder.resolve("out" + format.ending());
    try (var writer = ConversationWriter.open(file, format, false)) {
      for (var conversation : conversations) {
        assertThat(writer.write(conversation, placing)).isTrue();
      }
      writer.finish();
    }
    return file;
  }

  private static List<ConversationReader.Line> read(Path file) throws Exception {
    var lines = new ArrayList<ConversationReader.Line>();
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV", "XLSX"})
  void everyConversationComesBackAsItWas(WrittenFormat format) throws Exception {
    var conversations = oddOnes();
    var placing =
        new Placing(
            Optional.of(Status.IN_REVIEW),
            Optional.of(Split.HELD_OUT),
            List.of("a, b", "=c", "d"),
            " =note\n'@" + "\n-".repeat(40_000),
            4,
            "@Ana");
    var lines = read(write(format, conversations, placing));
    assertThat(lines)
        .allSatisfy(line -> assertThat(line).isInstanceOf(ConversationReader.Line.Good.class));
    assertThat(lines)
        .extracting(line -> ((ConversationReader.Line.Good) line).conversation())
        .containsExactlyElementsOf(conversations);
    assertThat(lines)
        .extracting(line -> ((ConversationReader.Line.Good) line).placing())
        .extracting(
            read ->
                new Placing(
                    read.status(),
                    read.split(),
                    read.tags(),
                    read.note(),
                    read.rating(),
                    read.assignee()))
        .containsOnly(placing);
  }

  @Test
  void noCellOfSeparatedValuesCanRun() throws Exception {
    var file = write(WrittenFormat.CSV, oddOnes(), Placing.NONE);
    try (var rows = CsvRows.open(file, studio.timbre.model.TableReading.TOLD)) {
      for (var row = rows.next(); row.isPresent(); row = rows.next()) {
        assertThat(row.get().cells())
            .allSatisfy(
                cell -> {
                  assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
                  assertThat(cell.length()).isLessThanOrEqualTo(TableWriter.MOST_CHARS);
                });
      }
    }
  }

  @Test
  void aFullSheetIsFollowedByAnother() throws Exception {
    var out = new ByteArrayOutputStream();
    var header =
        List.of("conversation", "role", "text", "status", "split", "tags", "timbre_details");
    try (var table = new XlsxTable(out, header, 4)) {
      for (int i = 1; i <= 5; i++) {
        String id = String.valueOf(i);
        table.write(List.of(List.of(id, "user", "q" + i), List.of(id, "assistant", "a" + i)));
      }
      table.end();
    }
    var lines = read(Files.write(folder.resolve("long.xlsx"), out.toByteArray()));
    assertThat(lines)
        .extracting(line -> ((ConversationReader.Line.Good) line).conversation().answer())
        .containsExactly("a1", "a2", "a3", "a4", "a5");
  }

  @Test
  void wordsThatAColleagueChangedComeIn() throws Exception {
    var file = write(WrittenFormat.CSV, List.of(talk("Late?", "Yes.")), Placing.NONE);
    Files.writeString(
        file, Files.readString(file).replace("Yes.", "By ten minutes.").replace("\r\n", "\n"));
    var line = (ConversationReader.Line.Good) read(file).getFirst();
    assertThat(line.conversation()).isEqualTo(talk("Late?", "By ten minutes."));
  }
}
