package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.TableDetails;
import studio.timbre.model.Conversation;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.UserFacingException;

/** The rows of one conversation in a table that Timbre wrote; see {@link studio.timbre.dataset.table.TableWriter}. */
final class OwnRows {
  private final List<String> roles = new ArrayList<>();
  private final List<StringBuilder> texts = new ArrayList<>();
  private final List<StringBuilder> details = new ArrayList<>();

  void take(TableRow row, TableMapping mapping) {
    String text = Defused.restored(cell(row, mapping, Use.TEXT));
    String detail = Defused.restored(cell(row, mapping, Use.DETAILS));
    if (RowMessages.continues(row, mapping) && !texts.isEmpty()) {
      texts.getLast().append(text);
      details.getLast().append(detail);
      return;
    }
    roles.add(Defused.restored(cell(row, mapping, Use.ROLE)));
    texts.add(new StringBuilder(text));
    details.add(new StringBuilder(detail));
  }

  private static String cell(TableRow row, TableMapping mapping, Use use) {
    int column = mapping.columns().indexOf(use);
    return column < 0 ? "" : row.cell(column);
  }

  Conversation conversation() throws UserFacingException {
    return ConversationJson.parse(TableDetails.line(roles, strings(texts), strings(details)));
  }

  private static List<String> strings(List<StringBuilder> built) {
    return built.stream().map(StringBuilder::toString).toList();
  }

  /** Tags parted by commas, semicolons or bars; a JSON list where one of them holds such a sign. */
  static List<String> tags(String cell) {
    String restored = Defused.restored(cell);
    return TableDetails.texts(restored)
        .orElseGet(
            () ->
                Arrays.stream(restored.split("[,;|]"))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList());
  }

  static String tags(Collection<String> tags) {
    return tags.stream().anyMatch(tag -> tag.matches("(?s).*[,;|].*|\\[.*"))
        ? TableDetails.list(tags)
        : String.join(", ", tags);
  }
}
