package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import studio.timbre.app.ImportEndings;
import studio.timbre.app.PastedConversations;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.control.DropTarget;
import studio.timbre.ui.data.ImportViewModel.What;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.mapping.MappingView;

/** All ways in which conversations come into the Data screen: chosen, dropped, pasted; and what is asked of them before. */
final class ImportSide implements AutoCloseable {
  private final Desk desk;
  private final ImportViewModel imports;
  private final MappingView mapping;
  private final SheetClipboard.Board board;
  private final Action files;
  private final Action folder;
  private final Action clipboard;

  ImportSide(Desk desk, OpenProject project, SheetClipboard.Board board) {
    this.desk = desk;
    this.board = board;
    imports = new ImportViewModel(project, desk.work(), desk.notices()::failed);
    mapping = new MappingView(imports.mapping(), desk.texts());
    var texts = desk.texts();
    files =
        Action.of("data.import", texts.get("data.import"), this::chooseFiles).withIcon(Icon.IMPORT);
    folder = Action.of("data.importFolder", texts.get("data.importFolder"), this::chooseFolder);
    clipboard =
        Action.of("data.fromClipboard", texts.get("data.fromClipboard"), this::paste)
            .withIcon(Icon.COPY);
  }

  /**
   * Question, progress and report above the table.
   *
   * @param bringBack compares a table that came out of the project
   */
  Node pane(Consumer<Path> bringBack) {
    return new ImportPane(imports, desk.texts(), desk.notices(), bringBack);
  }

  /**
   * The screen, with what is asked of tables in its place while it is asked.
   *
   * @param back takes the keyboard when that is over
   */
  Node around(Node screen, Runnable back) {
    var there = imports.mapping().step().map(Optional::isPresent);
    screen.visibleProperty().bind(there.map(open -> !open));
    mapping.visibleProperty().bind(there);
    imports
        .mapping()
        .step()
        .addListener(
            (value, before, now) -> {
              if (before.isPresent() && now.isEmpty()) {
                back.run();
              } else if (now.isPresent()
                  && (before.isEmpty() || before.get().number() != now.get().number())) {
                mapping.takeFocus();
              }
            });
    return new StackPane(screen, mapping);
  }

  /** Takes files that were dropped on the window, unless something else is still coming in. */
  void dropped(List<Path> given) {
    if (imports.isBusy()) {
      desk.notices().say(desk.texts().get("data.drop.busy"));
    } else {
      take(given);
    }
  }

  /** Takes the keyboard if it is its turn; answers whether it was. */
  boolean takeFocus() {
    boolean there = imports.mapping().step().get().isPresent();
    if (there) {
      mapping.takeFocus();
    }
    return there;
  }

  Action files() {
    return files;
  }

  Action clipboard() {
    return clipboard;
  }

  List<Action> actions() {
    return List.of(files, folder, clipboard);
  }

  private void chooseFiles() {
    take(desk.files().openSeveral(desk.texts().get("data.import.title"), Kind.IMPORTED));
  }

  private void chooseFolder() {
    take(desk.files().folder(desk.texts().get("data.importFolder.title")).stream().toList());
  }

  private void take(List<Path> given) {
    if (!given.isEmpty()) {
      imports.ask(What.files(given));
    }
  }

  /** Takes what lies on the clipboard, if it is anything that conversations are read from. */
  void paste() {
    if (imports.isBusy()) {
      return;
    }
    var copied =
        board.files().stream().filter(DropTarget.orFolder(ImportEndings::isKnown)).toList();
    if (!copied.isEmpty()) {
      take(copied);
      return;
    }
    try {
      var table = board.table();
      var text = board.text();
      var pasted =
          table.isPresent()
              ? Optional.of(PastedConversations.ofTable(table.get().rows()))
              : text.isPresent()
                  ? PastedConversations.ofText(text.get())
                  : Optional.<PastedConversations>empty();
      if (pasted.isPresent()) {
        imports.ask(new What(List.of(pasted.get().file()), true, pasted.get()::close));
      } else {
        desk.notices()
            .say(
                desk.texts()
                    .get(text.isPresent() ? "data.fromClipboard.unknown" : "data.paste.nothing"));
      }
    } catch (UserFacingException problem) {
      desk.notices().failed(problem);
    }
  }

  @Override
  public void close() {
    imports.cancel();
    imports.mapping().close();
  }
}
