package studio.timbre.ui.message;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.app.MessageParts;
import studio.timbre.app.PictureSource;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.ui.fx.Work;

/**
 * A picture: small, with how closely the model looks at it. One that lies at an address is fetched only when the person asks for it,
 * for its server learns who looks.
 */
final class PicturePiece implements Piece {
  private static final List<String> DETAILS = List.of("auto", "low", "high");

  private final Slot slot;
  private final int part;
  private final ImageView view = new ImageView();
  private final StackPane frame = new StackPane(view);
  private final Label facts = new Label();
  private final MenuButton detail = new MenuButton();
  private final FlowPane acts = new FlowPane();
  private final Work.Lane loading;
  private final VBox node;
  private Optional<String> shown = Optional.empty();

  PicturePiece(Slot slot, int part) {
    this.slot = slot;
    this.part = part;
    this.loading = slot.desk().work().lane();
    var texts = slot.texts();
    view.setPreserveRatio(true);
    view.setFitWidth(Thumbnail.SIDE);
    view.setFitHeight(Thumbnail.SIDE);
    frame.getStyleClass().add("picture-frame");
    frame.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    frame.setMaxHeight(Region.USE_PREF_SIZE);
    facts.getStyleClass().addAll("muted", "small-text");
    facts.setWrapText(true);
    detail.setId(slot.id() + "-detail-" + part);
    detail.setMnemonicParsing(false);
    detail.getStyleClass().addAll("small", "flat", "piece-choice");
    for (String level : DETAILS) {
      var item = new MenuItem(texts.get("message.picture.detail." + level));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> setDetail(level));
      detail.getItems().add(item);
    }
    acts.getStyleClass().add("piece-foot");
    acts.setManaged(false);
    facts.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(facts, Priority.ALWAYS);
    var first =
        new HBox(
            frame,
            facts,
            PieceButton.remove(
                texts.get("message.picture.remove"),
                () -> slot.edit(message -> MessageParts.without(message, part))));
    first.getStyleClass().add("row-8");
    node = new VBox(first, detail, acts);
    node.getStyleClass().add("picture-piece");
  }

  @Override
  public Node node() {
    return node;
  }

  private Optional<ContentPart.Picture> find(Message message) {
    var parts = MessageParts.of(message);
    return part < parts.size() && parts.get(part) instanceof ContentPart.Picture picture
        ? Optional.of(picture)
        : Optional.empty();
  }

  @Override
  public void show(Conversation conversation, Message message) {
    find(message).ifPresent(this::show);
  }

  private void show(ContentPart.Picture picture) {
    var texts = slot.texts();
    String level = picture.detail().orElse("auto");
    detail.setText(DETAILS.contains(level) ? texts.get("message.picture.detail." + level) : level);
    detail.setAccessibleText(texts.get("message.picture.detail", detail.getText()));
    if (shown.equals(Optional.of(picture.address()))) {
      return;
    }
    shown = Optional.of(picture.address());
    loading.forget();
    acts.getChildren().clear();
    acts.setManaged(false);
    view.setImage(null);
    frame.setVisible(picture.isData());
    frame.setManaged(picture.isData());
    if (picture.isData()) {
      facts.setText(texts.get("message.picture.loading"));
      load(picture.address());
    } else {
      facts.setText(texts.get("message.picture.address", picture.address()));
      var host = host(picture.address());
      if (host.isPresent()) {
        var fetch =
            PieceButton.words(
                texts.get("message.picture.fetch", host.get()),
                () -> {
                  acts.getChildren().clear();
                  acts.setManaged(false);
                  load(picture.address());
                });
        fetch.setTooltip(new Tooltip(texts.get("message.picture.fetch.tip", host.get())));
        fetch.setAccessibleHelp(texts.get("message.picture.fetch.tip", host.get()));
        acts.getChildren().add(fetch);
        acts.setManaged(true);
      }
    }
  }

  /** Only what a web server can hold is ever asked for. */
  private static Optional<String> host(String address) {
    try {
      var uri = URI.create(address);
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return Optional.ofNullable(uri.getHost()).filter(host -> web);
    } catch (IllegalArgumentException odd) {
      return Optional.empty();
    }
  }

  private void load(String address) {
    loading
        .run(() -> Thumbnail.of(PictureSource.read(address)))
        .onSuccess(this::show)
        .onFailure(problem -> facts.setText(slot.desk().texts().get("message.picture.unreadable")));
  }

  private void show(Thumbnail thumbnail) {
    var texts = slot.texts();
    thumbnail.image().ifPresent(view::setImage);
    boolean drawn = thumbnail.image().isPresent();
    frame.setVisible(drawn);
    frame.setManaged(drawn);
    String size = texts.bytes(thumbnail.bytes());
    facts.setText(
        drawn
            ? thumbnail.kind() + ", " + size
            : thumbnail.isBroken()
                ? texts.get("message.picture.broken", thumbnail.kind(), size)
                : texts.get("message.picture.notDrawn", thumbnail.kind(), size));
    view.setAccessibleText(facts.getText());
  }

  private void setDetail(String level) {
    slot.edit(
        message ->
            find(message)
                .map(
                    picture ->
                        MessageParts.with(message, part, picture.withDetail(Optional.of(level))))
                .orElse(message));
  }
}
