package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.model.JsonDraft;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.JsonDrafts;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.message.Drafting;

/** Tells of wrong JSON that was typed and is out of sight, and leads back to it; hidden while there is none. */
final class UnsavedLine extends VBox {
  private final Texts texts;
  private final JsonDrafts drafts;
  private final Drafting drafting;
  private final Notices notices;
  private final Label said = new Label("", Icon.WARNING.node());
  private final Button back;
  private final Button copy;
  private final Subscription listening;
  private Optional<JsonDraft> told = Optional.empty();

  /**
   * @param drafting knows what is in sight
   * @param goTo leads to the draft of a conversation
   */
  UnsavedLine(
      Texts texts, JsonDrafts drafts, Drafting drafting, Notices notices, LongConsumer goTo) {
    this.texts = texts;
    this.drafts = drafts;
    this.drafting = drafting;
    this.notices = notices;
    setId("unsaved-line");
    getStyleClass().add("unsaved-line");
    said.setId("unsaved-said");
    said.setWrapText(true);
    said.setGraphicTextGap(8);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add("small-text");
    back =
        button(
            "unsaved-back",
            "draft.back",
            () -> told.ifPresent(draft -> goTo.accept(draft.conversation())));
    copy = button("unsaved-copy", "draft.copy", () -> told.ifPresent(this::copy));
    var acts =
        new FlowPane(
            back,
            copy,
            button("unsaved-discard", "draft.discard", () -> told.ifPresent(this::discard)));
    acts.getStyleClass().add("piece-foot");
    getChildren().addAll(said, acts);
    listening = drafts.all().subscribe(this::tell);
    tell();
  }

  private Button button(String id, String key, Runnable act) {
    var button = new Button(texts.get(key));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("small", "flat");
    button.setOnAction(event -> act.run());
    return button;
  }

  /** Says it anew: something else is in sight. */
  void tell() {
    List<JsonDraft> hidden = drafts.all().stream().filter(draft -> !drafting.shows(draft)).toList();
    told = hidden.stream().findFirst();
    setVisible(told.isPresent());
    setManaged(told.isPresent());
    told.ifPresent(
        draft -> {
          String what = sentence(texts, draft);
          said.setText(
              hidden.size() == 1 ? what : what + " " + texts.get("draft.more", hidden.size() - 1));
          boolean elsewhere = !drafting.isIn(draft.conversation());
          show(back, elsewhere);
          // Where it stood is gone: the words are all that can be had.
          show(copy, !elsewhere);
        });
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  static String sentence(Texts texts, JsonDraft draft) {
    var kind = draft.field().kind();
    return texts.get(
        "draft.unsaved",
        texts.get(kind.key(), kind.argument()),
        String.valueOf(draft.conversation()),
        draft
            .fault()
            .map(
                fault ->
                    texts.get(
                        "draft.fault",
                        fault.line(),
                        fault.column(),
                        texts.get(fault.key(), fault.arguments().toArray())))
            .orElse(""));
  }

  private void copy(JsonDraft draft) {
    var content = new ClipboardContent();
    content.putString(draft.text());
    Clipboard.getSystemClipboard().setContent(content);
    notices.say(texts.get("draft.copied"));
  }

  private void discard(JsonDraft draft) {
    drafts.forget(draft);
    notices.say(texts.get("draft.discarded"), texts.get("common.undo"), () -> drafts.keep(draft));
  }

  void close() {
    listening.unsubscribe();
  }
}
