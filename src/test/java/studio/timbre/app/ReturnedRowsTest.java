package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.AddedRows;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.SheetReading;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.WrittenFormat;

/** What colleagues do to the rows of a table. */
class ReturnedRowsTest {
  private static final int NUMBER = 0;
  private static final int LINE = 1;
  private static final int ROLE = 2;
  private static final int TEXT = 3;
  private static final int STATUS = 4;
  private static final int DETAILS = 10;

  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession project;
  private long[] ids;
  private Path sheet;
  private List<List<String>> rows;

  @BeforeEach
  void make() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    project = timbre.create(folder.resolve("voice.timbre"));
    ids = new long[6];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = project.add(talk(i), Split.TRAINING, Optional.empty());
    }
    sheet = folder.resolve("sheet.csv");
    project.export(
        ConversationQuery.ALL, sheet, WrittenFormat.CSV, SheetLanguage.ENGLISH, Progress.NONE);
    try (var csv = CsvReader.builder().ofCsvRecord(sheet, StandardCharsets.UTF_8)) {
      rows = new ArrayList<>();
      csv.forEach(row -> rows.add(new ArrayList<>(row.getFields())));
    }
    // As Google Sheets writes it: all in quotation marks, without a byte-order mark.
    rows.getFirst().set(NUMBER, rows.getFirst().get(NUMBER).replace("\ufeff", ""));
  }

  @AfterEach
  void close() {
    project.close();
    timbre.close();
  }

  /** Four messages, the last a long one in the third conversation. */
  private static Conversation talk(int i) {
    return Conversation.of(
        Message.of(Role.SYSTEM, "Be brief."),
        Message.of(Role.USER, "question " + i),
        Message.of(Role.ASSISTANT, i == 2 ? "long ".repeat(15_000) : "Answer to question " + i),
        Message.of(Role.USER, "Thanks " + i),
        Message.of(Role.ASSISTANT, "Bye " + i));
  }

  private void write() throws Exception {
    try (var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(sheet)) {
      rows.forEach(csv::writeRecord);
    }
  }

  private ReturnedPack back() throws Exception {
    return back(SheetReading.TOLD);
  }

  private ReturnedPack back(SheetReading reading) throws Exception {
    write();
    return project.packs().bringBack(sheet, reading, Progress.NONE);
  }

  private List<String> row(int conversation, int line) {
    return rows.stream()
        .filter(row -> row.get(NUMBER).equals(String.valueOf(ids[conversation])))
        .filter(row -> row.get(LINE).equals(String.valueOf(line)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> added(String number, String line, String role, String text) {
    var row = new ArrayList<>(Collections.nCopies(DETAILS + 1, ""));
    row.set(NUMBER, number);
    row.set(LINE, line);
    row.set(ROLE, role);
    row.set(TEXT, text);
    return row;
  }

  private void add(String role, String text) {
    rows.add(added("", "", role, text));
  }

  private List<String> texts(int conversation) {
    return now(ids[conversation]).conversation().messages().stream().map(Message::text).toList();
  }

  private Curated now(long id) {
    return project.row(id).orElseThrow().curated();
  }

  private long[] all() {
    return project.ids(ConversationQuery.ALL);
  }

  /** The pieces of a long text are known by the columns that these tests take away. */
  private void withoutTheLongOne() {
    rows.removeIf(row -> row.get(NUMBER).equals(String.valueOf(ids[2])));
  }

  private void nothingChanges() throws Exception {
    try (var back = back()) {
      assertThat(back.notes()).isEmpty();
      assertThat(back.entries()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {ROLE, TEXT, LINE, DETAILS})
  void sortedByAnyColumnNothingIsLost(int column) throws Exception {
    row(4, 3).set(TEXT, "A better answer");
    rows.subList(1, rows.size()).sort(Comparator.comparing(row -> row.get(column)));
    try (var back = back()) {
      assertThat(back.notes()).isEmpty();
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(texts(4)).element(2).isEqualTo("A better answer");
    assertThat(texts(2)).isEqualTo(talk(2).messages().stream().map(Message::text).toList());
    assertThat(all()).containsExactly(ids);
  }

  @Test
  void whatWasAddedToASortedTableComesInAtTheEnd() throws Exception {
    Collections.shuffle(rows.subList(1, rows.size()), new Random(4));
    for (int i = 0; i < 2; i++) {
      rows.add(5, added("new " + i, "2", "assistant", "Yes"));
      add("user", "Question " + i);
      add("assistant", "Answer");
      rows.add(2, added("new " + i, "1", "user", "New " + i));
    }
    row(1, 3).set(TEXT, "Other");
    try (var back = back()) {
      assertThat(back.notes()).isEmpty();
      assertThat(back.entries()).hasSize(5);
      back.apply(Progress.NONE);
    }
    assertThat(all()).startsWith(ids).hasSize(10);
  }

  @Test
  void itCanBeCalledOffWhileItIsLookedAt() throws Exception {
    write();
    var asked = new AtomicInteger();
    var calledOff =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return asked.incrementAndGet() > 3;
          }
        };
    assertThatThrownBy(() -> project.packs().bringBack(sheet, calledOff))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).hasValue(4);
  }

  @Test
  void inAnyOrderItIsTheSame() throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(rows.subList(1, rows.size()), new Random(seed));
      nothingChanges();
    }
  }

  @Test
  void withoutTheColumnForTheLineRowsAreKnownByTheirMarks() throws Exception {
    withoutTheLongOne();
    rows.forEach(row -> row.remove(LINE));
    Collections.shuffle(rows.subList(1, rows.size()), new Random(1));
    nothingChanges();
  }

  @Test
  void withoutTheColumnForTheNumberRowsAreKnownByTheirMarks() throws Exception {
    withoutTheLongOne();
    rows.forEach(row -> row.remove(NUMBER));
    Collections.shuffle(rows.subList(1, rows.size()), new Random(1));
    nothingChanges();
  }

  @Test
  void withoutHeadingsTheColumnsAreKnownByWhatStandsInThem() throws Exception {
    rows.removeFirst();
    row(1, 1).set(STATUS, "approved");
    try (var back = back()) {
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[1]).status()).isEqualTo(Status.APPROVED);
    rows.forEach(row -> row.add(TEXT, "x"));
    try (var back = back()) {
      assertThat(texts(1)).element(1).isEqualTo("question 1");
    }
  }

  @Test
  void renamedHeadingsAndAColumnPutInChangeNothing() throws Exception {
    rows.getFirst().set(TEXT, "What is said here");
    rows.getFirst().set(NUMBER, "ID (do not touch)");
    rows.getFirst().set(STATUS, "How far?");
    row(1, 1).set(STATUS, "approved");
    try (var back = back()) {
      assertThat(back.entries()).hasSize(1);
      assertThat(back.cells().taken()).isEqualTo(1);
    }
    rows.getFirst().set(TEXT, "Text");
    rows.forEach(row -> row.add(TEXT, ""));
    rows.getFirst().set(TEXT, "Message");
    row(1, 1).set(STATUS + 1, "draft");
    nothingChanges();
  }

  @Test
  void whatIsGoneFromAConversationStaysUnlessItIsSaidToGo() throws Exception {
    rows.remove(row(0, 4));
    rows.remove(row(0, 5));
    rows.remove(row(1, 1));
    row(1, 3).set(TEXT, "Other");
    try (var back = back()) {
      assertThat(back.figures().orElseThrow().gone()).isEqualTo(2);
      assertThat(back.entries()).hasSize(1);
    }
    try (var back = back(SheetReading.TOLD.withTakesGone(true))) {
      assertThat(back.entries()).hasSize(2);
      back.apply(Progress.NONE);
    }
    assertThat(texts(0)).hasSize(3);
    assertThat(texts(1)).first().isEqualTo("question 1");
    project.undo();
    assertThat(texts(0)).hasSize(5);
  }

  @Test
  void onlyTheAnswersOfAFilteredTableAreNoLoss() throws Exception {
    rows.removeIf(row -> row.get(ROLE).equals("user") || row.get(ROLE).equals("system"));
    row(3, 3).set(TEXT, "Other");
    try (var back = back()) {
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(texts(3)).containsExactly("Be brief.", "question 3", "Other", "Thanks 3", "Bye 3");
  }

  @Test
  void ofALongTextAPieceThatIsGoneIsTold() throws Exception {
    rows.removeIf(row -> row.get(ROLE).startsWith("… 2/"));
    try (var back = back(SheetReading.TOLD.withTakesGone(true))) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes())
          .extracting(Refusal::key)
          .containsExactly("dataset.refused.pieceMissing");
    }
  }

  @Test
  void aRowThatStandsThereTwiceCountsOnceAndIsTold() throws Exception {
    rows.add(new ArrayList<>(row(1, 3)));
    rows.addAll(rows.indexOf(row(3, 2)), List.of(new ArrayList<>(row(3, 2))));
    try (var back = back()) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes())
          .extracting(Refusal::key)
          .containsExactly("dataset.leftOut.rowsTwice");
    }
  }

  @Test
  void twoTextsForOneLineApartFromEachOtherAreAsked() throws Exception {
    var copy = new ArrayList<>(row(1, 3));
    copy.set(TEXT, "Another one");
    rows.add(copy);
    try (var back = back()) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes())
          .extracting(Refusal::key)
          .containsExactly("dataset.refused.lineTwice");
    }
  }

  @Test
  void aCopyUnderANumberOfItsOwnIsNew() throws Exception {
    for (int line = 1; line <= 5; line++) {
      var copy = new ArrayList<>(row(1, line));
      copy.set(NUMBER, "new");
      rows.add(copy);
      var unnumbered = new ArrayList<>(row(3, line));
      unnumbered.set(NUMBER, "");
      rows.add(rows.indexOf(row(4, 1)), unnumbered);
    }
    try (var back = back()) {
      assertThat(back.entries())
          .extracting(PackEntry::kind)
          .containsExactly(PackEntry.Kind.ADDED, PackEntry.Kind.ADDED);
      back.apply(Progress.NONE);
    }
    assertThat(all()).hasSize(8);
    assertThat(now(all()[4]).conversation()).isEqualTo(talk(3));
    assertThat(now(all()[7]).conversation()).isEqualTo(talk(1));
  }

  @Test
  void messagesPutInStandWhereTheirRowsDo() throws Exception {
    rows.add(rows.indexOf(row(1, 4)), added("", "", "assistant", "Put in without a number"));
    rows.add(
        rows.indexOf(row(3, 2)), added(String.valueOf(ids[3]), "", "user", "Put in with a number"));
    rows.add(added(String.valueOf(ids[5]), "2.5", "assistant", "Put in far below"));
    rows.add(added(String.valueOf(ids[4]), "", "assistant", "At the end"));
    try (var back = back()) {
      assertThat(back.notes()).isEmpty();
      assertThat(back.entries()).hasSize(4);
      back.apply(Progress.NONE);
    }
    assertThat(texts(1)).element(3).isEqualTo("Put in without a number");
    assertThat(texts(3)).element(1).isEqualTo("Put in with a number");
    assertThat(texts(5)).element(2).isEqualTo("Put in far below");
    assertThat(texts(4)).last().isEqualTo("At the end");
    assertThat(all()).containsExactly(ids);
  }

  @Test
  void inASortedTableARowThatSaysNothingOfItsPlaceIsTold() throws Exception {
    rows.add(rows.indexOf(row(1, 4)), added(String.valueOf(ids[1]), "", "assistant", "Where?"));
    rows.add(added("", "", "assistant", "Whose?"));
    Collections.shuffle(rows.subList(1, rows.size()), new Random(3));
    try (var back = back()) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes())
          .extracting(Refusal::key)
          .containsExactlyInAnyOrder("dataset.refused.linesApart", "dataset.refused.addedApart");
    }
  }

  @Test
  void rowsThatWereMovedByHandKeepTheOrderOfTheirNumbersAndThatIsTold() throws Exception {
    Collections.swap(rows, rows.indexOf(row(1, 2)), rows.indexOf(row(1, 4)));
    try (var back = back()) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes()).extracting(Refusal::key).containsExactly("dataset.leftOut.rowOrder");
    }
    row(1, 2).set(LINE, "9");
    row(1, 4).set(LINE, "2");
    row(1, 9).set(LINE, "4");
    try (var back = back()) {
      back.apply(Progress.NONE);
    }
    assertThat(texts(1)).element(1).isEqualTo("Thanks 1");
  }

  @Test
  void numbersMergedIntoOneCellHoldForTheRowsBelow() throws Exception {
    for (var row : rows.subList(1, rows.size())) {
      if (!row.get(LINE).equals("1")) {
        row.set(NUMBER, "");
      }
    }
    nothingChanges();
  }

  @Test
  void eachQuestionBeginsANewConversationWhereNothingElseDoes() throws Exception {
    add("user", "One?");
    add("assistant", "1");
    add("user", "Two?");
    add("assistant", "2");
    try (var back = back()) {
      var figures = back.figures().orElseThrow();
      assertThat(figures.added()).isEqualTo(2);
      assertThat(figures.byMarks()).isEqualTo(1);
      assertThat(back.entries()).hasSize(2);
    }
    try (var back = back(SheetReading.TOLD.withAdded(AddedRows.MARKS))) {
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(all()).hasSize(7);
    assertThat(now(all()[6]).conversation().messages()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty row", "status", "system", "line", "number"})
  void whereThereAreMarksTheyPartNewConversations(String mark) throws Exception {
    for (int i = 0; i < 2; i++) {
      if (mark.equals("empty row")) {
        rows.add(added("", "", "", ""));
      } else if (mark.equals("system")) {
        add("system", "Be kind.");
      }
      int from = rows.size();
      add("user", "One?");
      add("atendente", "1");
      add("user", "And?");
      add("assistant", "2");
      if (mark.equals("status")) {
        rows.get(from).set(STATUS, "approved");
      } else if (mark.equals("line")) {
        for (int line = 0; line < 4; line++) {
          rows.get(from + line).set(LINE, String.valueOf(line + 1));
        }
      } else if (mark.equals("number")) {
        for (int line = 0; line < 4; line++) {
          rows.get(from + line).set(NUMBER, "new " + i);
        }
      }
    }
    try (var back = back()) {
      assertThat(back.notes()).isEmpty();
      assertThat(back.entries()).hasSize(2);
      back.apply(Progress.NONE);
    }
    assertThat(all()).hasSize(8);
    assertThat(now(all()[7]).conversation().messages())
        .extracting(Message::role)
        .endsWith(Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT);
    try (var again = back()) {
      assertThat(again.entries()).isEmpty();
    }
  }

  /** The workbook was written by openpyxl, which makes formulas of texts that begin as one; it keeps no values. */
  @Test
  void aTextThatHasBecomeAFormulaStaysAsItWas() throws Exception {
    var line = read(Path.of("src/test/resources/returned/formula-openpyxl.xlsx"));
    assertThat(line)
        .filteredOn(ConversationReader.Line.Refused.class::isInstance)
        .singleElement()
        .extracting(refused -> ((ConversationReader.Line.Refused) refused).refusal().key())
        .isEqualTo("dataset.refused.formulaText");
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

  @Test
  void excelWritesItWithSemicolonsInAnEncodingOfItsOwn() throws Exception {
    row(1, 3).set(TEXT, "Até amanhã, às 9");
    try (var csv =
        CsvWriter.builder().fieldSeparator(';').build(sheet, Charset.forName("windows-1252"))) {
      rows.forEach(
          row -> csv.writeRecord(row.stream().map(cell -> cell.replace("…", "\u2026")).toList()));
    }
    Files.write(
        sheet,
        ("sep=;\r\n" + Files.readString(sheet, Charset.forName("windows-1252")))
            .getBytes(Charset.forName("windows-1252")));
    try (var back = project.packs().bringBack(sheet, Progress.NONE)) {
      assertThat(back.entries()).hasSize(1);
      assertThat(back.notes())
          .extracting(Refusal::key)
          .containsExactly("dataset.leftOut.encodingGuessed");
      back.apply(Progress.NONE);
    }
    assertThat(texts(1)).element(2).isEqualTo("Até amanhã, às 9");
  }
}
