package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.UserFacingException;

/** The composition root: makes everything once and hands it out. */
public final class Timbre implements AutoCloseable {

  /** Starts with the folder that {@code TIMBRE_HOME} names, or the system's usual one. */
  public static Timbre start() {
    throw new UnsupportedOperationException();
  }

  public Preferences preferences() {
    throw new UnsupportedOperationException();
  }

  /** Models and prices, with the person's own overrides applied. */
  public List<CatalogueEntry> catalogue() {
    throw new UnsupportedOperationException();
  }

  /** Counts training files that are in no project. */
  public FileCounting fileCounting() {
    throw new UnsupportedOperationException();
  }

  public Models models() {
    throw new UnsupportedOperationException();
  }

  public Hearing hearing() {
    throw new UnsupportedOperationException();
  }

  /** Makes a new, empty project file; refuses to overwrite one. */
  public ProjectSession create(Path file) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  public ProjectSession open(Path file) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Opens the sample project of the given folder, making it there at first. */
  public ProjectSession openSample() throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Projects opened before that still exist, newest first. */
  public List<Path> recentProjects() {
    throw new UnsupportedOperationException();
  }

  /** The version of this program, as 0.1.0. */
  public String version() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
