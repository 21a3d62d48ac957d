package studio.timbre.ui;

import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.ui.fx.FileQuestions;

/** Nobody there to choose a file. */
public class NoFiles implements FileQuestions {
  @Override
  public Optional<Path> open(String title, Kind kind) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, Kind kind) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.empty();
  }
}
