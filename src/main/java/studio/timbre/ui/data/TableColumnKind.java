package studio.timbre.ui.data;

import studio.timbre.model.ConversationQuery.Sort;

/** The columns of the table, in the order in which they stand at first. */
enum TableColumnKind {
  NUMBER(Sort.NUMBER, "data.column.number", 72, Form.FIXED),
  STATUS(Sort.STATUS, "data.column.status", 96, Form.WORD),
  SYSTEM(Sort.SYSTEM, "data.column.system", 200, Form.TEXT),
  QUESTION(Sort.QUESTION, "data.column.question", 280, Form.TEXT),
  ANSWER(Sort.ANSWER, "data.column.answer", 320, Form.TEXT),
  TURNS(Sort.TURNS, "data.column.turns", 76, Form.FIXED),
  TOKENS(Sort.TOKENS, "data.column.tokens", 88, Form.FIXED),
  VOICE(Sort.VOICE, "data.column.voice", 76, Form.FIXED),
  RATING(Sort.RATING, "data.column.rating", 96, Form.WORD),
  TAGS(Sort.TAGS, "data.column.tags", 140, Form.TEXT),
  ASSIGNEE(Sort.ASSIGNEE, "data.column.assignee", 120, Form.TEXT),
  NOTE(Sort.NOTE, "data.column.note", 180, Form.TEXT),
  ROLES(Sort.ROLES, "data.column.roles", 180, Form.FIXED),
  SPLIT(Sort.SPLIT, "data.column.split", 88, Form.WORD);

  /** How a cell is changed. */
  private enum Form {
    TEXT,
    WORD,
    FIXED
  }

  private final Sort sort;
  private final String titleKey;
  private final double width;
  private final Form form;

  TableColumnKind(Sort sort, String titleKey, double width, Form form) {
    this.sort = sort;
    this.titleKey = titleKey;
    this.width = width;
    this.form = form;
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
    return this == NUMBER || this == TURNS || this == TOKENS || this == VOICE;
  }

  /** True where a text is typed. */
  boolean isText() {
    return form == Form.TEXT;
  }

  /** True where one of a few words is chosen. */
  boolean isWord() {
    return form == Form.WORD;
  }

  /** True where nothing can be changed from the table. */
  boolean isFixed() {
    return form == Form.FIXED;
  }

  /** Whether it is there before anybody has chosen columns. */
  boolean isShownAtFirst() {
    return switch (this) {
      case STATUS, QUESTION, ANSWER, TURNS, TOKENS, SPLIT -> true;
      case NUMBER, SYSTEM, VOICE, RATING, TAGS, ASSIGNEE, NOTE, ROLES -> false;
    };
  }
}
