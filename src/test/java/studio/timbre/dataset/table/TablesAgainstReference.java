package studio.timbre.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ConversationWriter;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Placing;
import studio.timbre.model.Role;
import studio.timbre.model.WrittenFormat;

/**
 * openpyxl, LibreOffice and Python's csv read the tables that Timbre writes, without a formula among them, and Timbre reads what LibreOffice
 * has saved again. Needs the Python that {@code TIMBRE_REFERENCE_PYTHON} names, with openpyxl, and LibreOffice.
 */
class TablesAgainstReference {
  private static final List<Conversation> WRITTEN =
      List.of(
          Conversation.of(
              Message.of(Role.USER, "=1+1 & <b>\nAçaí 🌊"),
              Message.of(Role.ASSISTANT, "-2; \"so\"")),
          Conversation.of(
              Message.of(Role.SYSTEM, "@SUM(A1)"),
              Message.of(Role.USER, "'=kept"),
              Message.of(Role.ASSISTANT, "+1")));

  @TempDir Path folder;

  @Test
  void othersReadTheTables() throws Exception {
    String python = System.getenv("TIMBRE_REFERENCE_PYTHON");
    assumeTrue(python != null, "TIMBRE_REFERENCE_PYTHON names no Python");
    write(WrittenFormat.XLSX);
    write(WrittenFormat.CSV);
    var process =
        new ProcessBuilder(python, "src/test/reference/check_table.py", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var reference =
        new JsonMapper()
            .readTree(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertThat(process.waitFor()).isZero();
    assertThat(reference.path("formulas").asInt()).isZero();
    for (String reader : List.of("openpyxl", "libreoffice")) {
      assertThat(column(reference.path(reader), 2))
          .containsExactly(
              "text", "=1+1 & <b>\nAçaí 🌊", "-2; \"so\"", "@SUM(A1)", "''=kept", "+1");
    }
    assertThat(column(reference.path("csv"), 2))
        .containsExactly(
            "text", "'=1+1 & <b>\nAçaí 🌊", "'-2; \"so\"", "'@SUM(A1)", "''=kept", "'+1");
    assertThat(read(folder.resolve("saved-again.xlsx"))).isEqualTo(WRITTEN);
  }

  private void write(WrittenFormat format) throws Exception {
    try (var writer =
        ConversationWriter.open(folder.resolve("out" + format.ending()), format, false)) {
      for (var conversation : WRITTEN) {
        writer.write(conversation, Placing.NONE);
      }
      writer.finish();
    }
  }

  private static List<String> column(JsonNode rows, int column) {
    var cells = new ArrayList<String>();
    rows.forEach(row -> cells.add(row.path(column).asText()));
    return cells;
  }

  private static List<Conversation> read(Path file) throws Exception {
    assertThat(Files.exists(file)).isTrue();
    var found = new ArrayList<Conversation>();
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        found.add(((ConversationReader.Line.Good) line.get()).conversation());
      }
    }
    return found;
  }
}
