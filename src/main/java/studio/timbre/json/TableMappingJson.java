package studio.timbre.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.timbre.model.Role;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableReading;

/**
 * The mapping of a table's columns as JSON: {@code {"columns":["USER",…],"header":true,"system":"…"}}, with {@code encoding}, {@code
 * separator}, {@code sheet}, {@code above} and {@code headerRows} where they were chosen.
 */
public final class TableMappingJson {
  private TableMappingJson() {}

  public static String write(TableMapping mapping) {
    var fields = new LinkedHashMap<String, String>();
    fields.put(
        "columns",
        RawObject.write(
            mapping.columns().stream().map(use -> RawObject.quoted(use.name())).toList()));
    fields.put("header", String.valueOf(mapping.header()));
    mapping.system().ifPresent(text -> fields.put("system", RawObject.quoted(text)));
    var reading = mapping.reading();
    reading.encoding().ifPresent(name -> fields.put("encoding", RawObject.quoted(name)));
    reading
        .separator()
        .ifPresent(sign -> fields.put("separator", RawObject.quoted(String.valueOf(sign))));
    reading.sheet().ifPresent(name -> fields.put("sheet", RawObject.quoted(name)));
    if (reading.above() > 0) {
      fields.put("above", String.valueOf(reading.above()));
    }
    if (reading.headerRows() > 1) {
      fields.put("headerRows", String.valueOf(reading.headerRows()));
    }
    if (!mapping.speakers().isEmpty()) {
      var speakers = new TreeMap<String, String>();
      mapping.speakers().forEach((name, role) -> speakers.put(name, RawObject.quoted(role.name())));
      fields.put("speakers", RawObject.write(speakers));
    }
    return RawObject.write(fields);
  }

  /** Empty for what is no such mapping, as one of a later version. */
  public static Optional<TableMapping> read(String json) {
    var found = RawObject.fields(json);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var fields = found.get();
    var columns = new ArrayList<Use>();
    for (String item : RawObject.items(fields.getOrDefault("columns", "")).orElse(List.of(""))) {
      var use = RawObject.text(item).flatMap(TableMappingJson::use);
      if (use.isEmpty()) {
        return Optional.empty();
      }
      columns.add(use.get());
    }
    return Optional.of(
        new TableMapping(
            columns,
            fields.getOrDefault("header", "").equals("true"),
            text(fields, "system"),
            new TableReading(
                text(fields, "encoding"),
                text(fields, "separator")
                    .filter(text -> text.length() == 1)
                    .map(text -> text.charAt(0)),
                text(fields, "sheet"),
                number(fields, "above", 0, TableReading.MOST_ABOVE),
                number(fields, "headerRows", 1, 2)),
            speakers(fields)));
  }

  private static Map<String, Role> speakers(Map<String, String> fields) {
    var speakers = new HashMap<String, Role>();
    RawObject.fields(fields.getOrDefault("speakers", "{}"))
        .orElse(Map.of())
        .forEach(
            (name, raw) ->
                RawObject.text(raw).ifPresent(role -> speakers.put(name, new Role(role))));
    return speakers;
  }

  private static Optional<String> text(Map<String, String> fields, String key) {
    return Optional.ofNullable(fields.get(key)).flatMap(RawObject::text);
  }

  private static int number(Map<String, String> fields, String key, int least, int most) {
    String value = fields.getOrDefault(key, "");
    return value.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(value), least, most) : least;
  }

  private static Optional<Use> use(String name) {
    for (var use : Use.values()) {
      if (use.name().equals(name)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }
}
