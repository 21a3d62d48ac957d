package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

/** Sorting by what is seldom sorted by, and is read from the conversations themselves. */
class SortedColumnsTest {
  @TempDir Path folder;
  private ProjectFile project;
  private long plain;
  private long told;
  private long noted;

  @BeforeEach
  void open() throws Exception {
    project = ProjectFile.create(folder.resolve("sorted.timbre"));
    var edits = project.edits("somebody");
    edits.write(
        "add",
        pen -> {
          told =
              pen.add(
                  draft(Message.of(Role.DEVELOPER, "Be brief."), Message.of(Role.USER, "a"))
                      .withReview(Review.NONE.withTags(List.of("warm", "brief"))),
                  Place.end());
          noted =
              pen.add(
                  draft(Message.of(Role.SYSTEM, "always kind"), Message.of(Role.USER, "b"))
                      .withReview(Review.NONE.withNote("Zebra").withTags(List.of("calm"))),
                  Place.end());
          plain = pen.add(draft(Message.of(Role.USER, "c")), Place.start());
          return true;
        });
  }

  private static Curated draft(Message... messages) {
    return Curated.draft(Conversation.of(messages), Split.TRAINING);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private List<Long> sorted(Sort sort, boolean descending) {
    var query = ConversationQuery.of(ConversationFilter.ALL).sortedBy(sort, descending);
    return Arrays.stream(project.conversations().ids(query, "none")).boxed().toList();
  }

  @Test
  void instructionsTagsNotesRolesAndNumbers() {
    assertThat(sorted(Sort.NUMBER, false)).containsExactly(told, noted, plain);
    assertThat(sorted(Sort.SYSTEM, false)).containsExactly(plain, noted, told);
    assertThat(sorted(Sort.TAGS, true)).containsExactly(noted, told, plain);
    assertThat(sorted(Sort.NOTE, true)).containsExactly(noted, plain, told);
    assertThat(sorted(Sort.ROLES, false)).containsExactly(told, noted, plain);
  }

  @Test
  void aPlaceBeforeAnotherIsRightBeforeIt() {
    project
        .edits("somebody")
        .write(
            "move",
            pen -> {
              pen.move(noted, Place.before(plain));
              return true;
            });
    assertThat(sorted(Sort.POSITION, false)).containsExactly(noted, plain, told);
    long added =
        project.edits("somebody").write("add", pen -> pen.add(draft(), Place.before(told)));
    assertThat(sorted(Sort.POSITION, false)).containsExactly(noted, plain, added, told);
  }
}
