package studio.timbre.ui.mapping;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.TablePreview;
import studio.timbre.app.TablePreview.Sample;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Texts;

/** The first conversations as they would come in, and what would not. */
final class PreviewPane extends VBox {
  private static final int MOST_TOLD = 100;

  private final Texts texts;
  private final Label title = new Label();
  private final VBox cards = new VBox();
  private final ScrollPane scroll = new ScrollPane(cards);
  private final VBox troubles = new VBox();
  private final VBox sentences = new VBox();
  private final ScrollPane list = new ScrollPane(sentences);
  private final Label troubleTitle = new Label();
  private List<Sample> shown = List.of();

  PreviewPane(Previewing previewing, Texts texts) {
    this.texts = texts;
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.getStyleClass().add("strong");
    cards.getStyleClass().add("mapping-cards");
    cards.setId("mapping-cards");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setAccessibleText(texts.get("mapping.preview"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    troubleTitle.setWrapText(true);
    troubleTitle.setMinHeight(USE_PREF_SIZE);
    troubleTitle.getStyleClass().add("strong");
    list.setId("mapping-refused");
    list.setFitToWidth(true);
    list.getStyleClass().add("mapping-troubles");
    sentences.getStyleClass().add("column-4");
    troubles.getStyleClass().add("column-8");
    troubles.getChildren().addAll(troubleTitle, list);
    getStyleClass().add("mapping-preview");
    getChildren().addAll(title, scroll, troubles);
    previewing.state().subscribe(this::show);
  }

  private void show(Previewing.State state) {
    switch (state) {
      case Previewing.State.Reading() -> {
        title.setText(texts.get("mapping.preview.reading"));
        var wheel = new ProgressIndicator();
        wheel.getStyleClass().add("wheel");
        wheel.setAccessibleText(texts.get("mapping.preview.reading"));
        shown = List.of();
        cards.getChildren().setAll(wheel);
        troubles(false);
      }
      case Previewing.State.Failed(var why) -> {
        title.setText(
            why instanceof UserFacingException known
                ? texts.of(known)
                : texts.get("mapping.obstacle.UNREADABLE"));
        shown = List.of();
        cards.getChildren().clear();
        troubles(false);
      }
      case Previewing.State.Shown(var preview, _, _) -> show(preview);
    }
  }

  private void show(TablePreview preview) {
    title.setText(
        preview.samples().isEmpty()
            ? texts.get("mapping.preview.none")
            : texts.get("mapping.preview.first", preview.samples().size()));
    boolean wheel = cards.getChildren().stream().anyMatch(ProgressIndicator.class::isInstance);
    if (wheel || !shown.equals(preview.samples()) || cards.getChildren().isEmpty()) {
      shown = preview.samples();
      cards
          .getChildren()
          .setAll(shown.stream().map(sample -> new SampleCard(texts, sample)).toList());
    }
    tell(
        Stream.concat(preview.refused().stream(), preview.leftOut().stream())
            // That is said where the columns are chosen.
            .filter(refusal -> !refusal.key().equals("dataset.refused.noColumns"))
            .map(refusal -> RefusalWords.inTable(texts, refusal))
            .toList(),
        preview.refusedRows() + preview.leftOutParts());
    troubleTitle.setText(
        texts.get("mapping.troubles", preview.refusedRows(), preview.leftOutParts()));
    list.setAccessibleText(troubleTitle.getText());
  }

  private void tell(List<String> told, long all) {
    troubles(!told.isEmpty());
    sentences.getChildren().clear();
    told.stream().limit(MOST_TOLD).forEach(text -> sentences.getChildren().add(sentence(text)));
    long more = all - Math.min(MOST_TOLD, told.size());
    if (more > 0) {
      sentences.getChildren().add(sentence(texts.get("mapping.andOthers", more)));
    }
  }

  private static Label sentence(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void troubles(boolean there) {
    troubles.setVisible(there);
    troubles.setManaged(there);
  }
}
