package studio.timbre.checks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All that the checks keep of one conversation: what is amiss in it, and by what it is compared with the others. About 110 bytes, made from
 * nothing but its texts, so that it holds as long as they stay.
 *
 * @param problems found in it alone
 * @param form what other rooms have found in it, a bit each
 * @param answerLength of its last answer in chars, 0 without one
 * @param language of its answers as a two-letter code, empty where nobody can tell
 * @param question the same where the same was said before the last answer, 0 without one
 * @param answer the same for answers of the same words
 * @param numbers the same where answers name the same numbers, 0 for none
 * @param yesOrNo 1, -1, or 0 for neither
 * @param opening the same where answers begin alike, 0 without one
 * @param filler whether that opening says nothing
 * @param signature see {@link Signature}; empty for short texts
 */
public record Look(
    Set<TextProblem> problems,
    long form,
    int answerLength,
    String language,
    long question,
    long answer,
    int numbers,
    byte yesOrNo,
    long opening,
    boolean filler,
    byte[] signature) {

  /** Changes when a look would say something else of the same text; what was kept by another is of no use. */
  public static final String VERSION = "3 " + List.of(TextProblem.values());

  /** Fewer letters say little about a language. */
  private static final int FEWEST_LETTERS = 40;

  private static final int FIXED = 8 + 8 + 4 + 2 + 8 + 8 + 4 + 1 + 8 + 1;

  /** Tells the language of a text as a two-letter code. */
  @FunctionalInterface
  public interface Linguist {
    String languageOf(String text);
  }

  /**
   * @param texts of a conversation, in its order
   * @param form kept as it is
   */
  public static Look at(List<Said> texts, long form, Linguist linguist) {
    var problems = EnumSet.noneOf(TextProblem.class);
    TextChecks.of(texts).forEach(mark -> problems.add(mark.problem()));
    int end = lastAnswer(texts);
    var before = new Wording();
    texts.subList(0, Math.max(0, end)).forEach(said -> before.add(said.text()));
    String last = end < 0 ? "" : texts.get(end).text();
    var words = new Wording();
    texts.stream()
        .filter(said -> said.isAnswer() || said.isAsked())
        .forEach(said -> words.add(said.text()));
    String language = language(texts, Said::isAnswer, linguist);
    if (!language.isEmpty() && isAskedInAnother(texts, language, linguist)) {
      problems.add(TextProblem.MIXED_LANGUAGES);
    }
    var opening = Openings.of(last);
    return new Look(
        problems,
        form,
        last.strip().length(),
        language,
        before.hash(),
        new Wording().add(last).hash(),
        Facts.numbers(last),
        Facts.yesOrNo(last),
        opening.hash(),
        opening.filler(),
        Signature.of(words));
  }

  private static int lastAnswer(List<Said> texts) {
    int last = texts.size() - 1;
    while (last >= 0 && !texts.get(last).isAnswer()) {
      last--;
    }
    return last;
  }

  private static String language(List<Said> texts, Predicate<Said> wanted, Linguist linguist) {
    return language(joined(texts, wanted), linguist);
  }

  private static String language(String text, Linguist linguist) {
    if (text.chars().filter(Character::isLetter).limit(FEWEST_LETTERS).count() < FEWEST_LETTERS) {
      return "";
    }
    String language = CommonWords.languageOf(text).orElseGet(() -> linguist.languageOf(text));
    return language.length() == 2 ? language : "";
  }

  private static String joined(List<Said> texts, Predicate<Said> wanted) {
    return texts.stream().filter(wanted).map(Said::text).collect(Collectors.joining("\n"));
  }

  private static boolean isAskedInAnother(List<Said> texts, String language, Linguist linguist) {
    String asked = joined(texts, Said::isAsked);
    if (CommonWords.speaks(asked, language)) {
      return false;
    }
    String other = language(asked, linguist);
    return !other.isEmpty() && !other.equals(language);
  }

  /** As it is kept. */
  public byte[] bytes() {
    long bits = problems.stream().mapToLong(problem -> 1L << problem.ordinal()).sum();
    var code = language.isEmpty() ? new byte[2] : language.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(FIXED + signature.length)
        .putLong(bits)
        .putLong(form)
        .putInt(answerLength)
        .put(code)
        .putLong(question)
        .putLong(answer)
        .putInt(numbers)
        .put(yesOrNo)
        .putLong(opening)
        .put((byte) (filler ? 1 : 0))
        .put(signature)
        .array();
  }

  /** Out of {@link #bytes}. */
  public static Look of(byte[] kept) {
    var bytes = ByteBuffer.wrap(kept);
    long bits = bytes.getLong();
    var problems = EnumSet.noneOf(TextProblem.class);
    for (var problem : TextProblem.values()) {
      if ((bits >>> problem.ordinal() & 1) == 1) {
        problems.add(problem);
      }
    }
    long form = bytes.getLong();
    int length = bytes.getInt();
    byte first = bytes.get();
    byte second = bytes.get();
    String language = first == 0 ? "" : "" + (char) first + (char) second;
    long question = bytes.getLong();
    long answer = bytes.getLong();
    int numbers = bytes.getInt();
    byte yesOrNo = bytes.get();
    long opening = bytes.getLong();
    boolean filler = bytes.get() == 1;
    var signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return new Look(
        problems, form, length, language, question, answer, numbers, yesOrNo, opening, filler,
        signature);
  }
}
