package studio.timbre.ui.data;

/** Which conversations an export takes. */
enum ExportScope {
  TRAINING("-training"),
  HELD_OUT("-held-out"),
  SHOWN("-shown"),
  SELECTED("-selected"),
  EVERYTHING("");

  private final String ending;

  ExportScope(String ending) {
    this.ending = ending;
  }

  /** What the name of the file ends with, before its suffix. */
  String ending() {
    return ending;
  }
}
