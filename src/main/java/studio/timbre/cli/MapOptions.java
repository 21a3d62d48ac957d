package studio.timbre.cli;

import java.nio.charset.Charset;
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
import studio.timbre.model.TableReading;

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

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "Of a workbook: the only sheet to read.")
  @Nullable
  private String sheet;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Of a table as text: its encoding, as windows-1252, where the file does not tell.")
  @Nullable
  private String encoding;

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      description = "Of a table as text: what parts its values, as \";\" or tab.")
  @Nullable
  private String separator;

  /**
   * @param otherwise says what the columns mean where no option does
   */
  <E extends Exception> TableMappings mappings(
      TableMappings otherwise, Function<String, E> wrongUsage) throws E {
    var reading = reading(wrongUsage);
    if (columns.isEmpty() && system == null && reading.equals(TableReading.TOLD)) {
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
    return new NamedColumns(uses, Optional.ofNullable(system), reading);
  }

  private <E extends Exception> TableReading reading(Function<String, E> wrongUsage) throws E {
    if (encoding != null && !isKnown(encoding)) {
      throw wrongUsage.apply("There is no encoding %s on this computer.".formatted(encoding));
    }
    String sign = separator == null || !separator.equals("tab") ? separator : "\t";
    if (sign != null && sign.length() != 1) {
      throw wrongUsage.apply("--separator is a single sign, or tab.");
    }
    return TableReading.TOLD
        .withSheet(Optional.ofNullable(sheet))
        .withEncoding(Optional.ofNullable(encoding))
        .withSeparator(Optional.ofNullable(sign).map(text -> text.charAt(0)));
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException noName) {
      return false;
    }
  }
}
