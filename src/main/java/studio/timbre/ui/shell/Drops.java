package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import studio.timbre.app.ImportEndings;
import studio.timbre.app.ProjectSession;
import studio.timbre.ui.control.DropTarget;
import studio.timbre.ui.fx.Texts;

/** Files that are dropped anywhere on the window: projects are opened, all others are imported. */
final class Drops {
  private final Texts texts;
  private final Consumer<Path> open;
  private final Consumer<List<Path>> take;
  private final BooleanSupplier hasProject;
  private final Consumer<String> say;

  /**
   * @param open opens a project
   * @param take imports files and folders
   * @param hasProject whether there is a project that they come into
   * @param say tells the person
   */
  Drops(
      Texts texts,
      Consumer<Path> open,
      Consumer<List<Path>> take,
      BooleanSupplier hasProject,
      Consumer<String> say) {
    this.texts = texts;
    this.open = open;
    this.take = take;
    this.hasProject = hasProject;
    this.say = say;
  }

  Node around(Node window) {
    return new DropTarget(
        window,
        file -> isProject(file) || ImportEndings.isKnown(file),
        this::words,
        this::dropped,
        this::leftOut);
  }

  String words(List<Path> files) {
    return data(files).isEmpty()
        ? texts.get("drop.open", ProjectActions.nameOf(files.getFirst()))
        : texts.get(hasProject.getAsBoolean() ? "data.drop" : "data.drop.new");
  }

  /** What is to be imported counts where both come together: a project is opened in another act. */
  void dropped(List<Path> files) {
    var data = data(files);
    if (data.isEmpty()) {
      open.accept(files.getFirst());
    } else {
      take.accept(data);
    }
  }

  void leftOut(List<Path> others) {
    say.accept(
        texts.get(
            "data.drop.others", others.size(), String.valueOf(others.getFirst().getFileName())));
  }

  private static List<Path> data(List<Path> files) {
    return files.stream().filter(file -> !isProject(file)).toList();
  }

  private static boolean isProject(Path file) {
    return String.valueOf(file.getFileName())
        .toLowerCase(Locale.ROOT)
        .endsWith(ProjectSession.ENDING);
  }
}
