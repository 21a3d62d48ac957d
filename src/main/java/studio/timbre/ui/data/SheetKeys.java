package studio.timbre.ui.data;

import javafx.scene.input.KeyEvent;

/** The keys of the table that change what is selected, as in any spreadsheet. */
final class SheetKeys {
  private final SheetActs acts;
  private final SheetClipboard clipboard;

  SheetKeys(SheetActs acts, SheetClipboard clipboard) {
    this.acts = acts;
    this.clipboard = clipboard;
  }

  /** Answers whether the key was one of these. */
  boolean pressed(KeyEvent event) {
    if (event.isAltDown()) {
      return event.isShiftDown() && !event.isShortcutDown() && moved(event);
    }
    if (!event.isShortcutDown()) {
      return !event.isShiftDown() && cleared(event);
    }
    switch (event.getCode()) {
      case DELETE, MINUS, SUBTRACT -> acts.delete();
      case PLUS, EQUALS, ADD -> acts.insert(true);
      case D -> {
        if (event.isShiftDown()) {
          return false;
        }
        acts.fillDown();
      }
      case C, INSERT -> clipboard.copy();
      case X -> clipboard.cut();
      case V -> {
        if (event.isShiftDown()) {
          clipboard.bringIn();
        } else {
          clipboard.paste();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean moved(KeyEvent event) {
    switch (event.getCode()) {
      case UP, KP_UP -> acts.moves().move(true);
      case DOWN, KP_DOWN -> acts.moves().move(false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean cleared(KeyEvent event) {
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> acts.clear();
      default -> {
        return false;
      }
    }
    return true;
  }
}
