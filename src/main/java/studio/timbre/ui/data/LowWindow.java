package studio.timbre.ui.data;

import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.Region;
import studio.timbre.ui.data.ReplaceViewModel.State;

/** In a low window, of the two panes above the table that stay open one goes when the other comes. */
final class LowWindow {
  /** With less height than this, both together would leave no room for rows. */
  private static final double HIGH = 880;

  private LowWindow() {}

  /** @param place holds the panes and the table */
  static void share(BooleanProperty filters, ReplaceViewModel replace, Region place) {
    filters.subscribe(
        open -> {
          if (open && replace.isOpen() && place.getHeight() < HIGH) {
            replace.close();
          }
        });
    replace
        .state()
        .subscribe(
            (before, now) -> {
              if (before instanceof State.Closed && place.getHeight() < HIGH) {
                filters.set(false);
              }
            });
  }
}
