package studio.timbre.app;

import java.util.List;
import java.util.Set;
import studio.timbre.checks.Look;
import studio.timbre.checks.Mark;
import studio.timbre.checks.Said;
import studio.timbre.checks.TextChecks;
import studio.timbre.dataset.ConversationChecks;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.model.Conversation;

/** Hands the texts of a conversation to the checks: all that {@link ConversationTexts} knows, in its order. */
final class CheckedTexts {
  /** Changes when a look would see something else in the same text. */
  static final String VERSION = Look.VERSION + List.of(FormatProblem.values());

  private CheckedTexts() {}

  static List<Said> of(Conversation conversation) {
    return ConversationTexts.of(conversation).stream()
        .map(place -> new Said(place.message().role(), kind(place), place.text()))
        .toList();
  }

  private static Said.Kind kind(ConversationTexts.Place place) {
    if (place.kind() == ConversationTexts.Kind.ARGUMENT) {
      return Said.Kind.VALUE;
    }
    return place.rejected() ? Said.Kind.REJECTED : Said.Kind.SPOKEN;
  }

  /** What is amiss, and in which of its texts. */
  static List<Mark> marks(Conversation conversation) {
    return TextChecks.of(of(conversation));
  }

  /** All that is kept of it. */
  static Look look(Conversation conversation, TextLanguage language) {
    Set<FormatProblem> form = ConversationChecks.of(conversation);
    return Look.at(of(conversation), FormatProblem.bits(form), language::of);
  }
}
