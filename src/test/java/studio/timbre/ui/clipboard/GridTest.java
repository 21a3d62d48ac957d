package studio.timbre.ui.clipboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What spreadsheets lie on the clipboard. The files of LibreOffice are written by its HTML and text filters, version 7.4; those
 * of Excel and Google Sheets follow what these put there.
 */
class GridTest {

  private static String file(String name) throws IOException {
    try (var stream = Objects.requireNonNull(GridTest.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Grid both(String name) throws IOException {
    return Grid.read(Optional.of(file(name + ".html")), Optional.of(file(name + ".tsv")))
        .orElseThrow();
  }

  @Test
  void excel() throws IOException {
    var expected =
        List.of(
            List.of("They say", "We say", "Stars"),
            List.of("\"Hi\"", "First line\nSecond line\n\n  indented & <done>", "4"),
            List.of(
                "Café — 日",
                "over two columns with a very long text that Excel breaks in its own source",
                ""),
            List.of("", "", "5"));
    assertThat(HtmlTableReader.read(file("excel.html")).orElseThrow().rows()).isEqualTo(expected);
    assertThat(both("excel").rows()).isEqualTo(expected);
    assertThat(TsvReader.read(file("excel.tsv")).at(1, 1))
        .isEqualTo("First line\nSecond line\n\n  indented & <done>");
  }

  @Test
  void libreOffice() throws IOException {
    var expected =
        List.of(
            List.of("They say", "We say", "Status"),
            List.of(
                "Where is \"it\" & why?",
                "It left us.\nSecond line\n\nFourth  with two spaces <b>",
                "approved"),
            List.of("Açúcar, naïve — 日本語", "", "4"),
            List.of("tabinside", "", "draft"));
    assertThat(TsvReader.read(file("libreoffice.tsv")).rows()).isEqualTo(expected);
    assertThat(both("libreoffice").rows()).isEqualTo(expected);
    assertThat(HtmlTableReader.read(file("libreoffice.html")).orElseThrow().at(1, 1))
        .as("HTML alone folds spaces")
        .isEqualTo("It left us.\nSecond line\n\nFourth with two spaces <b>");
  }

  @Test
  void googleSheets() throws IOException {
    var expected = List.of(List.of("Is it > 3?\nYes", "\"quoted\" and 'so'"), List.of("", "1,200"));
    assertThat(HtmlTableReader.read(file("sheets.html")).orElseThrow().rows()).isEqualTo(expected);
    assertThat(both("sheets").rows()).isEqualTo(expected);
    assertThat(TsvReader.read(file("sheets.tsv")).rows()).isEqualTo(expected);
  }

  @Test
  void whatIsCopiedComesBackFromBothForms() {
    var grid =
        new Grid(
            List.of(
                List.of("one\ntwo\n", "tab\there", "\"quoted\"", "  two  spaces"),
                List.of("say \"hi\"", "", "<b>&amp;", "=1+1")));
    assertThat(TsvReader.read(TableWriter.tsv(grid))).isEqualTo(grid);
    assertThat(Grid.read(Optional.of(TableWriter.html(grid)), Optional.of(TableWriter.tsv(grid))))
        .contains(grid);
  }

  /** Tried out in LibreOffice 7.4: without its own mark it makes formulas of what looks like one. */
  @Test
  void spreadsheetsAreToldWhatIsTextAndWhatIsANumber() {
    var html = TableWriter.html(new Grid(List.of(List.of("=1+1", "12/11", "007", "149"))));
    for (String text : List.of("=1+1", "12/11", "007")) {
      assertThat(html)
          .contains(
              "<td style=\"mso-number-format:'\\@';white-space:pre-wrap\" sdnum=\"1033;0;@\">"
                  + text
                  + "</td>");
    }
    assertThat(html).contains("<td>149</td>");
  }

  @Test
  void aQuotationMarkThatOpensNoCellIsText() {
    assertThat(TsvReader.read("\"Hi\" she said\tb\n\"open\tc").rows())
        .isEqualTo(List.of(List.of("\"Hi\" she said", "b"), List.of("\"open", "c")));
    assertThat(TsvReader.read("\"a \"\"b\"\"\r\nc\"\r\nd\r\n").rows())
        .isEqualTo(List.of(List.of("a \"b\"\nc"), List.of("d")));
  }

  @Test
  void unevenRowsAreFilledUpAndNothingIsNoTable() {
    assertThat(TsvReader.read("a\tb\nc").rows())
        .isEqualTo(List.of(List.of("a", "b"), List.of("c", "")));
    assertThat(Grid.read(Optional.empty(), Optional.of(""))).isEmpty();
    assertThat(Grid.read(Optional.of("<p>no table</p>"), Optional.of("one line")))
        .contains(new Grid(List.of(List.of("one line"))));
  }

  @Test
  void brokenMarkupIsReadAsFarAsItGoes() {
    assertThat(
            HtmlTableReader.read("<TABLE><TR><TD>a < b<TD>c &unknown; &#0;").orElseThrow().rows())
        .isEqualTo(List.of(List.of("a < b", "c &unknown; \ufffd")));
    assertThat(
            HtmlTableReader.read("<table><tr><td>a<table><tr><td>b</table>c").orElseThrow().rows())
        .isEqualTo(List.of(List.of("a\nb\nc")));
    assertThat(HtmlTableReader.read("<").isPresent()).isFalse();
  }
}
