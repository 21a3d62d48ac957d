package studio.timbre.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/** The mapping of a table's columns as JSON: {@code {"columns":["USER",…],"header":true,"system":"…"}}. */
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
            Optional.ofNullable(fields.get("system")).flatMap(RawObject::text)));
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
