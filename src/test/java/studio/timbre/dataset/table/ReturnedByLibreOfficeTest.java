package studio.timbre.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.model.AddedRows;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Status;

/** Tables that LibreOffice Calc has opened, sorted, edited and saved; see spreadsheet_returns.py. */
class ReturnedByLibreOfficeTest {
  private static final Path FOLDER = Path.of("src/test/resources/returned");

  private static Stream<String> saved(String act) {
    return Stream.of("xlsx", "csv")
        .flatMap(
            from -> Stream.of("xlsx", "ods", "csv").map(ending -> act + "-" + from + "." + ending));
  }

  static Stream<String> untouched() {
    return Stream.concat(saved("kept"), saved("sorted"));
  }

  static Stream<String> edited() {
    return saved("edited");
  }

  private static List<Line> read(String name) throws Exception {
    var lines = new ArrayList<Line>();
    var file = FOLDER.resolve(name);
    var kind = name.endsWith("csv") ? TableFile.Kind.SEPARATED : TableFile.Kind.WORKBOOK;
    try (var table = OwnTable.open(file, kind, AddedRows.TOLD, () -> {})) {
      for (var line = table.next(); line.isPresent(); line = table.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  private static List<Line.Good> good(List<Line> lines) {
    return lines.stream().filter(Line.Good.class::isInstance).map(Line.Good.class::cast).toList();
  }

  private static Map<String, Line.Good> byNumber(List<Line> lines) {
    return good(lines).stream()
        .filter(line -> !line.placing().sheet().orElseThrow().number().isEmpty())
        .collect(
            Collectors.toMap(
                line -> line.placing().sheet().orElseThrow().number(), Function.identity()));
  }

  private static List<Conversation> sent() throws Exception {
    var sent = new ArrayList<Conversation>();
    try (var reader = ConversationReader.open(FOLDER.resolve("sent.jsonl"))) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        sent.add(((Line.Good) line.get()).conversation());
      }
    }
    return sent;
  }

  @ParameterizedTest
  @MethodSource("untouched")
  void nothingIsLostNorRun(String name) throws Exception {
    var lines = read(name);
    assertThat(lines).allSatisfy(line -> assertThat(line).isInstanceOf(Line.Good.class));
    var found = byNumber(lines);
    var sent = sent();
    assertThat(found).hasSize(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      var line = found.get(String.valueOf(i + 1));
      assertThat(line.conversation()).isEqualTo(sent.get(i));
      assertThat(line.placing().sheet().orElseThrow().lines())
          .hasSize(sent.get(i).messages().size())
          .isSorted();
      assertThat(line.placing().sheet().orElseThrow().stamp()).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("edited")
  void whatAColleagueDidIsUnderstood(String name) throws Exception {
    var lines = read(name);
    var found = byNumber(lines);
    assertThat(texts(found.get("2"))).containsExactly("-5 graus", "Resposta nova");
    assertThat(found.get("3").placing().status()).contains(Status.APPROVED);
    assertThat(texts(found.get("13")))
        .containsExactly(
            "Seja breve.", "Abre hoje?", "Abre.", "Das 9 às 18.", "E amanhã?", "Também.");
    assertThat(found.get("13").placing().sheet().orElseThrow().lines())
        .containsExactly(1, 2, 3, 0, 4, 5);
    assertThat(found.get("10").placing().sheet().orElseThrow().lines()).containsExactly(1);
    assertThat(found.get("4").conversation().extras()).containsEntry("Letras", "\"5\"");
    var added =
        good(lines).stream()
            .filter(line -> line.placing().sheet().orElseThrow().number().isEmpty())
            .toList();
    assertThat(added)
        .extracting(ReturnedByLibreOfficeTest::texts)
        .containsExactly(
            List.of("Nova um?", "Um."), List.of("Nova dois?", "Dois.", "E mais?", "Mais."));
    assertThat(lines).noneMatch(Line.Refused.class::isInstance);
  }

  private static List<String> texts(Line.Good line) {
    return line.conversation().messages().stream().map(Message::text).toList();
  }
}
