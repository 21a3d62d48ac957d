package studio.timbre.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.timbre.json.HeldJson;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Range;
import studio.timbre.model.Since;
import studio.timbre.model.Trained;
import studio.timbre.model.voice.VoiceKind;

/** A filter as a person would go through the rows: slow, in plain Java, without an index. */
final class PlainFilter {
  /** What is known of the rows beside their text. */
  interface Knowledge {
    String language(ConversationRow row);

    long topic(ConversationRow row);

    Set<String> problems(long id);

    Set<VoiceKind> brokenRules(ConversationRow row);

    /** What the project held behind an entry of the journal. */
    Map<Long, Curated> state(long entry);

    boolean isNewToday(long id);
  }

  private final ConversationFilter filter;
  private final Knowledge knowledge;

  PlainFilter(ConversationFilter filter, Knowledge knowledge) {
    this.filter = filter;
    this.knowledge = knowledge;
  }

  boolean passes(ConversationRow row) {
    var review = row.review();
    return (filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
        && (filter.splits().isEmpty() || filter.splits().contains(row.split()))
        && (filter.tags().isEmpty()
            || review.tags().stream().anyMatch(filter.tags()::contains)
            || filter.tags().contains("") && review.tags().isEmpty())
        && isIn(filter.rating(), review.rating())
        && (filter.assignees().isEmpty() || filter.assignees().contains(review.assignee()))
        && isIn(filter.turns(), row.conversation().turns())
        && (filter.tokens().isAny() || row.tokens() >= 0 && isIn(filter.tokens(), row.tokens()))
        && (filter.holds().isEmpty()
            || HeldJson.of(row.conversation()).stream().anyMatch(filter.holds()::contains))
        && (filter.languages().isEmpty() || filter.languages().contains(knowledge.language(row)))
        && (filter.topics().isEmpty() || filter.topics().contains(knowledge.topic(row)))
        && (filter.problems().isEmpty()
            || knowledge.problems(row.id()).stream().anyMatch(filter.problems()::contains))
        && (filter.voice().isAny() || row.voice() >= 0 && isIn(filter.voice(), row.voice()))
        && (filter.voiceRules().isEmpty()
            || row.voice() >= 0
                && knowledge.brokenRules(row).stream().anyMatch(filter.voiceRules()::contains))
        && isOr(filter.since(), since -> changed(since, row))
        && isOr(filter.trained(), run -> trained(run, row.id()))
        && isOr(filter.only(), numbers -> numbers.contains(row.id()))
        && holdsWords(row);
  }

  private static <T> boolean isOr(Optional<T> asked, Predicate<T> condition) {
    return asked.isEmpty() || condition.test(asked.get());
  }

  private static boolean isIn(Range range, int value) {
    return value >= range.from().orElse(Integer.MIN_VALUE)
        && value <= range.to().orElse(Integer.MAX_VALUE);
  }

  private boolean changed(Since since, ConversationRow row) {
    return switch (since) {
      case Since.LastDays _ -> knowledge.isNewToday(row.id());
      case Since.Change(long entry) -> !row.curated().equals(knowledge.state(entry).get(row.id()));
    };
  }

  private boolean trained(Trained run, long id) {
    var then = knowledge.state(run.entry()).get(id);
    return then != null && run.filter().accepts(then);
  }

  private boolean holdsWords(ConversationRow row) {
    for (String word : plain(filter.search()).split("[\\s\\p{IsWhite_Space}]+", -1)) {
      boolean found = word.isEmpty();
      for (Message message : row.conversation().messages()) {
        found |= plain(message.text()).contains(word);
      }
      for (String json : row.conversation().extras().values()) {
        found |= keptTexts(json).anyMatch(text -> plain(text).contains(word));
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /** Of tools and rejected answers. */
  private static Stream<String> keptTexts(String json) {
    try {
      var tree = new ObjectMapper().readTree(json);
      return Stream.of("content", "name", "description")
          .flatMap(key -> tree.findValuesAsText(key).stream());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Small letters without accents; what no file can hold as it is, is the same sign. */
  private static String plain(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var bare = new StringBuilder();
    apart
        .codePoints()
        .filter(c -> c < 0x300 || c > 0x36f)
        .map(c -> c == 0 || c >= 0xd800 && c <= 0xdfff ? 0xfffd : c)
        .forEach(bare::appendCodePoint);
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }
}
