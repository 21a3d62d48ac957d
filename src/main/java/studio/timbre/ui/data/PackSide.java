package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import studio.timbre.model.ChangeInfo;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.packs.MergeView;
import studio.timbre.ui.packs.MergeViewModel;

/** Review packs on the Data screen: the question above the table, and the comparison that takes its place. */
final class PackSide implements MergeViewModel.Listener {
  private final Desk desk;
  private final OpenProject project;
  private final PackViewModel making;
  private final MergeViewModel merging;
  private final MergeView view;

  /**
   * @param selection the conversations that are selected
   * @param onShow all that the table shows
   */
  PackSide(Desk desk, OpenProject project, Supplier<long[]> selection, Supplier<long[]> onShow) {
    this.desk = desk;
    this.project = project;
    making = new PackViewModel(project, desk.work(), selection, onShow, desk.notices()::failed);
    merging = new MergeViewModel(project, desk.work(), this);
    view = new MergeView(merging, desk.texts());
  }

  /** What asks for whom a pack is. */
  Node pane() {
    return new PackPane(making, desk.texts(), desk.files(), desk.notices());
  }

  /** The comparison in the place of the screen, while there is one. */
  /** @param back takes the keyboard when the merge is left */
  Node around(Node screen, Runnable back) {
    screen.visibleProperty().bind(merging.there().not());
    view.visibleProperty().bind(merging.there());
    merging
        .there()
        .addListener(
            (value, before, now) -> {
              if (before && !now) {
                back.run();
              }
            });
    return new StackPane(screen, view);
  }

  /** Takes the keyboard if it is its turn; answers whether it was. */
  boolean takeFocus() {
    boolean there = merging.there().get();
    if (there) {
      view.takeFocus();
    }
    return there;
  }

  /** Whether a comparison stands in the place of the screen. */
  boolean isOpen() {
    return merging.there().get();
  }

  List<Action> actions() {
    var texts = desk.texts();
    return List.of(
        Action.of("data.pack", texts.get("data.pack"), making::ask).withIcon(Icon.EXPORT),
        Action.of("data.bringBack", texts.get("data.bringBack"), this::choose)
            .withIcon(Icon.IMPORT));
  }

  /** Compares what came back: a pack, or a table. */
  void bringBack(Path file) {
    merging.bringBack(file);
  }

  private void choose() {
    desk.files()
        .open(desk.texts().get("data.bringBack.title"), Kind.PROJECT)
        .ifPresent(merging::bringBack);
  }

  @Override
  public void merged(Optional<ChangeInfo> change) {
    var texts = desk.texts();
    if (change.isEmpty()) {
      desk.notices().say(texts.get("pack.done.nothing"));
    } else {
      desk.notices()
          .say(
              texts.get("pack.done", change.get().conversations()),
              texts.get("common.undo"),
              project.edits().takingBack(change.get().entry(), desk.notices(), texts));
    }
  }

  @Override
  public void takenIn(long count) {
    desk.notices().say(desk.texts().get("pack.takenIn", count));
  }

  @Override
  public void failed(Exception problem) {
    desk.notices().failed(problem);
  }

  void close() {
    making.cancel();
    merging.close();
  }
}
