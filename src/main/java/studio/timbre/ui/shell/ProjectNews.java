package studio.timbre.ui.shell;

import java.nio.file.Path;
import studio.timbre.model.ChangeInfo;
import studio.timbre.ui.fx.Texts;

/** What is told of the open project at the foot of the window: steps back and forth, and copies. */
final class ProjectNews implements ShellViewModel.Listener {
  private final Toasts toasts;
  private final Texts texts;
  private final ShellViewModel model;

  ProjectNews(Toasts toasts, Texts texts, ShellViewModel model) {
    this.toasts = toasts;
    this.texts = texts;
    this.model = model;
  }

  @Override
  public void failed(Throwable problem) {
    toasts.failed(problem);
  }

  @Override
  public void undone(ChangeInfo change) {
    toasts.sayInstead(
        texts.get("edit.undone", ProjectActions.sentence(texts, change)),
        texts.get("edit.redo"),
        model::redo);
  }

  @Override
  public void redone(ChangeInfo change) {
    toasts.sayInstead(
        texts.get("edit.redone", ProjectActions.sentence(texts, change)),
        texts.get("edit.undo"),
        model::undo);
  }

  @Override
  public void stepping(boolean back) {
    toasts.sayForNow(back ? texts.get("edit.undoing") : texts.get("edit.redoing"));
  }

  @Override
  public void stepped() {
    toasts.forgetNow();
  }

  @Override
  public void copied(Path target) {
    toasts.say(texts.get("project.copied", String.valueOf(target.getFileName())));
  }
}
