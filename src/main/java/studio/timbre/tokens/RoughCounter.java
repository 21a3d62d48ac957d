package studio.timbre.tokens;

import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.CountingWay;
import studio.timbre.model.Message;

/** Counts with o200k for a model whose tokenizer is not at hand, and says between which ends that model's count lies. */
record RoughCounter(RoughBounds bounds) implements RangeCounter {
  private static final ConversationCounter O200K = ApiCounters.forEncoding(ApiEncoding.O200K_BASE);
  private static final Tokenizer TEXT = new ApiTokenizer(ApiEncoding.O200K_BASE);

  /** What a template may say around the definitions of tools. */
  private static final int TOOL_WORDS = 200;

  /** Definitions that are drawn out over lines take about half as much again; some templates count each space of it. */
  private static final double DRAWN_OUT = 2;

  @Override
  public CountingWay way() {
    return new CountingWay(CountingWay.Kind.ROUGHLY, "o200k");
  }

  @Override
  public Counted count(Conversation conversation) {
    int tokens = O200K.count(conversation).total();
    var letters = Letters.NONE;
    for (var message : conversation.messages()) {
      letters = letters.plus(letters(message));
    }
    double tools = 0;
    for (var key : new String[] {"tools", "functions"}) {
      String definitions = conversation.extras().get(key);
      if (definitions != null) {
        letters = letters.plus(Letters.of(definitions));
        tools += DRAWN_OUT * TEXT.count(definitions) + TOOL_WORDS;
      }
    }
    return new Counted(
        RangeCounter.whole(bounds.low(tokens, letters, conversation)),
        RangeCounter.whole(bounds.high(tokens + (int) Math.ceil(tools), letters, conversation)));
  }

  @Override
  public Optional<ConversationCounter> exact() {
    return Optional.empty();
  }

  private static Letters letters(Message message) {
    var letters =
        switch (message.content()) {
          case Content.Text text -> Letters.of(text.text());
          case Content.Missing _ -> Letters.NONE;
          case Content.Other other -> Letters.of(other.json());
        };
    for (var extra : message.extras().values()) {
      letters = letters.plus(Letters.of(extra));
    }
    return letters;
  }
}
