package studio.timbre.ui.hear;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.VBox;
import studio.timbre.model.TunedModel;
import studio.timbre.ui.control.ConfirmBar;
import studio.timbre.ui.control.FaultNotice;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Texts;

/** Below the voices: the question before a model is ended at its provider, and what went wrong there. */
final class EndingPane extends VBox {
  private final ServingModel model;
  private final Texts texts;
  private final ConfirmBar confirm = new ConfirmBar();
  private final VBox faults = new VBox();

  EndingPane(ServingModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getChildren().addAll(confirm, faults);
    managedProperty().bind(confirm.visibleProperty().or(Bindings.isNotEmpty(faults.getChildren())));
    model.fault().subscribe(fault -> tell(fault));
    model.ending().subscribe(doomed -> askAbout(doomed));
  }

  private void tell(Optional<Exception> fault) {
    faults.getChildren().clear();
    fault.ifPresent(
        problem ->
            faults
                .getChildren()
                .add(
                    new FaultNotice(
                        Fault.of(problem, texts), texts, () -> faults.getChildren().clear())));
  }

  private void askAbout(Optional<TunedModel> doomed) {
    if (doomed.isEmpty()) {
      return;
    }
    String name = doomed.get().name();
    String place = doomed.get().connection().name();
    switch (model.endingOf(doomed.get())) {
      case DELETES_MODEL ->
          ask(texts.get("hear.end.delete", name, place), texts.get("hear.end.delete.act"));
      case TAKES_DOWN ->
          ask(texts.get("hear.end.takeDown", name, place), texts.get("hear.end.takeDown.act"));
      case BY_HAND ->
          ask(texts.get("hear.end.forget", name, place), texts.get("hear.end.forget.act"));
      case NONE -> {}
    }
  }

  private void ask(String question, String act) {
    confirm.ask(question, act, texts.get("hear.end.keep"), model::end);
  }
}
