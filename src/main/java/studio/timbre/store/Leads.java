package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.timbre.model.ConversationFilter;
import studio.timbre.store.Search.Part;

/**
 * Which conditions of a filter lead to the conversations: where few match one, its index says which, and only these are looked at; where many
 * do, conversations are gone through in the order asked for and looked up one by one, so that the first rows are soon there. SQLite, which
 * does not know how many match, would always do the same: read a million rows by an index, or look up a million languages to find none.
 */
record Leads(boolean languages, boolean tokens, boolean since) {
  /** Where nobody has counted. */
  static final Leads UNCOUNTED = new Leads(false, true, true);

  /** To read so many conversations in no order takes about as long as to look up what a page of them needs. */
  static final int FEW = 10_000;

  /** Counts no more than it has to. */
  static Leads of(Connection connection, ConversationFilter filter, String counter)
      throws SQLException {
    return new Leads(
        !filter.languages().isEmpty() && isFew(connection, languages(filter)),
        filter.tokens().isAny() || isFew(connection, tokens(filter, counter)),
        filter.since().isEmpty()
            || isFew(connection, new Part(DerivedSql.changed(filter.since().get()), List.of())));
  }

  private static boolean isFew(Connection connection, Part numbers) throws SQLException {
    return count(connection, numbers.limited(FEW + 1)) <= FEW;
  }

  static long count(Connection connection, Part numbers) throws SQLException {
    return Sql.number(
        connection, "SELECT count(*) FROM (" + numbers.sql() + ")", numbers.parameters().toArray());
  }

  /** The numbers of all that match, out of one index, where the filter asks for nothing but what that knows. */
  static Optional<Part> alone(ConversationFilter filter, String counter) {
    if (!filter.languages().isEmpty()
        && filter.equals(ConversationFilter.ALL.withLanguages(filter.languages()))) {
      return Optional.of(languages(filter));
    }
    boolean voiced = !filter.voice().isAny() || !filter.voiceRules().isEmpty();
    if (voiced
        && filter.equals(
            ConversationFilter.ALL.withVoice(filter.voice()).withVoiceRules(filter.voiceRules()))) {
      return Optional.of(DerivedSql.voiced(filter));
    }
    return !filter.tokens().isAny()
            && filter.equals(ConversationFilter.ALL.withTokens(filter.tokens()))
        ? Optional.of(tokens(filter, counter))
        : Optional.empty();
  }

  private static Part languages(ConversationFilter filter) {
    return new Part(
        "SELECT conversation FROM conversation_trait WHERE language IN ("
            + QuerySql.marks(filter.languages())
            + ")",
        List.copyOf(filter.languages()));
  }

  private static Part tokens(ConversationFilter filter, String counter) {
    var range = filter.tokens();
    return new Part(
        "SELECT conversation FROM token_count WHERE counter = ?"
            + range.from().stream().mapToObj(_ -> " AND total >= ?").findFirst().orElse("")
            + range.to().stream().mapToObj(_ -> " AND total <= ?").findFirst().orElse(""),
        Stream.<Object>concat(
                Stream.of(counter),
                Stream.concat(range.from().stream().boxed(), range.to().stream().boxed()))
            .toList());
  }
}
