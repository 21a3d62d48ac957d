package studio.timbre.checks;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Telephone numbers of people: with the code of a country, or written as one of the {@linkplain #WITH_ZERO countries} writes its own. Lines
 * that only a house has (free, shared and premium ones) are none, and what is kept for films and books is none.
 */
final class Telephones {
  /** Digits with what people put between them. */
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?<![\\w.,/+=<>$*-])(?:\\+ ?)?\\(?\\d(?:[ .()/\\u00a0-]{0,3}\\d){7,14}(?![\\w/=*+-]|[.,]\\d)");

  /**
   * Countries whose own way of writing numbers is known: those of the languages that Timbre speaks, and large neighbours. These write a zero
   * first.
   */
  private static final List<String> WITH_ZERO =
      List.of("GB", "ID", "DE", "FR", "IT", "NL", "AU", "IE", "BR");

  /** And these do not, by how many digits there are. */
  private static final Map<Integer, List<String>> WITHOUT_ZERO =
      Map.of(
          9, List.of("PT", "ES"),
          10, List.of("US", "BR", "IT"),
          11, List.of("US", "BR"));

  /** A day, with a time behind it or without. */
  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d([.-])[01]\\d\\1[0-3]\\d(?:\\D+\\d{1,2})?");

  private static final Set<PhoneNumberType> OF_A_HOUSE =
      EnumSet.of(
          PhoneNumberType.TOLL_FREE,
          PhoneNumberType.PREMIUM_RATE,
          PhoneNumberType.SHARED_COST,
          PhoneNumberType.UAN,
          PhoneNumberType.VOICEMAIL);

  private static final Set<PhoneNumberType> IN_A_POCKET =
      EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  /** What stands before digits that are called. */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:\\b(?:tel|telp|telephone|telefone|telepon|phone|fone|mobile|celular|cell|hp|whats?app|zap|wa|call|ring|text|ligue|liga"
              + "|hubungi)\\b)[^\\d\\n]{0,24}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final int BEFORE = 40;

  /** As 912 345 678: a large number is written like that as well. */
  private static final Pattern THOUSANDS =
      Pattern.compile("[1-9]\\d{0,2}(?:(?: \\d{3}){2,}|(?:\\.\\d{3}){2,}|(?:\\u00a0\\d{3}){2,})");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /**
   * The digits of numbers that are given out for films and books, and of our own stand-ins: 555-01xx in North America, and those of Ofcom's
   * "Telephone numbers for use in TV and radio drama programmes".
   */
  private static final Pattern FICTION =
      Pattern.compile(
          ".*555\\d?01\\d{2}|(?:0|44|440)(?:2079460|1632960|7700900|8081570|9098790|3069990|1(?:13|14|15|16|17|18|21|31|41|51|61)4960"
              + "|1914980|2890180|2920180)\\d{3}");

  /** Of a telephone number. */
  private static final int FEWEST_DIGITS = 8;

  private Telephones() {}

  static void find(Said said, TextChecks.Taker taker) {
    if (said.digits(FEWEST_DIGITS) < FEWEST_DIGITS) {
      return;
    }
    String text = said.text();
    var candidates = CANDIDATE.matcher(text);
    while (candidates.find()) {
      String written = candidates.group();
      String before = text.substring(Math.max(0, candidates.start() - BEFORE), candidates.start());
      if (isOfSomebody(written, before)) {
        taker.take(TextProblem.PERSONAL_PHONE, candidates.start(), candidates.end());
      }
    }
  }

  private static boolean isOfSomebody(String written, String before) {
    String digits = written.replaceAll("\\D", "");
    if (FICTION.matcher(digits).matches()) {
      return false;
    }
    if (written.startsWith("+")) {
      return digits.charAt(0) != '0'
          && international(written).filter(Telephones::isOfAHouse).isEmpty();
    }
    boolean zero = digits.charAt(0) == '0';
    boolean inARow = DIGITS.matcher(written).matches();
    var regions = zero ? WITH_ZERO : WITHOUT_ZERO.getOrDefault(digits.length(), List.of());
    if (regions.isEmpty() || DAY.matcher(written).matches()) {
      return false;
    }
    boolean called = CALLED.matcher(before).find();
    if (!called && (inARow ? !zero : THOUSANDS.matcher(written).matches())) {
      return false;
    }
    for (var region : regions) {
      var number = national(written, region, inARow);
      if (number.isPresent() && (called || !inARow || isMobile(number.get()))) {
        return !isOfAHouse(number.get());
      }
    }
    return false;
  }

  private static Optional<PhoneNumber> international(String written) {
    return match(written, null, Leniency.POSSIBLE);
  }

  /** A number that there is room for, in groups as the country writes them. */
  private static Optional<PhoneNumber> national(String written, String region, boolean inARow) {
    var util = PhoneNumberUtil.getInstance();
    try {
      // Far cheaper than to look at the groups, and hardly anything passes it.
      var number = util.parse(written, region);
      if (!util.isValidNumber(number)) {
        return Optional.empty();
      }
      return inARow ? Optional.of(number) : match(written, region, Leniency.STRICT_GROUPING);
    } catch (NumberParseException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<PhoneNumber> match(String written, String region, Leniency leniency) {
    var found = PhoneNumberUtil.getInstance().findNumbers(written, region, leniency, 1).iterator();
    if (!found.hasNext()) {
      return Optional.empty();
    }
    var match = found.next();
    boolean whole = match.start() == 0 && match.end() == written.length();
    return whole ? Optional.of(match.number()) : Optional.empty();
  }

  /** Digits in a row are an order or an article unless they begin as only mobile numbers do. */
  private static boolean isMobile(PhoneNumber number) {
    return IN_A_POCKET.contains(PhoneNumberUtil.getInstance().getNumberType(number));
  }

  private static boolean isOfAHouse(PhoneNumber number) {
    return OF_A_HOUSE.contains(PhoneNumberUtil.getInstance().getNumberType(number));
  }
}
