package studio.timbre.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.timbre.app.MessageParts;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.app.history.Piece;
import studio.timbre.model.ContentPart.Picture;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

class DiffViewTest {
  private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

  /** Labels need the toolkit, also where no window has come up before. */
  @BeforeAll
  static void startToolkit() throws Exception {
    Snapshots.onScreen(() -> true);
  }

  /** An empty text lends its look to the first letter of the next one. */
  @Test
  void nothingEmptyStandsBeforeAWordThatIsNew() {
    var pieces =
        List.of(
            new Piece(Piece.Kind.REMOVED, ""),
            new Piece(Piece.Kind.SAME, ""),
            new Piece(Piece.Kind.ADDED, "delivery"));
    var flow = DiffView.flow(Texts.of(Locale.ENGLISH), pieces);
    assertThat(flow.getChildren())
        .singleElement()
        .satisfies(
            text -> {
              assertThat(((Text) text).getText()).isEqualTo("delivery");
              assertThat(text.getStyleClass()).contains("diff-new");
            });
  }

  private static final String DATA = "data:image/png;base64," + "A".repeat(40_000);

  @Test
  void aPictureIsToldInWordsAndNotAsItsData() {
    var diff = diff(picture("Is it?", DATA, "low"), picture("Is it?", DATA, "high"));
    assertThat(shown(new DiffView(TEXTS, diff)))
        .contains("Picture, PNG, 30 kB · Low detail", "Picture, PNG, 30 kB · High detail");
  }

  @Test
  void aTextBesideAPictureIsToldByItsWordsAlone() {
    var diff = diff(picture("Is it?", DATA, "low"), picture("Is it blue?", DATA, "low"));
    assertThat(shown(new DiffView(TEXTS, diff))).contains(" blue").doesNotContain("Content");
  }

  @Test
  void wordsOfRefusalAreToldAsWordsAndNotAsJson() {
    var before =
        MessageParts.withRefusal(Message.of(Role.ASSISTANT, ""), Optional.of("I will not."));
    var after = MessageParts.withRefusal(before, Optional.of("I will not say."));
    assertThat(shown(new DiffView(TEXTS, diff(before, after))))
        .contains("Words of refusal", " say")
        .noneMatch(text -> text.contains("\""));
  }

  @Test
  void ofDefinitionsOfToolsOnlyWhatIsNewIsMarked() {
    String tools = "[{\"type\":\"function\",\"function\":{\"name\":\"order_status\"}}]";
    var talk = Curated.draft(Conversation.of(Message.of(Role.USER, "Hi")), Split.TRAINING);
    var diff =
        ConversationDiff.of(
            Optional.of(withTools(talk, tools)),
            Optional.of(withTools(talk, tools.replace("order_status", "order_place"))));
    assertThat(shown(new DiffView(TEXTS, diff)))
        .anyMatch(text -> text.contains("function") && text.lines().count() > 1)
        .noneMatch(text -> text.contains("function") && text.contains("status"));
  }

  private static Curated withTools(Curated talk, String tools) {
    return talk.withConversation(talk.conversation().withExtra("tools", Optional.of(tools)));
  }

  @Test
  void aTalkOfThePastShowsItsPicturesAndReadsArabicFromTheRight() {
    var talk =
        Curated.draft(
            Conversation.of(
                picture("\u0623\u064a\u0646 GK-1\u061f", "https://cups.example/blue.png", "low")),
            Split.TRAINING);
    var past = new PastTalk(TEXTS, talk);
    assertThat(shown(past)).contains("Picture at https://cups.example/blue.png · Low detail");
    assertThat(labels(past))
        .filteredOn(label -> label.getText().contains("GK-1"))
        .singleElement()
        .satisfies(
            label ->
                assertThat(label.getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT));
  }

  /** Pieces of several fonts would come in the wrong order. */
  @Test
  void aLabelThatIsReadFromTheRightIsSetInOneFont() throws Exception {
    assumeTrue(Font.getFamilies().contains("DejaVu Sans"));
    String words = "\u0623\u064a\u0646 GK-1\u061f";
    var talk = Curated.draft(Conversation.of(Message.of(Role.USER, words)), Split.TRAINING);
    String family =
        Snapshots.onScreen(
            () -> {
              var past = new PastTalk(TEXTS, talk);
              Theme.LIGHT.apply(new Scene(past));
              past.applyCss();
              return labels(past).stream()
                  .filter(label -> label.getText().equals(words))
                  .findFirst()
                  .orElseThrow()
                  .getFont()
                  .getFamily();
            });
    assertThat(family).isEqualTo("DejaVu Sans");
  }

  private static ConversationDiff diff(Message before, Message after) {
    return ConversationDiff.of(
        Optional.of(Curated.draft(Conversation.of(before), Split.TRAINING)),
        Optional.of(Curated.draft(Conversation.of(after), Split.TRAINING)));
  }

  private static Message picture(String words, String address, String detail) {
    var part = Picture.at(address).withDetail(Optional.of(detail));
    return MessageParts.withAdded(Message.of(Role.USER, words), part);
  }

  private static List<String> shown(Parent parent) {
    var all = new ArrayList<String>();
    for (var child : parent.getChildrenUnmodifiable()) {
      switch (child) {
        case Label label -> all.add(label.getText());
        case Text text -> all.add(text.getText());
        case Parent inner -> all.addAll(shown(inner));
        default -> {}
      }
    }
    return all;
  }

  private static List<Label> labels(Parent parent) {
    var all = new ArrayList<Label>();
    for (var child : parent.getChildrenUnmodifiable()) {
      if (child instanceof Label label) {
        all.add(label);
      } else if (child instanceof Parent inner) {
        all.addAll(labels(inner));
      }
    }
    return all;
  }
}
