package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.List;

/** Ends the reading of a table at some row. Its message is the reason in English. */
final class BrokenTable extends IOException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  BrokenTable(String key, String english, Object... arguments) {
    super(english);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** What cannot be read as what it claims to be. */
  static BrokenTable damaged(Throwable cause) {
    var broken =
        new BrokenTable(
            "dataset.refused.tableBroken",
            "the table is damaged here; nothing of the file behind it was read");
    broken.initCause(cause);
    return broken;
  }

  /** A file that unpacks to so much more than it is that nobody can have written it by hand. */
  static BrokenTable unpacksTooFar() {
    return new BrokenTable(
        "dataset.refused.unpacksTooFar",
        "it unpacks to far more than a table of its size can hold, so it was not read on");
  }

  /** A cell beyond what is read. */
  static BrokenTable cellTooLong(long megabytes) {
    return new BrokenTable(
        "dataset.refused.cellTooLong",
        "a cell holds more than " + megabytes + " million characters; nothing behind it was read",
        megabytes);
  }

  String key() {
    return key;
  }

  List<Object> arguments() {
    return arguments;
  }
}
