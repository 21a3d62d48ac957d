package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.timbre.model.JsonDraft;
import studio.timbre.model.JsonFault;

class JsonDraftsJsonTest {

  @Test
  void whatWasTypedIsReadAsItWasWritten() {
    var field = new JsonDraft.Field("tools", new JsonDraft.Kind("draft.tools", ""), "[ ]");
    var drafts =
        List.of(
            new JsonDraft(
                7,
                field,
                "[{\"é\": \"\n]",
                Optional.of(new JsonFault(2, 1, "json.fault.end", List.of("a", "b")))),
            new JsonDraft(8, field, "", Optional.empty()));
    assertThat(JsonDraftsJson.read(JsonDraftsJson.write(drafts))).isEqualTo(drafts);
  }

  @Test
  void whatIsDamagedBeginsAnew() {
    assertThat(JsonDraftsJson.read("[{\"conversation\":1,")).isEmpty();
    assertThat(JsonDraftsJson.read("")).isEmpty();
  }
}
