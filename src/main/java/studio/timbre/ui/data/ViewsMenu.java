package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import studio.timbre.model.SavedView;
import studio.timbre.ui.data.ViewsViewModel.Asking;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The views to choose from, each with its count, and what can be done with them. */
final class ViewsMenu extends MenuButton {
  private final ViewsViewModel model;
  private final Texts texts;
  private final Notices notices;

  ViewsMenu(ViewsViewModel model, Texts texts, Notices notices) {
    super(texts.get("data.views"));
    this.model = model;
    this.texts = texts;
    this.notices = notices;
    setId("data-views");
    setMnemonicParsing(false);
    setMinWidth(Region.USE_PREF_SIZE);
    setAccessibleText(texts.get("data.views"));
    fill();
    model.offered().subscribe(views -> fill());
    model.saved().subscribe(views -> fill());
    model.chosen().subscribe(name -> fill());
    model.counts().subscribe(counts -> count());
    setOnShowing(
        event -> {
          fill();
          model.count();
        });
  }

  private void fill() {
    var items = new ArrayList<MenuItem>();
    model.offered().get().forEach(view -> items.add(item(view)));
    if (!model.saved().get().isEmpty()) {
      items.add(new SeparatorMenuItem());
      model.saved().get().forEach(view -> items.add(item(view)));
    }
    items.add(new SeparatorMenuItem());
    items.add(
        act(
            "data-view-save",
            texts.get("data.view.save"),
            () -> model.asking().set(new Asking.ForNew())));
    model.current().ifPresent(view -> items.addAll(acts(view)));
    getItems().setAll(items);
  }

  private List<MenuItem> acts(SavedView view) {
    var update =
        act(
            "data-view-update",
            texts.get("data.view.update", view.name()),
            () -> model.update(view));
    update.setDisable(!model.isChanged(view));
    return List.of(
        update,
        act(
            "data-view-rename",
            texts.get("data.view.rename", view.name()),
            () -> model.asking().set(new Asking.Anew(view))),
        act("data-view-delete", texts.get("data.view.delete", view.name()), () -> delete(view)));
  }

  private void delete(SavedView view) {
    model.delete(
        view,
        () ->
            notices.say(
                texts.get("data.view.deleted", view.name()),
                texts.get("common.undo"),
                () -> model.put(view)));
  }

  private static MenuItem act(String id, String text, Runnable run) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> run.run());
    return item;
  }

  private MenuItem item(SavedView view) {
    var item = act("data-view", text(view), () -> model.show(view));
    item.setUserData(view);
    item.setDisable(!view.understood());
    return item;
  }

  private String text(SavedView view) {
    if (!view.understood()) {
      return texts.get("data.view.newer", view.name());
    }
    var count = model.counts().get().get(view.name());
    return texts.get("data.view.item", view.name(), count == null ? "…" : texts.number(count));
  }

  private void count() {
    for (var item : getItems()) {
      if (item.getUserData() instanceof SavedView view) {
        item.setText(text(view));
      }
    }
  }
}
