package studio.timbre.model;

/** What a message says. Only text is edited in Timbre; everything else is carried through untouched. */
public sealed interface Content {

  /** The words to show and to search: empty where there are none. */
  String text();

  /** An ordinary text. */
  record Text(String text) implements Content {}

  /**
   * Anything that is not a string: a list of parts, or null.
   *
   * @param json the value exactly as it stood in the file
   * @param text the text parts joined by line breaks
   */
  record Other(String json, String text) implements Content {}

  /** The message has no {@code content} key. */
  record Missing() implements Content {
    @Override
    public String text() {
      return "";
    }
  }

  static Content of(String text) {
    return new Text(text);
  }
}
