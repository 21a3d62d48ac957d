package studio.timbre.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.app.NamedColumns;
import studio.timbre.app.TableMappings;
import studio.timbre.model.TableMapping.Use;

/** What the columns of a table mean. */
final class MapOptions {
  private static final Map<String, Use> USES = new LinkedHashMap<>();

  static {
    USES.put("system", Use.SYSTEM);
    USES.put("user", Use.USER);
    USES.put("assistant", Use.ASSISTANT);
    USES.put("rejected", Use.REJECTED);
    USES.put("role", Use.ROLE);
    USES.put("text", Use.TEXT);
    USES.put("turns", Use.TURNS);
    USES.put("conversation", Use.CONVERSATION);
    USES.put("status", Use.STATUS);
    USES.put("split", Use.SPLIT);
    USES.put("tags", Use.TAGS);
    USES.put("note", Use.NOTE);
    USES.put("rating", Use.RATING);
    USES.put("assignee", Use.ASSIGNEE);
    USES.put("keep", Use.KEPT);
    USES.put("leave-out", Use.LEFT_OUT);
  }

  @Option(
      names = "--map",
      paramLabel = "COLUMN=USE",
      description = {
        "Of a table: what a column means, by its name, letter or number; the others are guessed."
            + " Can be given several times.",
        "Uses: system, user, assistant, rejected, turns (a whole conversation), role and text (a"
            + " message a row), conversation (rows with the same value are one), status, split,"
            + " tags, keep, leave-out."
      })
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "Of a table: a system message for every conversation.")
  @Nullable
  private String system;

  /**
   * @param otherwise says what the columns mean where no option does
   */
  <E extends Exception> TableMappings mappings(
      TableMappings otherwise, Function<String, E> wrongUsage) throws E {
    if (columns.isEmpty() && system == null) {
      return otherwise;
    }
    var uses = new LinkedHashMap<String, Use>();
    for (String column : columns) {
      int at = column.lastIndexOf('=');
      var use = at < 1 ? null : USES.get(column.substring(at + 1).strip().toLowerCase(Locale.ROOT));
      if (use == null) {
        throw wrongUsage.apply(
            "--map %s: say COLUMN=USE, with one of the uses %s."
                .formatted(column, String.join(", ", USES.keySet())));
      }
      uses.put(column.substring(0, at).strip(), use);
    }
    return new NamedColumns(uses, Optional.ofNullable(system));
  }
}
