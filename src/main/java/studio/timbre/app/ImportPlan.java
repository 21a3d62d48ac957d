package studio.timbre.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.model.Progress;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/**
 * What is to be imported, and what has to be asked of it first.
 *
 * @param given files and folders as they were chosen
 * @param files how many files there are in them
 * @param bytes of all of them
 * @param tables those of which a person should say what the columns mean
 */
public record ImportPlan(List<Path> given, long files, long bytes, List<Tables> tables) {

  /**
   * Tables with the same columns, for which one answer holds.
   *
   * @param files in the order of the import
   * @param look the beginning of the first
   * @param remembered what was said of such columns before
   */
  public record Tables(List<Path> files, TableLook look, Optional<TableMapping> remembered) {
    public Tables {
      files = List.copyOf(files);
    }
  }

  public ImportPlan {
    given = List.copyOf(given);
    tables = List.copyOf(tables);
  }

  /**
   * Looks at the beginning of each file. Of several, one that cannot be read is passed over here: the import tells of it.
   *
   * @throws UserFacingException where the only file cannot be read
   */
  public static ImportPlan of(List<Path> given, KeptMappings known, Progress progress)
      throws UserFacingException {
    var sources = ImportSources.of(given);
    var byColumns = new LinkedHashMap<String, List<Path>>();
    var looks = new HashMap<String, TableLook>();
    long done = 0;
    for (var file : sources.files()) {
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
      progress.report(done++, sources.files().size());
      var look = look(file, sources.isOne());
      if (look.isPresent() && !look.get().certain()) {
        String columns = look.get().source();
        byColumns.computeIfAbsent(columns, key -> new ArrayList<>()).add(file);
        looks.putIfAbsent(columns, look.get());
      }
    }
    var tables = new ArrayList<Tables>();
    byColumns.forEach(
        (columns, files) -> {
          var look = looks.get(columns);
          tables.add(new Tables(files, look, known.of(look)));
        });
    return new ImportPlan(given, sources.files().size(), sources.bytes(), tables);
  }

  private static Optional<TableLook> look(Path file, boolean alone) throws UserFacingException {
    try {
      return TableLook.at(file);
    } catch (UserFacingException unreadable) {
      if (alone) {
        throw unreadable;
      }
      return Optional.empty();
    }
  }

  /** Whether nothing else is among them than tables that are asked about. */
  public boolean isAllTables() {
    return tables.stream().mapToLong(same -> same.files().size()).sum() == files;
  }

  /**
   * The answers for an import of what is given; what was not asked about is read as it was before, or by its guess.
   *
   * @param chosen by the first file of each of the tables
   */
  public TableMappings answers(Map<Path, TableMapping> chosen, TableMappings otherwise) {
    var byFile = new HashMap<Path, TableMapping>();
    for (var same : tables) {
      var mapping = chosen.get(same.files().getFirst());
      if (mapping != null) {
        same.files().forEach(file -> byFile.put(file, mapping));
      }
    }
    return look -> {
      var said = Optional.ofNullable(byFile.get(look.file()));
      return said.isPresent() ? said : otherwise.of(look);
    };
  }
}
