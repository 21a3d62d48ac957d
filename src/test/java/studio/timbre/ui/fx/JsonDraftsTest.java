package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.timbre.model.JsonDraft;
import studio.timbre.model.JsonDraft.Field;
import studio.timbre.model.JsonDraft.Kind;

class JsonDraftsTest {
  private static final Kind CUP = new Kind("arguments", "find_cup");
  private static final Kind SHELF = new Kind("arguments", "find_shelf");

  private final JsonDrafts drafts = new JsonDrafts(List.of());

  private JsonDraft typed(Field field, String text) {
    var draft = new JsonDraft(1, field, text, Optional.empty());
    drafts.keep(draft);
    return draft;
  }

  private Optional<JsonDraft> in(String name, Field... fields) {
    return Optional.ofNullable(drafts.placed(1, List.of(fields)).get(name));
  }

  private static Field field(String name, Kind kind, String json) {
    return new Field(name, kind, json);
  }

  @Test
  void aDraftStaysWhereItWasTypedAlsoBesideOneThatSaysTheSame() {
    var first = field("0", CUP, "{}");
    var second = field("1", CUP, "{}");
    var draft = typed(second, "{");
    assertThat(in("1", first, second)).contains(draft);
    assertThat(in("0", first, second)).isEmpty();
    assertThat(drafts.placed(2, List.of(first, second))).isEmpty();
  }

  @Test
  void aDraftFollowsItsMessage() {
    var draft = typed(field("0", CUP, "{\"a\":1}"), "{");
    var other = field("0", CUP, "{}");
    assertThat(in("3", other, field("3", CUP, "{\"a\":1}"))).contains(draft);
    assertThat(in("0", other, field("3", CUP, "{\"a\":1}"))).isEmpty();
  }

  @Test
  void aDraftStaysWhenWhatStoodThereIsChangedButNotInAnotherTool() {
    var draft = typed(field("0", CUP, "{\"a\":1}"), "{");
    assertThat(in("0", field("0", CUP, "{\"a\":2}"))).contains(draft);
    assertThat(in("0", field("0", SHELF, "{\"a\":2}"))).isEmpty();
    assertThat(drafts.all()).containsExactly(draft);
  }

  @Test
  void eachFieldHasOneDraftAndEachDraftOneField() {
    var fields = Stream.of("0", "1", "2").map(name -> field(name, CUP, "{}")).toList();
    typed(fields.get(0), "a");
    typed(fields.get(1), "b");
    typed(fields.get(0), "c");
    assertThat(drafts.all()).extracting(JsonDraft::text).containsExactly("c", "b");
    var placed = drafts.placed(1, fields.subList(1, 3));
    assertThat(placed.get("1").text()).isEqualTo("b");
    assertThat(placed.get("2").text()).isEqualTo("c");
    drafts.forget(placed.get("2"));
    assertThat(drafts.all()).extracting(JsonDraft::text).containsExactly("b");
  }
}
