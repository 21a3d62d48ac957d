package studio.timbre.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.app.history.Piece;

/** Two states of a conversation as plain text: what is gone as {@code [-so-]}, what is new as {@code {+so+}}. */
final class DiffLines {
  private DiffLines() {}

  static List<String> of(ConversationDiff diff) {
    var lines = new ArrayList<String>();
    diff.fields()
        .forEach(field -> lines.add("  %s: %s".formatted(field.name(), marked(field.words()))));
    for (var message : diff.messages()) {
      if (!message.isSame()) {
        String role =
            message.after().or(message::before).map(said -> said.role().name()).orElse("");
        lines.add("  %s: %s".formatted(role, marked(message.words())));
        message
            .fields()
            .forEach(
                field -> lines.add("    %s: %s".formatted(field.name(), marked(field.words()))));
      }
    }
    return lines;
  }

  private static String marked(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case SAME -> piece.text();
                  case REMOVED -> "[-" + piece.text() + "-]";
                  case ADDED -> "{+" + piece.text() + "+}";
                })
        .collect(Collectors.joining());
  }
}
