package studio.timbre.dataset;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import studio.timbre.model.Problem.Severity;

/**
 * What can be wrong with a conversation or a set of them. Where OpenAI's cookbook (Chat_finetuning_data_prep) has a name for it,
 * that is the name; worst first.
 */
public enum FormatProblem {
  /** No messages at all. */
  MISSING_MESSAGES_LIST(Severity.ERROR),
  /** A message without content, and without a call that stands for it. */
  MESSAGE_MISSING_KEY(Severity.ERROR),
  /** A key that no training format knows. */
  MESSAGE_UNRECOGNIZED_KEY(Severity.ERROR),
  UNRECOGNIZED_ROLE(Severity.ERROR),
  /** An empty content, and no call that stands for it. */
  MISSING_CONTENT(Severity.ERROR),
  /** Nothing to learn. */
  EXAMPLE_MISSING_ASSISTANT_MESSAGE(Severity.ERROR),
  /** What comes after the last answer is lost; some services refuse such a line. */
  LAST_MESSAGE_NOT_ASSISTANT(Severity.ERROR),
  /** A tool call without id, name, or arguments as a text. */
  BROKEN_TOOL_CALL(Severity.ERROR),
  /** A tool's answer that does not say which call it answers. */
  TOOL_ANSWER_WITHOUT_CALL(Severity.ERROR),
  /** Pictures may stand in questions alone. */
  IMAGE_IN_ANSWER(Severity.ERROR),
  /** A weight that is neither 0 nor 1. */
  INVALID_WEIGHT(Severity.ERROR),
  /** A pair in which one of the answers is not exactly one message of the assistant. */
  PAIR_NOT_TWO_ANSWERS(Severity.ERROR),
  /** Pairs are learned from text alone: no pictures, no tool calls. */
  PAIR_NOT_TEXT(Severity.ERROR),
  /** The same conversation is learned and measured with, so the measure flatters. */
  HELD_OUT_OVERLAP(Severity.ERROR),

  /** Fewer training conversations than the service takes. */
  TOO_FEW_EXAMPLES(Severity.WARNING),
  /** Longer than the chosen model reads; the end is cut off. */
  OVER_TOKEN_LIMIT(Severity.WARNING),
  /** An answer of white space alone. */
  EMPTY_ANSWER(Severity.WARNING),
  /** Nothing tells the preferred answer from the rejected one. */
  PAIR_OF_THE_SAME(Severity.WARNING),
  DUPLICATE(Severity.WARNING),
  /** Only answers are weighed. */
  WEIGHT_ON_NON_ASSISTANT(Severity.WARNING),
  /** The role is listed for other kinds of training alone. */
  DEVELOPER_ROLE(Severity.WARNING),
  MISSING_SYSTEM_MESSAGE(Severity.WARNING),
  MISSING_USER_MESSAGE(Severity.WARNING);

  private final Severity severity;

  FormatProblem(Severity severity) {
    this.severity = severity;
  }

  /** Several of them as a bit each. */
  public static long bits(Set<FormatProblem> problems) {
    return problems.stream().mapToLong(problem -> 1L << problem.ordinal()).sum();
  }

  /** Out of {@link #bits}. */
  public static Set<FormatProblem> of(long bits) {
    var problems = EnumSet.noneOf(FormatProblem.class);
    for (var problem : values()) {
      if ((bits >>> problem.ordinal() & 1) == 1) {
        problems.add(problem);
      }
    }
    return problems;
  }

  public Severity severity() {
    return severity;
  }

  /** As {@code missing_content}. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }
}
