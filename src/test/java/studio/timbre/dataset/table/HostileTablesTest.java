package studio.timbre.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.UserFacingException;

/** Tables that mean harm, or that chance has made as bad: refused with a place and a reason, in little time and memory. */
@Timeout(60)
class HostileTablesTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  @TempDir Path folder;
  private final List<String> found = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  /** Writes a part of a packed file. */
  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  private void read(Path file) throws Exception {
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good good ->
              found.add(good.conversation().question() + "|" + good.conversation().answer());
          case ConversationReader.Line.Refused(_, var refusal) ->
              told.add(refusal.line() + " " + refusal.key().replace("dataset.refused.", ""));
          case ConversationReader.Line.Beside(_, var part) -> told.add(part.sentence());
        }
      }
    }
  }

  private Path workbook(Part sheet) throws IOException {
    var file = folder.resolve("made.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      put(
          zip,
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
              .formatted(MAIN, OFFICE));
      zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
      put(
          zip,
          "<Relationships><Relationship Id=\"a\" Target=\"worksheets/one.xml\"/><Relationship"
              + " Id=\"b\" TargetMode=\"External\""
              + " Target=\"http://127.0.0.1:9/x\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/one.xml"));
      sheet.write(zip);
    }
    return file;
  }

  private Path sheet(String rows) throws IOException {
    return workbook(
        out ->
            put(
                out,
                "<worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>"
                    .formatted(MAIN, row(1, "user", "assistant"), rows)));
  }

  private static String row(int number, String... cells) {
    var row = new StringBuilder("<row r=\"" + number + "\">");
    for (String cell : cells) {
      row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatUnpacksToFarMoreThanItIsIsNotReadOn() throws Exception {
    var blank = " ".repeat(1 << 20);
    var file =
        workbook(
            out -> {
              put(
                  out,
                  "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + row(1, "user", "assistant"));
              put(out, row(2, "a", "b"));
              for (int i = 0; i < 300; i++) {
                put(out, blank);
              }
            });
    assertThat(Files.size(file)).isLessThan(400_000);
    read(file);
    assertThat(found).containsExactly("a|b");
    assertThat(told).containsExactly("3 unpacksTooFar");
  }

  @Test
  void aCellLongerThanAnyTextIsNotReadOn() throws Exception {
    var longText = new StringWriter();
    var random = new Random(1);
    for (int i = 0; i < 17_000_000; i++) {
      longText.write('a' + random.nextInt(26));
    }
    read(sheet(row(2, "a", "b") + row(3, "c", longText.toString())));
    assertThat(found).containsExactly("a|b");
    assertThat(told).containsExactly("3 cellTooLong");
  }

  @Test
  void entitiesAndDocumentTypesAreNotFollowed() throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "secret words");
    var file =
        workbook(
            out ->
                put(
                    out,
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\"><!ENTITY y \"lol\"><!ENTITY z \"&y;&y;&y;\">]><worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>"
                        .formatted(
                            secret.toUri(),
                            MAIN,
                            row(1, "user", "assistant"),
                            row(2, "&x;", "&z;"))));
    read(file);
    assertThat(String.join(" ", found)).doesNotContain("secret", "lol");
    assertThat(told).isNotEmpty();
  }

  @Test
  void aLinkToAnotherWorkbookGivesItsStoredValueAndIsTold() throws Exception {
    read(
        sheet(
            "<row r=\"2\"><c r=\"A2\""
                + " t=\"str\"><f>'http://127.0.0.1:9/[b.xlsx]S'!A1</f><v>kept</v></c><c r=\"B2\""
                + " t=\"e\"><f>[1]S!A1</f><v>#REF!</v></c></row>"));
    assertThat(found).containsExactly("kept|");
    assertThat(told)
        .containsExactly(
            "Line 2: in the whole file: formulas, as in A2; their stored values were taken",
            "Line 2: the error #REF! in B2");
  }

  @Test
  void placesThatNoSheetHasDoNotFillTheMemory() throws Exception {
    read(
        sheet(
            """
            <row r="99999999999"><c r="ZZZZZZ9" t="inlineStr"><is><t>a</t></is></c>\
            <c r="A1" t="inlineStr"><is><t>b</t></is></c><c r="XFD2" t="s"><v>4294967296</v></c></row>\
            """));
    assertThat(found).containsExactly("a|b");
    assertThat(told).contains("Line 2: the text of XFD2 is not in the file");
  }

  @Test
  void rowsThatStandForMillionsAreNotReadOn() throws Exception {
    var file = folder.resolve("made.ods");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      String cell = "<table:table-cell><text:p>%s</text:p></table:table-cell>";
      put(
          zip,
          "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
              + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
              + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><table:table>"
              + "<table:table-row>"
              + cell.formatted("user")
              + cell.formatted("assistant")
              + "</table:table-row>"
              + "<table:table-row table:number-rows-repeated=\"3\">"
              + cell.formatted("a")
              + cell.formatted("b")
              + "</table:table-row>"
              + "<table:table-row table:number-rows-repeated=\"1000000\">"
              + cell.formatted("c")
              + cell.formatted("d")
              + "</table:table-row>"
              + "</table:table></o:document-content>");
    }
    read(file);
    assertThat(found).containsExactly("a|b", "a|b", "a|b");
    assertThat(told).containsExactly("5 unpacksTooFar");
  }

  @Test
  void oneEndlessValueOfAFileIsToldWithItsLine() throws Exception {
    var file = folder.resolve("made.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("user,assistant\na,b\nc,\"");
      var piece = "d,\n".repeat(100_000);
      for (int i = 0; i < 100; i++) {
        out.write(piece);
      }
    }
    read(file);
    assertThat(found).containsExactly("a|b");
    assertThat(told).containsExactly("3 csvBroken");
  }

  @Test
  void anEndlessLineOfATranscriptIsToldWithItsLine() throws Exception {
    var file = folder.resolve("made.txt");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("User: a\nAgent: ");
      var piece = "b".repeat(1 << 20);
      for (int i = 0; i < 40; i++) {
        out.write(piece);
      }
      out.write("\n---\nUser: c\nAgent: d\n");
    }
    read(file);
    assertThat(found).containsExactly("c|d");
    assertThat(told).containsExactly("1 tooLong");
  }

  @Test
  void zerosAndHalvesOfCharactersComeThrough() throws Exception {
    read(sheet(row(2, "_xD800_ and _x0000_", "_x005F_x0041_")));
    assertThat(found).containsExactly("\ud800 and \0|_x0041_");
    found.clear();
    read(
        Files.writeString(
            folder.resolve("a.csv"), "user,assistant\n\0a\0,\"[[[[" + "[".repeat(5000) + "\"\n"));
    assertThat(found.getFirst()).startsWith("\0a\0|[[[[");
  }

  @Test
  void filesThatAreNoTablesSayWhatTheyAre() throws Exception {
    var old =
        Files.write(
            folder.resolve("old.xlsx"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});
    assertKey(old, "error.dataset.oldSheet");
    assertKey(Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7"), "error.dataset.otherKind");
    assertKey(Files.writeString(folder.resolve("a.txt"), "{\\rtf1"), "error.dataset.otherKind");
    var other = folder.resolve("other.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
    }
    assertKey(other, "error.dataset.otherZip");
    assertKey(
        Files.writeString(folder.resolve("text.xlsx"), "user,assistant"),
        "error.dataset.tableBroken");
    assertKey(
        Files.writeString(folder.resolve("half.parquet"), "PAR1 and no more"),
        "error.dataset.tableBroken");
  }

  private static void assertKey(Path file, String key) {
    assertThatThrownBy(() -> ConversationReader.open(file))
        .isInstanceOfSatisfying(
            UserFacingException.class, problem -> assertThat(problem.key()).isEqualTo(key));
  }
}
