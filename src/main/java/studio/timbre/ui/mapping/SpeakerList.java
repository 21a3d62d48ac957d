package studio.timbre.ui.mapping;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.TablePreview;
import studio.timbre.model.Role;
import studio.timbre.ui.control.Choices;
import studio.timbre.ui.fx.Texts;

/** Names that stand where rows say who speaks, and which side each of them is on. */
final class SpeakerList extends VBox {
  private static final int MOST = 40;

  /** The key of what is said where a name is no speaker that is known. */
  static final String UNKNOWN = "dataset.refused.unknownSpeaker";

  private static final List<Optional<Role>> ROLES =
      List.of(
          Optional.empty(),
          Optional.of(Role.USER),
          Optional.of(Role.ASSISTANT),
          Optional.of(Role.SYSTEM));

  private final MappingViewModel model;
  private final Texts texts;
  private final FlowPane people = new FlowPane();
  private List<String> names = List.of();

  SpeakerList(MappingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    var title = new Label(texts.get("mapping.speakers"));
    title.getStyleClass().add("strong");
    var words = new Label(texts.get("mapping.speakers.text"));
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    people.getStyleClass().add("mapping-choices");
    people.setId("mapping-speakers");
    getStyleClass().add("column-8");
    getChildren().addAll(title, words, people);
  }

  /** Those that are known already, and those for whose sake rows are refused. */
  void show(Step step, Optional<TablePreview> preview) {
    var all = new TreeSet<>(step.mapping().speakers().keySet());
    preview.stream()
        .flatMap(seen -> seen.refused().stream())
        .filter(refusal -> refusal.key().equals(UNKNOWN) && !refusal.arguments().isEmpty())
        .map(refusal -> String.valueOf(refusal.arguments().getFirst()))
        .limit(MOST)
        .forEach(all::add);
    boolean there = step.mapping().isMessageARow() && !all.isEmpty();
    setVisible(there);
    setManaged(there);
    var wanted = all.stream().limit(MOST).toList();
    if (!wanted.equals(names)) {
      names = wanted;
      people.getChildren().setAll(names.stream().map(this::person).toList());
    }
    for (int i = 0; i < names.size(); i++) {
      fill(i, Optional.ofNullable(step.mapping().speakers().get(names.get(i))));
    }
  }

  @SuppressWarnings("unchecked")
  private void fill(int at, Optional<Role> role) {
    var box = (ComboBox<Optional<Role>>) ((HBox) people.getChildren().get(at)).getChildren().get(1);
    Choices.fill(box, ROLES, role);
  }

  private HBox person(String name) {
    var box =
        Choices.<Optional<Role>>box(
            "mapping-speaker-" + names.indexOf(name),
            role -> role.map(this::words).orElseGet(() -> texts.get("mapping.speakers.unsaid")),
            role -> model.speaker(name, role));
    box.setAccessibleText(texts.get("mapping.speakers.who", shown(name)));
    var label = new Label(shown(name));
    label.setMinWidth(Region.USE_PREF_SIZE);
    var both = new HBox(label, box);
    both.getStyleClass().add("row-8");
    return both;
  }

  private static String shown(String name) {
    String line = name.replaceAll("\\s+", " ");
    return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
  }

  private String words(Role role) {
    return texts.get("role." + role.name());
  }
}
