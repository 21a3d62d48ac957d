package studio.timbre.app;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableReading;
import studio.timbre.model.UserFacingException;

/**
 * Says of some columns what they mean, the others by their guess. A use that is given to a column is taken from those that were guessed to
 * have it.
 *
 * @param uses by the name of a column, its letter, or its number from 1
 * @param system begins every conversation
 * @param reading how the file is read, as far as that is said; where the names of its columns stand is guessed
 */
public record NamedColumns(Map<String, Use> uses, Optional<String> system, TableReading reading)
    implements TableMappings {

  public NamedColumns {
    uses = new LinkedHashMap<>(uses);
  }

  /** Of files that tell by themselves how they are read. */
  public NamedColumns(Map<String, Use> uses, Optional<String> system) {
    this(uses, system, TableReading.TOLD);
  }

  @Override
  public Optional<TableMapping> of(TableLook first) throws UserFacingException {
    var sheets = first.form().sheets();
    if (reading.sheet().isPresent()
        && !sheets.isEmpty()
        && !sheets.contains(reading.sheet().get())) {
      throw noSheet(first, reading.sheet().get());
    }
    var look = reading.equals(TableReading.TOLD) ? first : first.read(reading);
    var mapping = look.guess().withSystem(system);
    var taken = new EnumMap<Use, Boolean>(Use.class);
    uses.values().forEach(use -> taken.put(use, true));
    for (int i = 0; i < mapping.columns().size(); i++) {
      if (taken.containsKey(mapping.use(i))) {
        mapping = mapping.withUse(i, Use.KEPT);
      }
    }
    for (var entry : uses.entrySet()) {
      mapping = mapping.withUse(column(look, entry.getKey()), entry.getValue());
    }
    return Optional.of(mapping);
  }

  private static UserFacingException noSheet(TableLook look, String sheet) {
    String file = String.valueOf(look.file().getFileName());
    String there = String.join(", ", look.form().sheets());
    return new UserFacingException(
        "error.dataset.noSheet",
        "%s has no sheet \"%s\", so nothing was read. Its sheets: %s."
            .formatted(file, sheet, there),
        file,
        sheet,
        there);
  }

  private static int column(TableLook look, String name) throws UserFacingException {
    List<String> header = look.header();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    int column = -1;
    if (name.matches("[1-9][0-9]{0,3}")) {
      column = Integer.parseInt(name) - 1;
    } else if (name.matches("[A-Za-z]{1,2}")) {
      for (char letter : name.toUpperCase(Locale.ROOT).toCharArray()) {
        column = (column + 1) * 26 + letter - 'A';
      }
    }
    if (column < 0 || column >= look.guess().columns().size()) {
      String file = String.valueOf(look.file().getFileName());
      throw new UserFacingException(
          "error.dataset.noColumn",
          "%s has no column \"%s\", so nothing was read. Its columns: %s."
              .formatted(file, name, String.join(", ", header)),
          file,
          name,
          String.join(", ", header));
    }
    return column;
  }
}
