package studio.timbre.jobs.openai;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import studio.timbre.model.Grader;
import studio.timbre.model.UserFacingException;

/** What a grader has to be, by OpenAI's guide to graders of 2026-07. */
final class GraderChecks {
  private static final int MOST_SOURCE_BYTES = 256_000;
  private static final Set<String> FUNCTIONS =
      Set.of("min", "max", "abs", "floor", "ceil", "exp", "sqrt", "log");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FORMULA = Pattern.compile("[A-Za-z0-9_.,+\\-*/^()\\s]+");

  private GraderChecks() {}

  static void check(Grader grader) throws UserFacingException {
    requireText(grader.name(), "name");
    switch (grader) {
      case Grader.StringCheck check -> {
        requireText(check.input(), "input");
        requireText(check.reference(), "reference");
      }
      case Grader.TextSimilarity likeness -> {
        requireText(likeness.input(), "input");
        requireText(likeness.reference(), "reference");
      }
      case Grader.ScoreModel judge -> {
        requireText(judge.model(), "model");
        requireText(judge.instruction(), "input");
        if (!(judge.low() < judge.high())
            || Double.isInfinite(judge.low())
            || Double.isInfinite(judge.high())) {
          throw new UserFacingException(
              "error.api.graderRange",
              "The lowest grade has to be below the highest. Nothing was sent; correct the grader.");
        }
      }
      case Grader.Python function -> {
        requireText(function.source(), "source");
        if (function.source().getBytes(StandardCharsets.UTF_8).length >= MOST_SOURCE_BYTES) {
          throw new UserFacingException(
              "error.api.graderSource",
              "The grader's function is longer than the 256 kB that are taken. Nothing was sent; shorten it.");
        }
      }
      case Grader.Multi several -> checkSeveral(several);
    }
  }

  private static void checkSeveral(Grader.Multi several) throws UserFacingException {
    requireText(several.formula(), "calculate_output");
    for (var part : several.parts().entrySet()) {
      if (part.getValue() instanceof Grader.Multi) {
        throw new UserFacingException(
            "error.api.graderNested",
            "A grader of several cannot hold another one of several. Nothing was sent; take it apart.");
      }
      if (!WORD.matcher(part.getKey()).matches()) {
        throw formula(part.getKey());
      }
      check(part.getValue());
    }
    var names = new HashSet<>(FUNCTIONS);
    names.addAll(several.parts().keySet());
    var words = WORD.matcher(several.formula());
    if (several.parts().isEmpty() || !FORMULA.matcher(several.formula()).matches()) {
      throw formula(several.formula());
    }
    while (words.find()) {
      // The e of a number as 1e-3 is no name.
      boolean number =
          words.start() > 0 && Character.isDigit(several.formula().charAt(words.start() - 1));
      if (!number && !names.contains(words.group())) {
        throw formula(words.group());
      }
    }
  }

  private static void requireText(String text, String field) throws UserFacingException {
    if (text.isBlank()) {
      throw new UserFacingException(
          "error.api.graderIncomplete",
          "The grader has no \"%s\". Nothing was sent; fill it in.".formatted(field),
          field);
    }
  }

  private static UserFacingException formula(String what) {
    return new UserFacingException(
        "error.api.graderFormula",
        "The formula of the grader cannot be reckoned at \"%s\". It takes the names of its parts, numbers, + - * / ^, and min, max, abs, floor, ceil, exp, sqrt, log. Nothing was sent; correct it."
            .formatted(what),
        what);
  }
}
