package studio.timbre.ui.fx;

/** Says something to the person without standing in the way. Called on the JavaFX thread. */
public interface Notices {

  /** A short sentence that goes by itself. */
  void say(String sentence);

  /** The same with one thing to do about it, as "Undo". */
  void say(String sentence, String act, Runnable run);

  /** What went wrong, with details to fold out and copy; stays until it is put away. */
  void failed(Throwable problem);
}
