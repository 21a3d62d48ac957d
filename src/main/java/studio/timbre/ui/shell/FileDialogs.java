package studio.timbre.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Texts;

/** Asks with the system's own dialogs, starting where the last one ended. */
final class FileDialogs implements FileQuestions {
  private final Window owner;
  private final Texts texts;
  private final Consumer<String> browser;
  private Optional<File> lastFolder = Optional.empty();

  /** @param browser opens an address with the program that the system has for it */
  FileDialogs(Window owner, Texts texts, Consumer<String> browser) {
    this.owner = owner;
    this.texts = texts;
    this.browser = browser;
  }

  @Override
  public Optional<Path> open(String title, Kind kind) {
    return answer(chooser(title, kind).showOpenDialog(owner));
  }

  @Override
  public List<Path> openSeveral(String title, Kind kind) {
    var files = chooser(title, kind).showOpenMultipleDialog(owner);
    if (files == null || files.isEmpty()) {
      return List.of();
    }
    answer(files.getFirst());
    return files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, Kind kind) {
    var chooser = chooser(title, kind);
    chooser.setInitialFileName(suggestedName);
    String ending = kind.pattern().substring(1);
    return answer(chooser.showSaveDialog(owner))
        .map(
            path ->
                path.toString().endsWith(ending)
                    ? path
                    : path.resolveSibling(path.getFileName() + ending));
  }

  @Override
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    lastFolder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return answer(chooser.showDialog(owner));
  }

  @Override
  public void show(Path folder) {
    browser.accept(folder.toUri().toString());
  }

  private FileChooser chooser(String title, Kind kind) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(texts.get("files." + kind), kind.patterns()),
            new FileChooser.ExtensionFilter(texts.get("files.all"), "*"));
    lastFolder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  private Optional<Path> answer(@org.jspecify.annotations.Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    lastFolder = Optional.ofNullable(file.getParentFile());
    return Optional.of(file.toPath());
  }
}
