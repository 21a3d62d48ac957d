package studio.timbre.ui.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Texts;

/** What a cell says as text, and what a text does to the conversation when it is written into a cell. Used by any thread. */
final class CellContent {
  private static final String STAR = "★";
  private static final Pattern STARS = Pattern.compile("([" + STAR + "☆]*)\\s*");
  private static final Pattern FIGURE = Pattern.compile("([0-5])(?:[.,]0+)?(?:\\s*/\\s*5)?");

  private final Texts texts;
  private final Map<String, Status> statuses = new HashMap<>();
  private final Map<String, Split> splits = new HashMap<>();

  CellContent(Texts texts) {
    this.texts = texts;
    for (var status : Status.values()) {
      know(statuses, status, Words::of);
    }
    for (var split : Split.values()) {
      know(splits, split, Words::of);
    }
  }

  /** A word is understood in every language that Timbre speaks: a sheet may come from a colleague. */
  private static <T extends Enum<T>> void know(
      Map<String, T> words, T value, BiFunction<Texts, T, String> name) {
    words.put(plain(value.name().replace('_', ' ')), value);
    words.put(plain(value.name()), value);
    for (var language : Texts.LANGUAGES) {
      words.put(plain(name.apply(Texts.of(language), value)), value);
    }
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  Texts texts() {
    return texts;
  }

  /** What stands in a cell, whole. */
  String of(ConversationRow row, TableColumnKind column) {
    return switch (column) {
      case NUMBER -> Long.toString(row.id());
      case STATUS -> Words.of(texts, row.status());
      case SYSTEM, QUESTION, ANSWER -> CellText.of(row.conversation(), column);
      case TURNS -> texts.number(row.conversation().turns());
      case TOKENS -> row.tokens() < 0 ? "" : texts.number(row.tokens());
      case VOICE -> row.voice() < 0 ? "" : texts.number(row.voice());
      case RATING -> stars(row.review().rating());
      case TAGS -> String.join(", ", row.review().tags());
      case ASSIGNEE -> row.review().assignee();
      case NOTE -> row.review().note();
      case ROLES -> roles(row.conversation());
      case SPLIT -> Words.of(texts, row.split());
    };
  }

  static String stars(int rating) {
    return STAR.repeat(rating);
  }

  /** Each role once, in the order in which they speak. */
  private String roles(Conversation conversation) {
    return conversation.messages().stream()
        .map(Message::role)
        .distinct()
        .map(role -> Words.of(texts, role))
        .collect(Collectors.joining(", "));
  }

  /**
   * A conversation with a text written into a cell; itself where that changes nothing. Empty where the cell does not take it: it
   * is not for changing, holds more than text, or only takes words that this is none of.
   */
  Optional<Curated> with(Curated before, TableColumnKind column, String text) {
    var review = before.review();
    return switch (column) {
      case NUMBER, TURNS, TOKENS, VOICE, ROLES -> Optional.empty();
      case SYSTEM, QUESTION, ANSWER ->
          CellText.with(before.conversation(), column, text).map(before::withConversation);
      case STATUS -> Optional.ofNullable(statuses.get(plain(text))).map(before::withStatus);
      case SPLIT -> Optional.ofNullable(splits.get(plain(text))).map(before::withSplit);
      case RATING -> rating(text).map(review::withRating).map(before::withReview);
      case TAGS -> Optional.of(before.withReview(review.withTags(Review.tagsIn(text))));
      case ASSIGNEE -> Optional.of(before.withReview(review.withAssignee(oneLine(text))));
      case NOTE -> Optional.of(before.withReview(review.withNote(text)));
    };
  }

  /** Whether a cell of this column could take such a text; a conversation may still refuse it. */
  boolean takes(TableColumnKind column, String text) {
    return switch (column) {
      case NUMBER, TURNS, TOKENS, VOICE, ROLES -> false;
      case STATUS -> statuses.containsKey(plain(text));
      case SPLIT -> splits.containsKey(plain(text));
      case RATING -> rating(text).isPresent();
      case SYSTEM, QUESTION, ANSWER, TAGS, ASSIGNEE, NOTE -> true;
    };
  }

  /** A conversation with nothing in a cell; a status and a use cannot be nothing and stay. */
  Optional<Curated> cleared(Curated before, TableColumnKind column) {
    return switch (column) {
      case STATUS, SPLIT -> Optional.empty();
      default -> with(before, column, "");
    };
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static Optional<Integer> rating(String text) {
    String stripped = text.strip();
    var stars = STARS.matcher(stripped);
    if (stars.matches()) {
      long full = stripped.chars().filter(c -> c == STAR.charAt(0)).count();
      return full <= Review.MOST_STARS ? Optional.of((int) full) : Optional.empty();
    }
    var figure = FIGURE.matcher(stripped);
    return figure.matches() ? Optional.of(Integer.parseInt(figure.group(1))) : Optional.empty();
  }
}
