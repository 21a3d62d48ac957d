package studio.timbre.model;

/** Where in the order of a project a conversation is put. */
public sealed interface Place {
  /** Before all others. */
  record Start() implements Place {}

  /** Behind all others. */
  record End() implements Place {}

  /** Right behind another; behind all where that one is gone. */
  record Behind(long id) implements Place {}

  /** Right before another; behind all where that one is gone. */
  record Before(long id) implements Place {}

  static Place start() {
    return new Start();
  }

  static Place end() {
    return new End();
  }

  static Place behind(long id) {
    return new Behind(id);
  }

  static Place before(long id) {
    return new Before(id);
  }
}
