package studio.timbre.ui.data;

import studio.timbre.model.ConversationQuery.Sort;

/** The columns of the table. */
enum TableColumnKind {
  STATUS(Sort.STATUS, "data.column.status", 96),
  QUESTION(Sort.QUESTION, "data.column.question", 280),
  ANSWER(Sort.ANSWER, "data.column.answer", 320),
  TURNS(Sort.TURNS, "data.column.turns", 64),
  TOKENS(Sort.TOKENS, "data.column.tokens", 72),
  SPLIT(Sort.SPLIT, "data.column.split", 88);

  private final Sort sort;
  private final String titleKey;
  private final double width;

  TableColumnKind(Sort sort, String titleKey, double width) {
    this.sort = sort;
    this.titleKey = titleKey;
    this.width = width;
  }

  Sort sort() {
    return sort;
  }

  String titleKey() {
    return titleKey;
  }

  /** At first, in pixels. */
  double width() {
    return width;
  }

  boolean isNumber() {
    return this == TURNS || this == TOKENS;
  }

  /** True where a text is typed. */
  boolean isText() {
    return this == QUESTION || this == ANSWER;
  }
}
