package studio.timbre.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.pricing.Catalogue;
import studio.timbre.ui.fx.Texts;

class CatalogueNotesTest {
  private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,-]*\\d|\\d");

  /** A remark that is changed or added in the list without its text would be English in every language. */
  @Test
  void everyRemarkOfTheListIsThereInEveryLanguageWithTheSameFigures() {
    var notes =
        Catalogue.shipped().entries().stream()
            .map(CatalogueEntry::notes)
            .filter(note -> !note.isEmpty())
            .distinct()
            .toList();
    assertThat(notes).hasSizeGreaterThan(20);
    for (var language : Texts.LANGUAGES) {
      var inWords = new CatalogueNotes(Texts.of(language));
      for (var note : notes) {
        var said = inWords.of(note);
        if (language.equals(Locale.ENGLISH)) {
          assertThat(said).isEqualTo(note);
        } else {
          assertThat(said).isNotEqualTo(note);
        }
        assertThat(figures(said)).as(language + ": " + said).isEqualTo(figures(note));
      }
    }
  }

  private static java.util.List<String> figures(String text) {
    return FIGURE.matcher(text).results().map(found -> found.group()).sorted().toList();
  }

  @Test
  void whatAPersonWroteStaysAsItIs() {
    var inWords = new CatalogueNotes(Texts.of(Locale.forLanguageTag("pt-BR")));
    assertThat(inWords.of("Ask Ana.")).isEqualTo("Ask Ana.");
  }
}
