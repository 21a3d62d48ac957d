package studio.timbre.ui.packs;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.timbre.app.PackCells;
import studio.timbre.app.PackEntry;
import studio.timbre.model.Message;
import studio.timbre.model.merge.Cell;
import studio.timbre.model.merge.Value;
import studio.timbre.ui.fx.Texts;

/** Cells and what stands in them, in the person's words. */
record MergeWords(Texts texts) {
  /** Letters of a title; more never have room. */
  private static final int LONGEST = 400;

  /** As "Text of message 3". */
  String cell(Cell cell) {
    return texts.get("pack.cell." + cell.part(), cell.message() + 1, cell.key());
  }

  /** Whether it is text that people write, in which single words are looked at. */
  boolean isProse(Cell cell) {
    return switch (cell.part()) {
      case NOTE, TEXT, MESSAGES, MESSAGE, ADDED, CONVERSATION, EXTRA, MESSAGE_EXTRA -> true;
      default -> false;
    };
  }

  /** Empty where nothing stands. */
  String value(Cell cell, Value value) {
    if (!value.isThere()) {
      return "";
    }
    if (!value.messages().isEmpty()) {
      return value.messages().stream().map(this::message).collect(Collectors.joining("\n\n"));
    }
    return switch (cell.part()) {
      case STATUS -> texts.get("status.of." + value.text());
      case SPLIT -> texts.get("split." + value.text());
      case ROLE -> role(value.text());
      case RATING -> value.text().equals("0") ? "" : "★".repeat(Integer.parseInt(value.text()));
      case WEIGHT -> texts.get(value.text().equals("0") ? "pack.weight.off" : "pack.weight.on");
      default -> value.text();
    };
  }

  private String message(Message message) {
    var extras =
        message.extras().entrySet().stream()
            .map(extra -> "\n" + extra.getKey() + ": " + extra.getValue())
            .collect(Collectors.joining());
    return role(message.role().name()) + ": " + message.text() + extras;
  }

  private String role(String name) {
    String key = "role." + name;
    return texts.has(key) ? texts.get(key) : name;
  }

  /** A sentence that may begin with whom it is about, who need not have a name. */
  static String sentence(String text) {
    return text.isEmpty()
        ? text
        : Character.toString(Character.toTitleCase(text.codePointAt(0)))
            + text.substring(text.offsetByCodePoints(0, 1));
  }

  /** What comes from whom when all is merged. */
  String summary(PackCells cells, String recipient) {
    String groups =
        Stream.of(PackCells.Group.values())
            .filter(group -> cells.theirs().containsKey(group))
            .map(group -> texts.get("pack.group." + group, cells.theirs().get(group)))
            .collect(Collectors.joining(", "));
    return Stream.of(
            texts.get("pack.cells.theirs", cells.taken(), recipient, groups),
            texts.get("pack.cells.ours", cells.ours()),
            texts.get("pack.cells.same", cells.same()))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** What they did to a conversation. */
  String kind(PackEntry entry) {
    return entry.clashes() > 0
        ? entry.open() > 0
            ? texts.get("pack.entry.open", entry.open())
            : texts.get("pack.entry.settled")
        : entry.kind() == PackEntry.Kind.CHANGED
            ? texts.get("pack.entry.cells", entry.cells().taken(), entry.cells().ours())
            : texts.get("pack.entry." + entry.kind());
  }

  /** What they say first in a conversation, on one line. */
  String title(PackEntry entry) {
    return entry.kind() == PackEntry.Kind.ORDER
        ? texts.get("pack.entry.order.title")
        : entry.title().isBlank()
            ? texts.get("pack.entry.untitled")
            : firstLetters(entry.title()).replaceAll("\\s+", " ").strip();
  }

  private static String firstLetters(String title) {
    return title.length() > LONGEST ? title.substring(0, LONGEST) : title;
  }
}
