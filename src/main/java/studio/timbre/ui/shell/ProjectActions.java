package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.ChangeInfo;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What can be done with projects and their history, from every room: each act is declared once, here. */
final class ProjectActions {
  private final Texts texts;
  private final FileQuestions files;
  private final Action create;
  private final Action open;
  private final Action sample;
  private final Action copy;
  private final Action close;
  private final Action undo;
  private final Action redo;

  ProjectActions(ShellViewModel model, Texts texts, FileQuestions files) {
    this.texts = texts;
    this.files = files;
    create =
        Action.of(
                "project.new", texts.get("project.new"), () -> askForNew().ifPresent(model::create))
            .withIcon(Icon.ADD)
            .withShortcut("Shortcut+Shift+N");
    open =
        Action.of(
                "project.open",
                texts.get("project.open"),
                () ->
                    files
                        .open(texts.get("project.open.title"), Kind.PROJECT)
                        .ifPresent(model::open))
            .withIcon(Icon.FOLDER)
            .withShortcut("Shortcut+O");
    sample =
        Action.of("project.sample", texts.get("project.sample"), model::openSample)
            .withIcon(Icon.SAMPLE);
    copy =
        Action.of("project.copy", texts.get("project.copy"), () -> saveCopy(model, texts, files))
            .withIcon(Icon.COPY)
            .withShortcut("Shortcut+Shift+S")
            .enabledWhen(model.hasProject());
    close =
        Action.of("project.close", texts.get("project.close"), model::leaveProject)
            .withShortcut("Shortcut+W")
            .enabledWhen(model.hasProject());
    undo =
        Action.of("edit.undo", texts.get("edit.undo"), model::undo)
            .withIcon(Icon.UNDO)
            .withShortcut("Shortcut+Z")
            .enabledWhen(model.nextUndo().map(Optional::isPresent));
    redo =
        Action.of("edit.redo", texts.get("edit.redo"), model::redo)
            .withIcon(Icon.REDO)
            .withShortcut("Shortcut+Shift+Z")
            .enabledWhen(model.nextRedo().map(Optional::isPresent));
  }

  /** Where a new project shall lie. */
  Optional<Path> askForNew() {
    return files.save(
        texts.get("project.new.title"), texts.get("project.new.name") + ".timbre", Kind.PROJECT);
  }

  private static void saveCopy(ShellViewModel model, Texts texts, FileQuestions files) {
    String name = model.project().get().map(open -> open.session().name()).orElse("");
    files
        .save(
            texts.get("project.copy.title"),
            texts.get("project.copy.name", name) + ".timbre",
            Kind.PROJECT)
        .ifPresent(model::saveCopy);
  }

  Action create() {
    return create;
  }

  Action open() {
    return open;
  }

  Action sample() {
    return sample;
  }

  Action undo() {
    return undo;
  }

  Action redo() {
    return redo;
  }

  Action copy() {
    return copy;
  }

  Action close() {
    return close;
  }

  /** An entry for a project opened before; its place in the palette and in the menu. */
  static Action recent(ShellViewModel model, Texts texts, Path file) {
    return Action.of(
            "project.recent." + file,
            texts.get("project.recent.open", nameOf(file)),
            () -> model.open(file))
        .withIcon(Icon.FILE);
  }

  /** A project's name: its file's without the ending. */
  static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.timbre$", "");
  }

  /** The change in words, as "Deleted 3 conversations". */
  static String sentence(Texts texts, ChangeInfo change) {
    return texts.get("change." + change.kind(), change.conversations());
  }

  List<Action> all() {
    return List.of(undo, redo, create, open, sample, copy, close);
  }
}
