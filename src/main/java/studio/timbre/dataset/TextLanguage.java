package studio.timbre.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * Tells the language of a conversation, as its two-letter code, with the model of Apache OpenNLP. Safe for use by several threads. The model
 * takes about 15 MB; it is let go when memory runs short.
 */
public final class TextLanguage {
  /** Of a text that is too short, or of no language that is known. */
  public static final String UNDETERMINED = "und";

  /** The model knows more; small ones are told from their large neighbours only in long texts, so they are not guessed at. */
  private static final List<String> KNOWN =
      Arrays.asList(
          ("af ar be bg bn ca cs cy da de el en es eu fa fi fr ga gu he hi hr hu hy id is it ja ka kk kn ko lt ml mn mr"
                  + " nb ne nl pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi")
              .split(" ", -1));

  /** Where the model's code is not that of the language in general. */
  private static final Map<String, String> SPECIAL =
      Map.of(
          "cmn", "zh", "pes", "fa", "ekk", "et", "est", "et", "lvs", "lv", "nob", "nb", "tgl",
          "tl");

  private static final int ENOUGH = 600;
  private static final int FEWEST_LETTERS = 10;

  /** A sign of such a script says as much as a few letters. */
  private static final int LETTERS_IN_A_SIGN = 3;

  /** The best guess must be this many times as likely as the next one; a logarithm, as {@link LanguageModel} sums. */
  private static final double LEAD = Math.log(1.04);

  private static final Map<String, String> CODES = codes();
  private static volatile SoftReference<@Nullable LanguageModel> loaded = new SoftReference<>(null);

  private static Map<String, String> codes() {
    var codes = new HashMap<>(SPECIAL);
    KNOWN.forEach(code -> codes.put(Locale.of(code).getISO3Language(), code));
    return codes;
  }

  private static LanguageModel model() {
    var model = loaded.get();
    return model == null ? read() : model;
  }

  private static synchronized LanguageModel read() {
    var model = loaded.get();
    if (model == null) {
      try {
        model = LanguageModel.read(CODES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      loaded = new SoftReference<>(model);
    }
    return model;
  }

  /** What people say and are answered decides; instructions only where nothing else is said. */
  public String of(Conversation conversation) {
    return of(conversation, _ -> Optional.empty());
  }

  /**
   * As the other.
   *
   * @param quick asked first: tells clear cases without the model
   */
  public String of(Conversation conversation, Function<String, Optional<String>> quick) {
    String talk = text(conversation, true);
    String decisive = talk.isBlank() ? text(conversation, false) : talk;
    return quick.apply(decisive).orElseGet(() -> of(decisive));
  }

  private static String text(Conversation conversation, boolean talk) {
    return conversation.messages().stream()
        .filter(
            message ->
                talk == (message.role().equals(Role.USER) || message.role().equals(Role.ASSISTANT)))
        .map(Message::text)
        .limit(ENOUGH)
        .collect(Collectors.joining("\n"));
  }

  /** Of the beginning of a text. */
  public String of(String text) {
    String beginning = text.substring(0, Math.min(text.length(), ENOUGH));
    if (weight(beginning) < FEWEST_LETTERS) {
      return UNDETERMINED;
    }
    var model = model();
    var sums = model.sums(PlainLetters.of(beginning));
    int best = 0;
    for (int language = 1; language < sums.length; language++) {
      best = sums[language] > sums[best] ? language : best;
    }
    for (int language = 0; language < sums.length; language++) {
      boolean another = !model.code(language).equals(model.code(best));
      if (another && sums[best] - sums[language] < LEAD) {
        return UNDETERMINED;
      }
    }
    return model.code(best);
  }

  private static int weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int sign = text.codePointAt(i);
      if (Character.isLetter(sign)) {
        weight += Character.isIdeographic(sign) || isSyllable(sign) ? LETTERS_IN_A_SIGN : 1;
      }
    }
    return weight;
  }

  private static boolean isSyllable(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
