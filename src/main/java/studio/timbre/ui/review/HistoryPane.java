package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.Curated;
import studio.timbre.ui.control.EmptyState;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The history of the conversation in view: each change with what it altered, and any two states side by side. */
final class HistoryPane extends ScrollPane {

  /** A state to choose: now, or that before a change. */
  private record Moment(String name, Optional<Curated> state) {}

  private final HistoryViewModel model;
  private final Texts texts;
  private final VBox content = new VBox();

  HistoryPane(HistoryViewModel model, Texts texts) {
    super();
    this.model = model;
    this.texts = texts;
    setId("history");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("plain-scroll", "history");
    content.getStyleClass().addAll("column-16", "history-content");
    model.history().subscribe(this::show);
  }

  private void show(Optional<HistoryViewModel.History> history) {
    content.getChildren().clear();
    if (history.isEmpty()) {
      nothing("past.none.title", "past.none.text");
      return;
    }
    if (history.get().changes().isEmpty()) {
      nothing("past.unchanged.title", "past.unchanged.text");
      return;
    }
    var shown = history.get();
    var title = new Label(texts.get("past.title", String.valueOf(shown.conversation())));
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    content.getChildren().addAll(title, comparison(shown));
    shown.changes().forEach(change -> content.getChildren().add(card(change)));
    if (shown.changes().size() == HistoryViewModel.MOST) {
      content.getChildren().add(muted(texts.get("past.more", HistoryViewModel.MOST)));
    }
  }

  private void nothing(String title, String text) {
    content.getChildren().add(new EmptyState(Icon.CLOCK, texts.get(title), texts.get(text)));
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private VBox comparison(HistoryViewModel.History shown) {
    var moments = new java.util.ArrayList<Moment>();
    moments.add(new Moment(texts.get("past.now"), shown.now()));
    for (var change : shown.changes()) {
      if (change.before().isPresent()) {
        moments.add(
            new Moment(
                texts.get(
                    "past.before",
                    texts.dateTime(change.change().time()),
                    ChangeWords.of(texts, change.change())),
                change.before()));
      }
    }
    var from = choice(texts.get("past.from"), List.copyOf(moments));
    from.setId("history-from");
    var to = choice(texts.get("past.to"), List.copyOf(moments));
    to.setId("history-to");
    var result = new VBox();
    Runnable compare =
        () -> {
          if (from.getValue() != null && to.getValue() != null) {
            result
                .getChildren()
                .setAll(
                    new DiffView(
                        texts,
                        ConversationDiff.of(from.getValue().state(), to.getValue().state())));
          }
        };
    from.setOnAction(event -> compare.run());
    to.setOnAction(event -> compare.run());
    var box = new VBox(from, to, result);
    box.getStyleClass().add("column-4");
    box.setVisible(moments.size() > 1);
    box.setManaged(moments.size() > 1);
    return box;
  }

  private static ComboBox<Moment> choice(String name, List<Moment> moments) {
    var box = new ComboBox<Moment>();
    box.getItems().setAll(moments);
    box.setPromptText(name);
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Moment moment) {
            return moment == null ? "" : moment.name();
          }

          @Override
          public Moment fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    return box;
  }

  private VBox card(ConversationChange change) {
    var name = new Label(ChangeWords.of(texts, change.change()));
    name.setWrapText(true);
    name.getStyleClass().add("strong");
    var card =
        new VBox(
            name,
            muted(ChangeWords.signature(texts, change.change())),
            new DiffView(texts, ConversationDiff.of(change.before(), change.after())));
    card.getStyleClass().addAll("card-pane", "column-8", "history-card");
    var undo = new Button(texts.get("past.takeBack"), Icon.UNDO.node());
    undo.getStyleClass().addAll("small", "take-back");
    undo.setOnAction(event -> takeBack(change, card, undo));
    card.getChildren().add(undo);
    return card;
  }

  private void takeBack(ConversationChange change, VBox card, Button undo) {
    var plan = model.plan(change);
    if (plan.isNothing()) {
      card.getChildren().set(card.getChildren().indexOf(undo), muted(texts.get("past.nothing")));
    } else if (plan.clashes().isEmpty()) {
      model.takeBack(plan, index -> false);
    } else {
      card.getChildren()
          .set(
              card.getChildren().indexOf(undo),
              new ClashPane(texts, plan, putBack -> model.takeBack(plan, putBack)));
    }
  }
}
