package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.app.TableLook;
import studio.timbre.dataset.PlacingWords;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Texts;

/** What a colleague reads in a table, and what the window says, is understood when it is read again. */
class SheetWordsTest {
  @TempDir Path folder;

  @Test
  void theWindowsWordsAreUnderstood() {
    for (Locale language : Texts.LANGUAGES) {
      var texts = Texts.of(language);
      for (var status : Status.values()) {
        assertThat(PlacingWords.status(texts.get("status.of." + status))).contains(status);
      }
      for (var split : Split.values()) {
        assertThat(PlacingWords.split(texts.get("split." + split))).contains(split);
      }
      assertThat(SheetLanguage.named(language.toLanguageTag())).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTablesWordsAreUnderstood(SheetLanguage language) {
    for (var status : Status.values()) {
      assertThat(PlacingWords.status(language.word(status))).contains(status);
    }
    for (var split : Split.values()) {
      assertThat(PlacingWords.split(language.word(split))).contains(split);
    }
  }

  @ParameterizedTest
  @EnumSource
  void headingsAreUnderstoodAlsoWithoutTheColumnForPrograms(SheetLanguage language)
      throws Exception {
    String marks =
        ","
            + language.word(Status.APPROVED)
            + ","
            + language.word(Split.HELD_OUT)
            + ",4,late,Ana,Why";
    var file =
        Files.writeString(
            folder.resolve("sheet.csv"),
            String.join(",", language.headings())
                + "\n1,1,user,Where is it?"
                + marks
                + "\n1,2,assistant,Here.,,,,,,\n");
    var guess = TableLook.at(file).orElseThrow().guess();
    assertThat(guess.columns()).isEqualTo(SheetLanguage.COLUMNS);
  }
}
