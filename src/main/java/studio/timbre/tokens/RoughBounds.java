package studio.timbre.tokens;

import studio.timbre.model.Conversation;

/**
 * Between which ends the tokens of a family lie where o200k has counted. Measured on conversations in more than thirty languages,
 * code, figures and emoji (docs/decisions/024): no single one of them lies outside, and the upper end has room beyond them.
 *
 * @param least tokens at least for a token of o200k
 * @param most tokens at most for a token of o200k, where the text is plain Latin
 * @param perDigit more at most for each digit
 * @param perAccented more at most for each accented letter
 * @param perEastAsian more at most for each character
 * @param perTwoByte more at most for each character
 * @param perOther more at most for each character
 * @param perMessage more at most than the three tokens and the role that o200k's format adds
 * @param perConversation what a template says in front at most
 * @param unintroduced what it says besides, at most, where the data has no system message
 */
record RoughBounds(
    double least,
    double most,
    double perDigit,
    double perAccented,
    double perEastAsian,
    double perTwoByte,
    double perOther,
    int perMessage,
    int perConversation,
    int unintroduced) {

  /** What o200k's format adds to each message and to each conversation, which a lean template does not. */
  private static final int FORMAT = 3;

  /** However foreign the script: no family takes less than this for a token of o200k. */
  private static final double FLOOR = 0.35;

  private static final double LESS_PER_ACCENTED = 0.2;
  private static final double LESS_PER_FOREIGN = 0.25;
  private static final double LESS_PER_OTHER = 1;

  int low(int tokens, Letters letters, Conversation conversation) {
    int text = Math.max(0, tokens - FORMAT * (conversation.messages().size() + 1));
    double less =
        LESS_PER_ACCENTED * letters.accented()
            + LESS_PER_FOREIGN * (letters.eastAsian() + letters.twoByte())
            + LESS_PER_OTHER * letters.others();
    return (int) Math.floor(Math.max(FLOOR * text, least * text - less));
  }

  int high(int tokens, Letters letters, Conversation conversation) {
    double more =
        perDigit * letters.digits()
            + perAccented * letters.accented()
            + perEastAsian * letters.eastAsian()
            + perTwoByte * letters.twoByte()
            + perOther * letters.others();
    return (int) Math.ceil(most * tokens + more)
        + perMessage * conversation.messages().size()
        + around(conversation);
  }

  /** Tokens that a template of the family says at most around a conversation. */
  int around(Conversation conversation) {
    boolean isIntroduced =
        !conversation.messages().isEmpty()
            && conversation.messages().getFirst().role().name().equals("system");
    return perConversation + (isIntroduced ? 0 : unintroduced);
  }
}
