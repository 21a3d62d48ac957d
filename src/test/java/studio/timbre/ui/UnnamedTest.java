package studio.timbre.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class UnnamedTest {

  @Test
  void whatAScreenReaderPassesOverIsFound() throws Exception {
    var named = new Button("Save");
    var icon = new Button("", new Region());
    var prompted = new TextField();
    prompted.setPromptText("Search");
    var technical = new TextField();
    technical.setAccessibleText("Optional[name]");
    var found = Snapshots.onScreen(() -> Unnamed.in(new VBox(named, icon, prompted, technical)));
    assertThat(found).containsExactly(icon.toString(), prompted.toString(), technical.toString());
  }

  @Test
  void cellsThatShowNodesAloneAreFound() throws Exception {
    assertThat(cells("")).hasSize(2);
    assertThat(cells("Monday")).isEmpty();
    assertThat(cells("studio.timbre.Day@1f2e3d4c")).hasSize(2);
  }

  private static List<String> cells(String spoken) throws Exception {
    return Snapshots.onScreen(
        () -> {
          var list =
              new ListView<>(FXCollections.observableArrayList(Optional.of(1), Optional.of(2)));
          list.setCellFactory(
              view ->
                  new ListCell<>() {
                    @Override
                    protected void updateItem(Optional<Integer> item, boolean empty) {
                      super.updateItem(item, empty);
                      setGraphic(empty ? null : new Region());
                      setAccessibleText(spoken);
                    }
                  });
          var scene = new Scene(new VBox(list), 200, 200);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return Unnamed.silentParts(scene.getRoot());
        });
  }
}
