package studio.timbre.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.UserFacingException;

/** The base models of this computer: files added where they lie, and files downloaded into the library's own folder. */
public final class ModelLibrary {

  private final Path folder;
  private final ModelIndex index;

  public ModelLibrary(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.index = new ModelIndex(this.folder);
  }

  /** Where downloads go. */
  public Path folder() {
    return folder;
  }

  /** Every model whose file is still there, in the order in which they came. */
  public List<LibraryModel> list() throws UserFacingException {
    return index.models().stream().filter(model -> Files.exists(model.path())).toList();
  }

  public Optional<LibraryModel> find(String name) throws UserFacingException {
    return list().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** Takes in a GGUF file or a Hugging Face folder where it lies; one that is known already keeps its name. */
  public LibraryModel add(Path path) throws UserFacingException {
    Path absolute = path.toAbsolutePath().normalize();
    LibraryModel described = describe(absolute);
    return index.change(
        models -> {
          for (LibraryModel known : models) {
            if (known.path().equals(absolute)) {
              return known;
            }
          }
          LibraryModel added = renamed(described, unused(models, described.name()));
          models.add(added);
          return added;
        });
  }

  /** Takes in a model under the name that it was asked for by, in the place of one of that name. */
  public LibraryModel add(String name, Path path) throws UserFacingException {
    return replace(renamed(describe(path.toAbsolutePath().normalize()), name));
  }

  /** The same, with a title that people know it by better than by what its file says. */
  public LibraryModel add(String name, String title, Path path) throws UserFacingException {
    LibraryModel found = describe(path.toAbsolutePath().normalize());
    return replace(
        new LibraryModel(
            name, title, found.path(), found.parameters(), found.bytes(), found.format()));
  }

  private LibraryModel replace(LibraryModel added) throws UserFacingException {
    return index.change(
        models -> {
          models.removeIf(model -> model.name().equals(added.name()));
          models.add(added);
          return added;
        });
  }

  /** Forgets a model; its files are deleted if they lie in the library's folder. */
  public void remove(String name) throws UserFacingException {
    Optional<LibraryModel> removed =
        index.change(
            models -> {
              var found = models.stream().filter(model -> model.name().equals(name)).findFirst();
              found.ifPresent(models::remove);
              return found;
            });
    if (removed.isPresent() && removed.get().path().startsWith(folder)) {
      // Each download has a folder of its own.
      Path files = folder.resolve(folder.relativize(removed.get().path()).getName(0));
      try {
        delete(files);
      } catch (IOException e) {
        throw LibraryProblems.notDeleted(files, e);
      }
    }
  }

  /**
   * A model that need not be in the library, under the name that it would get.
   *
   * @throws UserFacingException if it is none that Timbre can use
   */
  public static LibraryModel describe(Path path) throws UserFacingException {
    try (var model = BaseModels.open(path)) {
      return new LibraryModel(
          nameOf(path),
          model.name(),
          path,
          model.config().parameters(),
          bytes(path),
          Files.isDirectory(path) ? "safetensors" : "GGUF");
    } catch (IOException e) {
      throw ModelProblems.unreadable(path, e);
    }
  }

  private static LibraryModel renamed(LibraryModel model, String name) {
    return new LibraryModel(
        name, model.title(), model.path(), model.parameters(), model.bytes(), model.format());
  }

  private static String nameOf(Path path) {
    String name =
        String.valueOf(path.getFileName())
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.gguf$", "")
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "model" : name;
  }

  private static String unused(List<LibraryModel> models, String wanted) {
    String name = wanted;
    for (int number = 2; isUsed(models, name); number++) {
      name = wanted + "-" + number;
    }
    return name;
  }

  private static boolean isUsed(List<LibraryModel> models, String name) {
    return models.stream().anyMatch(model -> model.name().equals(name));
  }

  private static long bytes(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> deepestFirst;
    try (var files = Files.walk(path)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
