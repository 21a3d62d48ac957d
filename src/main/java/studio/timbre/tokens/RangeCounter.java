package studio.timbre.tokens;

import java.util.List;
import java.util.Optional;
import studio.timbre.model.Conversation;
import studio.timbre.model.CountingWay;
import studio.timbre.model.TokenCount;

/** Counts the tokens of conversations between two ends, which are the same where the model's own way of counting is at hand. */
public interface RangeCounter {

  /**
   * One conversation.
   *
   * @param low at least so many
   * @param high at most so many
   */
  record Counted(TokenCount low, TokenCount high) {

    /** With so many more at each end. */
    Counted plus(int tokensLow, int tokensHigh) {
      return new Counted(more(low, tokensLow), more(high, tokensHigh));
    }

    /** With the tokens of another text, which is no message of this conversation. */
    public Counted plus(Counted other) {
      return plus(other.low.total(), other.high.total());
    }

    private static TokenCount more(TokenCount count, int tokens) {
      return new TokenCount(count.total() + tokens, count.answers(), count.messages());
    }
  }

  CountingWay way();

  Counted count(Conversation conversation);

  /** The counter behind it, where both ends are the same. */
  Optional<ConversationCounter> exact();

  /** With the model's own way of counting. */
  static RangeCounter exactly(ConversationCounter counter) {
    return new RangeCounter() {
      @Override
      public CountingWay way() {
        return new CountingWay(CountingWay.Kind.EXACTLY, counter.name());
      }

      @Override
      public Counted count(Conversation conversation) {
        var count = counter.count(conversation);
        return new Counted(count, count);
      }

      @Override
      public Optional<ConversationCounter> exact() {
        return Optional.of(counter);
      }
    };
  }

  /**
   * With the tokenizer of another model of the family, whose chat format may add more to a conversation than that model's.
   *
   * @param name of the model that the counter belongs to
   */
  static RangeCounter like(ConversationCounter counter, String name, TokenizerFamily family) {
    return new RangeCounter() {
      @Override
      public CountingWay way() {
        return new CountingWay(CountingWay.Kind.LIKE_A_LOCAL_MODEL, name);
      }

      @Override
      public Counted count(Conversation conversation) {
        var count = counter.count(conversation);
        return new Counted(count, count).plus(0, family.bounds().around(conversation));
      }

      @Override
      public Optional<ConversationCounter> exact() {
        return Optional.empty();
      }
    };
  }

  /** With o200k and the bounds that were measured for the family. */
  static RangeCounter roughly(TokenizerFamily family) {
    return new RoughCounter(family.bounds());
  }

  /** A count of which nobody asks for its messages. */
  static TokenCount whole(int tokens) {
    return new TokenCount(tokens, 0, List.of());
  }
}
