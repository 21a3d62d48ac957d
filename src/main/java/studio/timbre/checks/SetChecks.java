package studio.timbre.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import studio.timbre.model.Split;

/**
 * What is amiss among conversations: hand over the look at every one in the order of the project, then ask. Keeps about 130 bytes of
 * each, and compares by sorting, so that the same looks in the same order come to the same answer.
 */
public final class SetChecks {
  /** An answer this many times shorter, or longer, than the one in the middle is worth a look. */
  private static final int OUTLIER = 10;

  private static final int SHORT_FROM = 100;
  private static final int LONG_FROM = 400;

  /** Below so many conversations nothing is usual yet. */
  private static final int FEWEST = 10;

  /** From this share on a language is the project's. */
  private static final double MAJORITY = 0.7;

  /** An opening is over-used from this share of answers on; one of more than half is the greeting of the house. */
  private static final double OFTEN = 0.15;

  private static final double GREETING = 0.5;
  private static final double FILLER_OFTEN = 0.05;
  private static final int FILLER_FEWEST = 5;

  private final Map<TextProblem, List<Long>> found = new EnumMap<>(TextProblem.class);
  private final Columns columns = new Columns();

  /**
   * Takes a look at one conversation.
   *
   * @param id told back with what was found
   * @param fingerprint the same for conversations that are the same to the letter
   */
  public void accept(long id, Split split, long fingerprint, Look look) {
    look.problems().forEach(problem -> report(problem, id));
    columns.add(id, split, fingerprint, look);
  }

  private void report(TextProblem problem, long id) {
    found.computeIfAbsent(problem, _ -> new ArrayList<>()).add(id);
  }

  private void report(TextProblem problem, IntPredicate concerned) {
    IntStream.range(0, columns.count)
        .filter(concerned)
        .forEach(number -> report(problem, columns.ids[number]));
  }

  private void report(TextProblem problem, BitSet concerned) {
    concerned.stream().forEach(number -> report(problem, columns.ids[number]));
  }

  /** What was found, the numbers of each kind in the order of the project. Asked once. */
  public Map<TextProblem, List<Long>> problems() {
    lengths();
    languages();
    openings();
    questions();
    var alike = Alike.of(columns);
    report(TextProblem.NEAR_DUPLICATE, alike.near());
    report(TextProblem.HELD_OUT_LEAK, alike.leaking());
    return found;
  }

  private void lengths() {
    int[] lengths =
        Arrays.stream(columns.lengths, 0, columns.count).filter(length -> length > 0).toArray();
    if (lengths.length < FEWEST) {
      return;
    }
    Arrays.sort(lengths);
    long middle = lengths[lengths.length / 2];
    if (middle >= SHORT_FROM) {
      report(
          TextProblem.ANSWER_TOO_SHORT,
          number -> columns.lengths[number] > 0 && columns.lengths[number] * OUTLIER < middle);
    }
    long most = Math.max(LONG_FROM, middle * OUTLIER);
    report(TextProblem.ANSWER_TOO_LONG, number -> columns.lengths[number] > most);
  }

  private void languages() {
    var counts = new HashMap<String, Integer>();
    int known = 0;
    for (int i = 0; i < columns.count; i++) {
      if (!columns.languages[i].isEmpty()) {
        counts.merge(columns.languages[i], 1, Integer::sum);
        known++;
      }
    }
    double needed = MAJORITY * known;
    if (known >= FEWEST) {
      counts.entrySet().stream()
          .filter(entry -> entry.getValue() >= needed)
          .findFirst()
          .ifPresent(
              most ->
                  report(
                      TextProblem.OTHER_LANGUAGE,
                      number ->
                          !columns.languages[number].isEmpty()
                              && !columns.languages[number].equals(most.getKey())));
    }
  }

  private void openings() {
    var counts = new HashMap<Long, Integer>();
    int answers = 0;
    for (int i = 0; i < columns.count; i++) {
      if (columns.openings[i] != 0) {
        counts.merge(columns.openings[i], 1, Integer::sum);
        answers++;
      }
    }
    int all = answers;
    report(
        TextProblem.OVERUSED_OPENING,
        number -> {
          int count = counts.getOrDefault(columns.openings[number], 0);
          double share = count / (double) all;
          return columns.fillers.get(number)
              ? count >= FILLER_FEWEST && share >= FILLER_OFTEN
              : count >= FEWEST && share >= OFTEN && share <= GREETING;
        });
  }

  private void questions() {
    var several = new BitSet();
    var contradicting = new BitSet();
    columns.eachGroup(
        columns.questions,
        group -> {
          if (Arrays.stream(group).mapToLong(i -> columns.answers[i]).distinct().count() > 1) {
            boolean contradicts = contradicts(group);
            Arrays.stream(group).forEach((contradicts ? contradicting : several)::set);
          }
        });
    report(TextProblem.CONTRADICTING_ANSWERS, contradicting);
    report(TextProblem.SAME_QUESTION, several);
  }

  /** Other numbers, or a yes beside a no. What says it in other words is not seen. */
  private boolean contradicts(int... group) {
    long numbers =
        Arrays.stream(group).map(i -> columns.numbers[i]).filter(n -> n != 0).distinct().count();
    boolean yes = Arrays.stream(group).anyMatch(i -> columns.yesOrNo[i] > 0);
    boolean no = Arrays.stream(group).anyMatch(i -> columns.yesOrNo[i] < 0);
    return numbers > 1 || (yes && no);
  }
}
