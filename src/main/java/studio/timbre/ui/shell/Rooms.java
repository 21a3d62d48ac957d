package studio.timbre.ui.shell;

import java.util.List;
import studio.timbre.ui.check.CheckRoom;
import studio.timbre.ui.cost.CostView;
import studio.timbre.ui.data.DataView;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.hear.HearView;
import studio.timbre.ui.runs.RunsView;
import studio.timbre.ui.settings.SettingsView;
import studio.timbre.ui.train.TrainView;

/** Every room of the window, in the order of the rail. A new one is a line here. */
final class Rooms {
  static final List<Room> ALL =
      List.of(
          Room.ofProject("data", Icon.DATA, DataView::new),
          Room.ofProject("check", Icon.CHECK, CheckRoom::new),
          Room.ofProject("train", Icon.TRAIN, TrainView::of),
          Room.ofProject("hear", Icon.HEAR, HearView::of),
          Room.ofProject("runs", Icon.RUNS, RunsView::of),
          Room.ofProject("cost", Icon.COST, CostView::new),
          Room.always("settings", Icon.SETTINGS, SettingsView::new));

  private Rooms() {}
}
