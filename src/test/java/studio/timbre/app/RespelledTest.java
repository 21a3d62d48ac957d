package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.model.Conversation;

class RespelledTest {
  private static final Path FOLDER = Path.of("src/test/resources/returned");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "123|00123",
        "1.1|1.10",
        "1,1|1.10",
        "100000|1E5",
        "1.23456789012346E+019|12345678901234567890",
        "0.1|10%",
        "12.5|R$ 12,50",
        "1234567|1.234.567",
        "TRUE|true",
        "FALSO|false",
        "2026-11-23|23/11/2026",
        "11/23/2026|23/11/2026",
        "23/11/26|2026-11-23",
        "Olá ?? e ?|Olá 🌊 e 👋🏽",
      })
  void whatSpreadsheetProgramsMakeOfATextIsThatText(String now, String before) {
    assertThat(Respelled.is(now, before)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "124|00123",
        "1.2|1.10",
        "true|false",
        "2026-11-24|23/11/2026",
        "Yes|yes",
        "12345678901245|12345678901234",
        "40/50/60|40/50/61",
        "''|0",
        "1e999999|1e999998",
        "Olá ?|Olá!",
        "Oi ?|Olá 🌊",
      })
  void whatAPersonHasWrittenIsNot(String now, String before) {
    assertThat(Respelled.is(now, before)).isFalse();
  }

  /** The table was opened as separated values with everything agreed to; see spreadsheet_returns.py. */
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "ods", "csv"})
  void whatLibreOfficeMadeOfNumbersAndDatesIsSeenAsThat(String ending) throws Exception {
    var before = read(FOLDER.resolve("sent.jsonl"));
    var now = read(FOLDER.resolve("kept-careless." + ending));
    assertThat(now).hasSameSizeAs(before);
    int respelled = 0;
    for (int i = 0; i < before.size(); i++) {
      var messages = now.get(i).messages();
      assertThat(messages).hasSameSizeAs(before.get(i).messages());
      for (int m = 0; m < messages.size(); m++) {
        String text = messages.get(m).text();
        String then = before.get(i).messages().get(m).text();
        if (!text.equals(then)) {
          assertThat(Respelled.is(text, then)).as("%s of %s", text, then).isTrue();
          respelled++;
        }
      }
    }
    assertThat(respelled).isGreaterThan(4);
  }

  @Test
  void longTextsAreLeftAlone() {
    assertThat(Respelled.is("1".repeat(100_000), "0" + "1".repeat(100_000))).isFalse();
  }

  private static List<Conversation> read(Path file) throws Exception {
    var read = new ArrayList<Conversation>();
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        if (line.get() instanceof Line.Good good) {
          read.add(good.conversation());
        }
      }
    }
    return read;
  }
}
