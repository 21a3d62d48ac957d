package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** The library of base models on this computer. */
public final class Models {

  /** The name of the model that Timbre starts with. */
  public static final String STARTER = "smollm2-135m-instruct";

  public List<LibraryModel> list() {
    throw new UnsupportedOperationException();
  }

  /** A model by its library name, or by the path of a GGUF file or a Hugging Face folder. */
  public LibraryModel find(String nameOrPath) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  public Optional<LibraryModel> starter() {
    throw new UnsupportedOperationException();
  }

  /** Takes a GGUF file or a Hugging Face folder into the library, where it lies. */
  public LibraryModel add(Path path) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Downloads a model by name ({@link #STARTER}, or {@code owner/name} of the hub); goes on where an earlier try stopped. */
  public LibraryModel fetch(String name, Progress progress) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Forgets it; files that Timbre downloaded are deleted, others stay. */
  public void remove(String name) throws UserFacingException {
    throw new UnsupportedOperationException();
  }
}
