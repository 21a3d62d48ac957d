package studio.timbre.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is amiss in the texts of one conversation, each at its place. */
public final class TextChecks {
  /** A finder of places within one text. */
  @FunctionalInterface
  interface Finder {
    void find(Said said, Taker taker);
  }

  /** Takes what a finder finds. */
  @FunctionalInterface
  interface Taker {
    void take(TextProblem problem, int start, int end);
  }

  private static final List<Finder> FINDERS =
      List.of(
          Encoding::find,
          Leftovers::find,
          Secrets::find,
          PersonalNumbers::find,
          Contacts::find,
          Telephones::find,
          Names::find);

  private TextChecks() {}

  /** In the order of the texts, and within each from left to right. */
  public static List<Mark> of(List<Said> texts) {
    var marks = new ArrayList<Mark>();
    for (int number = 0; number < texts.size(); number++) {
      marks.addAll(of(number, texts.get(number), FINDERS));
    }
    var names =
        marks.stream()
            .filter(mark -> mark.problem() == TextProblem.PERSONAL_NAME)
            .map(mark -> mark.of(texts.get(mark.text()).text()))
            .distinct()
            .toList();
    return names.isEmpty() ? marks : withNames(names, texts);
  }

  /** Whoever was named once is called by that name elsewhere as well. */
  private static List<Mark> withNames(List<String> names, List<Said> texts) {
    var finders = new ArrayList<>(FINDERS);
    finders.add((said, taker) -> Names.findAgain(names, said, taker));
    var marks = new ArrayList<Mark>();
    for (int number = 0; number < texts.size(); number++) {
      marks.addAll(of(number, texts.get(number), finders));
    }
    return marks;
  }

  private static List<Mark> of(int number, Said said, List<Finder> finders) {
    var found = new ArrayList<Mark>();
    for (var finder : finders) {
      finder.find(
          said,
          (problem, start, end) -> {
            // The digits of a card number are no telephone number as well.
            boolean known =
                problem.isPrivate()
                    && found.stream()
                        .anyMatch(
                            other ->
                                other.problem().isPrivate()
                                    && start < other.end()
                                    && other.start() < end);
            if (!known) {
              found.add(new Mark(problem, number, start, end));
            }
          });
    }
    found.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::problem));
    return found;
  }
}
