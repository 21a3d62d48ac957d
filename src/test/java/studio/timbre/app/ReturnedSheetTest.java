package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Message;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Progress;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.WrittenFormat;
import studio.timbre.model.merge.Choice;

class ReturnedSheetTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession project;
  private long[] ids;
  private Path sheet;

  @BeforeEach
  void make() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    project = timbre.create(folder.resolve("voice.timbre"));
    ids = new long[4];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = project.add(talk("question " + i), Split.TRAINING, Optional.empty());
    }
    review(ids[1], review -> review.withTags(List.of("=sum", "late")).withRating(3));
    review(ids[1], review -> review.withNote("=1+1\nAsk Ana").withAssignee("@Rui"));
    sheet = folder.resolve("sheet.csv");
  }

  @AfterEach
  void close() {
    project.close();
    timbre.close();
  }

  private static Conversation talk(String question) {
    return Conversation.of(
        Message.of(Role.USER, question), Message.of(Role.ASSISTANT, "Answer to " + question));
  }

  private void review(long id, UnaryOperator<Review> how) {
    project.write(
        "note",
        pen -> {
          var state = pen.find(id).orElseThrow();
          pen.put(id, state.withReview(how.apply(state.review())));
          return id;
        });
  }

  private void export(SheetLanguage language) throws UserFacingException {
    project.export(ConversationQuery.ALL, sheet, WrittenFormat.CSV, language, Progress.NONE);
  }

  private void colleague(String from, String to) throws Exception {
    String text = Files.readString(sheet);
    assertThat(text).contains(from);
    Files.writeString(sheet, text.replace(from, to));
  }

  private ReturnedPack bringBack() throws UserFacingException {
    return project.packs().bringBack(sheet, Progress.NONE);
  }

  private Curated now(long id) {
    return project.row(id).orElseThrow().curated();
  }

  private long[] all() {
    return project.ids(ConversationQuery.ALL);
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyTouchedChangesNothing(SheetLanguage language) throws Exception {
    export(language);
    assertThat(project.packs().isReturnedSheet(sheet)).isTrue();
    try (var back = bringBack()) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void marksAndTextsGoToTheConversationsThatTheyBelongTo(SheetLanguage language) throws Exception {
    export(language);
    String first = "\"" + ids[0] + "\",\"1\",\"user\",\"question 0\",\"";
    colleague(
        first
            + language.word(Status.DRAFT)
            + "\",\""
            + language.word(Split.TRAINING)
            + "\",\"\",\"\",\"\",\"\"",
        first
            + language.word(Status.APPROVED)
            + "\",\""
            + language.word(Split.HELD_OUT)
            + "\",\"5\",\"new, old\",\"Ana\",\"Nice\"");
    colleague("Answer to question 2", "A better answer");
    long before = project.journalPosition();
    try (var back = bringBack()) {
      assertThat(back.changedByThem()).isEqualTo(2);
      assertThat(back.clashes()).isZero();
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[0]))
        .isEqualTo(
            new Curated(
                Status.APPROVED,
                Split.HELD_OUT,
                talk("question 0"),
                Review.NONE
                    .withRating(5)
                    .withTags(List.of("new", "old"))
                    .withAssignee("Ana")
                    .withNote("Nice")));
    assertThat(now(ids[2]).conversation().answer()).isEqualTo("A better answer");
    assertThat(now(ids[1]).review().note()).isEqualTo("=1+1\nAsk Ana");
    assertThat(now(ids[1]).review().assignee()).isEqualTo("@Rui");
    assertThat(all()).containsExactly(ids);
    project.undo();
    assertThat(project.journalPosition()).isEqualTo(before);
    assertThat(now(ids[0])).isEqualTo(Curated.draft(talk("question 0"), Split.TRAINING));
    assertThat(now(ids[2]).conversation()).isEqualTo(talk("question 2"));
  }

  @Test
  void noCellOfItCanRun() throws Exception {
    export(SheetLanguage.ENGLISH);
    assertThat(Files.readString(sheet))
        .contains("\"'=1+1\nAsk Ana\"", "\"'@Rui\"", "\"'=sum, late\"");
  }

  @Test
  void whatBothChangedIsAskedAbout() throws Exception {
    export(SheetLanguage.ENGLISH);
    colleague("Answer to question 2", "Theirs");
    project.replace(
        java.util.Map.of(
            ids[2],
            Conversation.of(
                Message.of(Role.USER, "question 2"), Message.of(Role.ASSISTANT, "Ours"))));
    try (var back = bringBack()) {
      assertThat(back.open()).isEqualTo(1);
      assertThatThrownBy(() -> back.apply(Progress.NONE)).isInstanceOf(UserFacingException.class);
      assertThat(now(ids[2]).conversation().answer()).isEqualTo("Ours");
      back.chooseAll(Choice.THEIRS);
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[2]).conversation().answer()).isEqualTo("Theirs");
  }

  @Test
  void whatWeChangedSinceStays() throws Exception {
    export(SheetLanguage.ENGLISH);
    project.setStatus(Status.APPROVED, ids[3]);
    colleague("Answer to question 3", "Theirs");
    try (var back = bringBack()) {
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[3]).status()).isEqualTo(Status.APPROVED);
    assertThat(now(ids[3]).conversation().answer()).isEqualTo("Theirs");
  }

  @Test
  void rowsThatAreGoneDeleteNothing() throws Exception {
    export(SheetLanguage.ENGLISH);
    var kept =
        Files.readAllLines(sheet, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.contains("question 0") && !line.contains("question 3"))
            .toList();
    Files.write(sheet, kept);
    colleague("Answer to question 2", "Theirs");
    try (var back = bringBack()) {
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(all()).containsExactly(ids);
    assertThat(now(ids[1]).review().note()).isEqualTo("=1+1\nAsk Ana");
  }

  @Test
  void aNewConversationComesInOnceBehindTheOneThatItStandsBelow() throws Exception {
    export(SheetLanguage.ENGLISH);
    String added =
        "\"\",\"\",\"user\",\"New?\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"
            + "\"\",\"\",\"assistant\",\"Yes.\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n";
    colleague("\"" + ids[2] + "\",\"1\",\"user\"", added + "\"" + ids[2] + "\",\"1\",\"user\"");
    try (var back = bringBack()) {
      assertThat(back.entries())
          .singleElement()
          .extracting(PackEntry::kind)
          .isEqualTo(PackEntry.Kind.ADDED);
      back.apply(Progress.NONE);
    }
    long[] after = all();
    assertThat(after).hasSize(5);
    assertThat(now(after[2]).conversation().question()).isEqualTo("New?");
    try (var again = bringBack()) {
      assertThat(again.entries()).isEmpty();
    }
    colleague("Answer to question 3", "Later");
    try (var again = bringBack()) {
      assertThat(again.entries()).hasSize(1);
      again.apply(Progress.NONE);
    }
    assertThat(all()).containsExactly(after);
  }

  @Test
  void aTableThatWasSortedIsPutTogetherAgain() throws Exception {
    export(SheetLanguage.ENGLISH);
    var lines = new java.util.ArrayList<>(List.of(Files.readString(sheet).split("(?<=\r\n)", -1)));
    lines.removeIf(String::isEmpty);
    String head = lines.removeFirst();
    lines.sort(java.util.Comparator.comparing((String line) -> !line.contains("\"assistant\"")));
    Files.writeString(sheet, head + String.join("", lines));
    colleague("Answer to question 2", "A better answer");
    try (var back = bringBack()) {
      assertThat(back.notes()).isEmpty();
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[2]).conversation().question()).isEqualTo("question 2");
    assertThat(now(ids[2]).conversation().answer()).isEqualTo("A better answer");
    assertThat(all()).containsExactly(ids);
  }

  @Test
  void wordsThatNobodyKnowsAreToldAndChangeNothing() throws Exception {
    export(SheetLanguage.ENGLISH);
    colleague(
        "\"question 1\",\"draft\",\"training\",\"3\"",
        "\"question 1\",\"maybe\",\"training\",\"lots\"");
    try (var back = bringBack()) {
      assertThat(back.entries()).isEmpty();
      assertThat(back.notes())
          .extracting(Refusal::key)
          .containsExactly("dataset.leftOut.unknownWord", "dataset.leftOut.unknownWord");
    }
  }

  @Test
  void lineEndsOfASpreadsheetProgramAreNoChange() throws Exception {
    project.replace(
        java.util.Map.of(
            ids[0],
            Conversation.of(
                Message.of(Role.USER, "one\r\ntwo\rthree"), Message.of(Role.ASSISTANT, "ok"))));
    export(SheetLanguage.ENGLISH);
    colleague("one\r\ntwo\rthree", "one\ntwo\nthree");
    try (var back = bringBack()) {
      assertThat(back.entries()).isEmpty();
    }
  }

  @Test
  void whatASpreadsheetProgramSpellsInItsOwnWayIsToldAndNoChange() throws Exception {
    project.replace(
        java.util.Map.of(
            ids[0],
            Conversation.of(
                Message.of(Role.USER, "00123"), Message.of(Role.ASSISTANT, "one\r\ntwo"))));
    export(SheetLanguage.ENGLISH);
    colleague("\"00123\"", "\"123\"");
    colleague("one\r\ntwo", "one\ntwo");
    colleague(
        "\"%d\",\"2\"".formatted(ids[0]),
        "\"%d\",\"\",\"assistant\",\"Put in\"\r\n\"%d\",\"2\"".formatted(ids[0], ids[0]));
    try (var back = bringBack()) {
      assertThat(back.notes()).extracting(Refusal::key).containsExactly("pack.sheet.respelled");
      assertThat(back.cells().taken()).isEqualTo(1);
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[0]).conversation().messages())
        .extracting(Message::text)
        .containsExactly("00123", "Put in", "one\r\ntwo");
  }

  @Test
  void theStateIsKnownAlsoAfterItWasUndoneAndLeft() throws Exception {
    project.setStatus(Status.APPROVED, ids[0]);
    export(SheetLanguage.ENGLISH);
    project.undo();
    project.setStatus(Status.REJECTED, ids[3]);
    colleague("Answer to question 2", "Theirs");
    try (var back = bringBack()) {
      assertThat(back.entries()).hasSize(1);
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[0]).status()).isEqualTo(Status.DRAFT);
    assertThat(now(ids[2]).conversation().answer()).isEqualTo("Theirs");
  }

  @Test
  void anotherProjectDoesNotKnowIt() throws Exception {
    export(SheetLanguage.ENGLISH);
    try (var other = timbre.create(folder.resolve("other.timbre"))) {
      other.add(talk("other"), Split.TRAINING, Optional.empty());
      assertThat(other.packs().isReturnedSheet(sheet)).isFalse();
      assertThatThrownBy(() -> other.packs().bringBack(sheet, Progress.NONE))
          .isInstanceOf(UserFacingException.class)
          .hasMessageContaining("did not come out of this project");
    }
  }

  @Test
  void fiftyThousandAddedRowsAmongAHundredThousandComeIn() throws Exception {
    var lines = new StringBuilder();
    for (int i = 0; i < 25_000; i++) {
      lines.append(
          "{\"messages\":[{\"role\":\"user\",\"content\":\"q%d\"},{\"role\":\"assistant\",\"content\":\"a%d\"}]}\n"
              .formatted(i, i));
    }
    var file = Files.writeString(folder.resolve("many.jsonl"), lines);
    project.importAll(
        List.of(file), Split.TRAINING, Status.DRAFT, TableMappings.GUESSED, Progress.NONE);
    export(SheetLanguage.ENGLISH);
    var added = new StringBuilder(Files.readString(sheet));
    for (int i = 0; i < 25_000; i++) {
      added.append(
          "\"\",\"\",\"user\",\"new %d?\"\r\n\"\",\"\",\"assistant\",\"%d\"\r\n".formatted(i, i));
    }
    Files.writeString(sheet, added);
    long[] before = all();
    try (var back = bringBack()) {
      assertThat(back.figures().orElseThrow().added()).isEqualTo(25_000);
      back.apply(Progress.NONE);
    }
    long[] after = all();
    assertThat(after).startsWith(before).hasSize(before.length + 25_000);
    assertThat(now(after[before.length]).conversation().question()).isEqualTo("new 0?");
    assertThat(now(after[after.length - 1]).conversation().question()).isEqualTo("new 24999?");
  }

  @Test
  void aPartOfTheProjectComesBackToItsOwnConversationsAlone() throws Exception {
    var some =
        ConversationQuery.of(ConversationFilter.ALL.withOnly(Optional.of(NumberSet.of(ids[2]))));
    project.export(some, sheet, WrittenFormat.CSV, SheetLanguage.ENGLISH, Progress.NONE);
    // A colleague numbers a new one as he likes; here the number is one of ours.
    Files.writeString(
        sheet,
        Files.readString(sheet)
            + "\"%d\",\"\",\"user\",\"New?\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"
                .formatted(ids[0]));
    try (var back = bringBack()) {
      back.apply(Progress.NONE);
    }
    assertThat(now(ids[0]).conversation()).isEqualTo(talk("question 0"));
    assertThat(all()).hasSize(5);
  }
}
