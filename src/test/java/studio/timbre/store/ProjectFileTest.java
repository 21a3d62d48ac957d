package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ProjectFailure;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

class ProjectFileTest {
  @TempDir Path folder;

  private static String refusal(Path file) {
    var failure =
        catchThrowableOfType(UserFacingException.class, () -> ProjectFile.open(file).close());
    assertThat(failure.getMessage()).contains(String.valueOf(file.getFileName()));
    return failure.key();
  }

  private Path project(int conversations) throws Exception {
    var file = folder.resolve("a.timbre");
    try (var project = ProjectFile.create(file)) {
      project.edits("Ana").addAll(Talk.many(conversations), Split.TRAINING, Status.DRAFT);
    }
    return file;
  }

  private static long count(ProjectFile project) {
    return project.conversations().totals(ConversationQuery.ALL, "x").conversations();
  }

  @Test
  void aClosedProjectIsOneFile() throws Exception {
    project(3);
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()).toList())
          .containsExactly("a.timbre");
    }
  }

  @Test
  void nothingIsOverwrittenByANewProject() throws Exception {
    var file = project(3);
    var failure =
        catchThrowableOfType(UserFacingException.class, () -> ProjectFile.create(file).close());
    assertThat(failure.key()).isEqualTo("error.project.exists");
    try (var project = ProjectFile.open(file)) {
      assertThat(count(project)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"what now?.timbre", "50% #1.timbre", "café ☕ Ω.timbre", "a;b&c=d.timbre"})
  void oddNamesAreNames(String name) throws Exception {
    var file = folder.resolve(name);
    try (var project = ProjectFile.create(file)) {
      project.edits("Ana").add(Talk.of("a", "b"), Split.TRAINING, Optional.empty());
      project.copyTo(folder.resolve("copy of " + name));
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()).toList())
          .containsExactlyInAnyOrder(name, "copy of " + name);
    }
    try (var project = ProjectFile.open(file)) {
      assertThat(count(project)).isEqualTo(1);
    }
  }

  @Test
  void filesOfOthersAreLeftAlone() throws Exception {
    var text = Files.writeString(folder.resolve("a.jsonl"), "{\"messages\":[]}\n".repeat(50));
    assertThat(refusal(text)).isEqualTo("error.project.notAProject");
    assertThat(refusal(Files.writeString(folder.resolve("empty"), "")))
        .isEqualTo("error.project.notAProject");
    var other = folder.resolve("other.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE photo (id)");
    }
    byte[] before = Files.readAllBytes(other);
    assertThat(refusal(other)).isEqualTo("error.project.notAProject");
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
    assertThat(refusal(folder)).isEqualTo("error.project.missing");
    assertThat(refusal(folder.resolve("gone.timbre"))).isEqualTo("error.project.missing");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void aProjectOfANewerVersionIsLeftAlone() throws Exception {
    var file = project(3);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + (Migrations.VERSION + 1));
    }
    assertThat(refusal(file)).isEqualTo("error.project.newer");
  }

  @Test
  void damageIsToldAtOpening() throws Exception {
    var file = project(2000);
    try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) / 2 / 4096 * 4096);
    }
    assertThat(refusal(file)).isEqualTo("error.project.damaged");
    var other = folder.resolve("b.timbre");
    try (var project = ProjectFile.create(other)) {
      project.edits("Ana").addAll(Talk.many(2000), Split.TRAINING, Status.DRAFT);
    }
    byte[] bytes = Files.readAllBytes(other);
    java.util.Arrays.fill(bytes, 4096, 4096 * 20, (byte) 0x5a);
    Files.write(other, bytes);
    assertThat(refusal(other)).isEqualTo("error.project.damaged");
    assertThat(Files.readAllBytes(other)).isEqualTo(bytes);
  }

  @Test
  void aLargeProjectThatWasLeftBehindIsOpenedAtOnceAndLookedThroughBesideTheWork()
      throws Exception {
    var file = folder.resolve("large.timbre");
    long page;
    try (var project = ProjectFile.create(file)) {
      project.edits("Ana").addAll(Talk.many(2000), Split.TRAINING, Status.DRAFT);
      project.settings().put("ballast", "x".repeat(66 << 20));
      page =
          project
              .database()
              .read(
                  connection ->
                      Sql.number(
                          connection,
                          "SELECT rootpage FROM sqlite_master WHERE name = 'conversation_hash'"));
    }
    Files.createFile(file.resolveSibling("large.timbre-lock"));
    try (var project = ProjectFile.open(file)) {
      project.inspect();
      assertThat(count(project)).isEqualTo(2000);
    }
    try (var bytes = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((page - 1) * 4096 + 2);
      bytes.write(new byte[] {0x5a, 0x5a, 0x5a, 0x5a});
    }
    try (var project = ProjectFile.open(file)) {
      project.inspect();
    }
    Files.createFile(file.resolveSibling("large.timbre-lock"));
    try (var project = ProjectFile.open(file)) {
      assertThatThrownBy(project::inspect).hasMessageContaining("damaged");
      assertThat(count(project)).isEqualTo(2000);
    }
    Files.createFile(file.resolveSibling("large.timbre-lock"));
    var closed = ProjectFile.open(file);
    closed.close();
    closed.inspect();
  }

  @Test
  void anOpenProjectIsNotOpenedAgain() throws Exception {
    var file = project(3);
    var link = Files.createSymbolicLink(folder.resolve("link.timbre"), file);
    try (var project = ProjectFile.open(file)) {
      assertThat(refusal(file)).isEqualTo("error.project.inUse");
      assertThat(refusal(link)).isEqualTo("error.project.inUse");
      assertThat(count(project)).isEqualTo(3);
    }
    try (var project = ProjectFile.open(link)) {
      assertThat(project.path()).isEqualTo(link);
      assertThat(count(project)).isEqualTo(3);
    }
  }

  @Test
  void aCopyHoldsTheStateAndTheHistory() throws Exception {
    var copy = folder.resolve("deep/down/copy.timbre");
    try (var project = ProjectFile.open(project(3))) {
      long added = project.edits("Ana").add(Talk.of("last", ""), Split.HELD_OUT, Optional.empty());
      project.copyTo(copy);
      project.copyTo(copy);
      project.edits("Ana").delete(added);
    }
    try (var files = Files.list(copy.getParent())) {
      assertThat(files).containsExactly(copy);
    }
    try (var project = ProjectFile.open(copy)) {
      assertThat(count(project)).isEqualTo(4);
      project.journal().undo();
      project.journal().undo();
      assertThat(count(project)).isZero();
    }
  }

  @Test
  void aCopyDoesNotTakeThePlaceOfAnOpenProject() throws Exception {
    try (var project = ProjectFile.open(project(3));
        var other = ProjectFile.create(folder.resolve("b.timbre"))) {
      for (var target : new Path[] {other.path(), project.path()}) {
        var failure = catchThrowableOfType(UserFacingException.class, () -> project.copyTo(target));
        assertThat(failure.key()).isEqualTo("error.project.targetInUse");
      }
      assertThat(count(other)).isZero();
    }
  }

  @Test
  void aLogLeftByAKilledProgramIsNotPlayedIntoAnotherFile() throws Exception {
    var file = project(3);
    var saved = folder.resolve("saved-wal");
    try (var project = ProjectFile.open(file)) {
      project.edits("Ana").add(Talk.of("lost", ""), Split.TRAINING, Optional.empty());
      Files.copy(folder.resolve("a.timbre-wal"), saved, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(file);
    Files.move(saved, folder.resolve("a.timbre-wal"));
    try (var project = ProjectFile.create(file)) {
      assertThat(count(project)).isZero();
    }
  }

  @Test
  void aFullDiskIsToldAndTakesNothingAway() throws Exception {
    try (var project = ProjectFile.open(project(3))) {
      project
          .database()
          .write(
              connection ->
                  Sql.first(connection, row -> row.getLong(1), "PRAGMA max_page_count = 120"));
      var failure =
          catchThrowableOfType(
              ProjectFailure.class,
              () -> {
                for (int i = 0; i < 200; i++) {
                  project
                      .edits("Ana")
                      .add(Talk.of("x".repeat(9000) + i, "y"), Split.TRAINING, Optional.empty());
                }
              });
      assertThat(failure.reason().key()).isEqualTo("error.project.full");
      long there = count(project);
      assertThat(project.journal().history(1000)).hasSize((int) there - 3 + 1);
      project.edits("Ana").setStatus(Status.APPROVED, 1);
      assertThat(count(project)).isEqualTo(there);
    }
  }

  @Test
  void whatSqliteCannotHoldAsTextComesBack() throws Exception {
    Conversation odd = Talk.of("nul \0 lone \ud83d end", "\udc00\u0001\ufffe");
    try (var project = ProjectFile.open(project(0))) {
      long id = project.edits("Ana").add(odd, Split.TRAINING, Optional.empty());
      assertThat(project.conversations().rows("x", id).getFirst().conversation()).isEqualTo(odd);
      assertThat(project.conversations().ids(Talk.search("lone end"), "x")).containsExactly(id);
    }
  }

  @Test
  void afterClosingNothingIsDone() throws Exception {
    var project = ProjectFile.open(project(1));
    project.close();
    project.close();
    assertThat(catchThrowableOfType(IllegalStateException.class, () -> count(project))).isNotNull();
  }

  @Test
  void whatMayNotBeWrittenStaysAsItIs() throws Exception {
    var file = folder.resolve("kept.timbre");
    try (var project = ProjectFile.create(file)) {
      long id = project.edits("Ana").add(Talk.of("kept", ""), Split.TRAINING, Optional.empty());
      // As it is where the disk was taken away from under it and came back to be read only.
      project
          .database()
          .write(
              connection -> {
                Database.execute(connection, "PRAGMA query_only = ON");
                return true;
              });
      assertThatThrownBy(() -> project.edits("Ana").delete(id))
          .isInstanceOfSatisfying(
              ProjectFailure.class,
              failure -> assertThat(failure.reason().key()).isEqualTo("error.project.readOnly"));
      assertThat(project.conversations().ids(ConversationQuery.ALL, "x")).containsExactly(id);
    }
  }

  @Test
  void aFileThatMayNotBeWrittenIsNotOpened() throws Exception {
    var file = folder.resolve("shut.timbre");
    ProjectFile.create(file).close();
    var before = Files.readAllBytes(file);
    assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file));
    assertThat(refusal(file)).isEqualTo("error.project.readOnly");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
