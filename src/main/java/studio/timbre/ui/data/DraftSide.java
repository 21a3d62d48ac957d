package studio.timbre.ui.data;

import java.util.function.LongConsumer;
import javafx.scene.Node;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.message.Drafting;

/** Wrong JSON that was typed into conversations: it stays at hand while other things are looked at, and when the room is left. */
final class DraftSide implements AutoCloseable {
  private final Desk desk;
  private final OpenProject project;
  private final Work.Lane lookingUp;
  private final LongConsumer show;
  private final Drafting drafting;
  private final UnsavedLine line;

  /** @param show leads to a conversation and to what is wrong in it */
  DraftSide(Desk desk, OpenProject project, LongConsumer show) {
    this.desk = desk;
    this.project = project;
    this.show = show;
    lookingUp = desk.work().lane();
    drafting = new Drafting(project.drafts());
    line = new UnsavedLine(desk.texts(), project.drafts(), drafting, desk.notices(), this::goTo);
  }

  Drafting drafting() {
    return drafting;
  }

  /** Tells of what is out of sight. */
  Node line() {
    return line;
  }

  /** Another conversation is in sight. */
  void moved() {
    line.tell();
  }

  /** The room is left: what is wrong in it goes out of sight. */
  void left() {
    project.drafts().all().stream()
        .filter(drafting::shows)
        .findFirst()
        .ifPresent(
            draft ->
                desk.notices()
                    .say(
                        UnsavedLine.sentence(desk.texts(), draft),
                        desk.texts().get("draft.back"),
                        () -> {
                          desk.navigator().go("data");
                          goTo(draft.conversation());
                        }));
  }

  private void goTo(long id) {
    lookingUp
        .run(() -> project.session().row(id))
        .onSuccess(
            row ->
                row.ifPresentOrElse(
                    there -> show.accept(id),
                    () ->
                        desk.notices().say(desk.texts().get("draft.deleted", String.valueOf(id)))))
        .onFailure(desk.notices()::failed);
  }

  @Override
  public void close() {
    line.close();
    lookingUp.forget();
  }
}
