package studio.timbre.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import studio.timbre.app.FileCheck.Found;
import studio.timbre.app.FileCheck.Report;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.Problem.Severity;

/** Puts what was found in data beside what it means to the provider that it is for. */
final class TargetVerdict {
  private static final Set<String> OF_THE_FORM =
      Arrays.stream(FormatProblem.values())
          .map(FormatProblem::kind)
          .collect(Collectors.toUnmodifiableSet());

  private TargetVerdict() {}

  /**
   * With what a target says of the data: what stops it is an error and nothing else is.
   *
   * @param conversation of a line of the file that was looked at for it
   */
  static Report report(
      long conversations,
      List<Found> found,
      Optional<List<Finding>> target,
      LongUnaryOperator conversation,
      boolean hasLines) {
    var all = new ArrayList<Found>();
    if (target.isEmpty()) {
      all.addAll(found);
    } else {
      var blocking =
          target.get().stream()
              .filter(Finding::isBlocking)
              .map(TargetVerdict::rule)
              .collect(Collectors.toSet());
      found.forEach(one -> all.add(with(severity(one, blocking), one)));
      var known = found.stream().map(Found::rule).collect(Collectors.toSet());
      for (var finding : target.get()) {
        if (!known.contains(rule(finding)) && !finding.key().equals("preflight.brokenLines")) {
          spread(finding, conversation, hasLines, all);
        }
      }
    }
    all.sort(Comparator.comparing(Found::severity));
    return new Report(
        conversations,
        all.stream().noneMatch(one -> one.severity() == Severity.ERROR),
        List.copyOf(all));
  }

  private static Severity severity(Found found, Set<String> blocking) {
    boolean stops =
        isFatal(found) || (OF_THE_FORM.contains(found.rule()) && blocking.contains(found.rule()));
    return stops ? Severity.ERROR : Severity.WARNING;
  }

  /** What could not be read goes nowhere. */
  private static boolean isFatal(Found found) {
    return found.conversation().isEmpty() && found.severity() == Severity.ERROR;
  }

  private static Found with(Severity severity, Found found) {
    return new Found(found.rule(), severity, found.line(), found.conversation(), found.message());
  }

  /** {@code problem.missing_content.text} and {@code preflight.tooFew} by their names. */
  private static String rule(Finding finding) {
    String key = finding.key();
    if (key.startsWith("problem.")) {
      return key.substring("problem.".length(), key.lastIndexOf('.'));
    }
    String name = key.substring(key.lastIndexOf('.') + 1);
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static void spread(
      Finding finding, LongUnaryOperator conversation, boolean hasLines, List<Found> all) {
    var severity = finding.isBlocking() ? Severity.ERROR : Severity.WARNING;
    boolean placed =
        finding.file().filter(data -> data == Finding.DataFile.TRAINING).isPresent()
            && !finding.lines().isEmpty();
    if (!placed) {
      all.add(
          new Found(
              rule(finding),
              severity,
              OptionalLong.empty(),
              OptionalLong.empty(),
              finding.english()));
      return;
    }
    for (long line : finding.lines()) {
      all.add(
          new Found(
              rule(finding),
              severity,
              hasLines ? OptionalLong.of(line) : OptionalLong.empty(),
              OptionalLong.of(conversation.applyAsLong(line)),
              finding.english()));
    }
  }
}
