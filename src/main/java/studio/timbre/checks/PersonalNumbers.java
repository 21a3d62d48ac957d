package studio.timbre.checks;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that stand for a person or an account, each told by its check digits: cards (Luhn), IBAN (ISO 13616, remainder 1 by 97), CPF and
 * CNPJ (Receita Federal, letters in a CNPJ since 2026 too), NIK (its region and date of birth; it has no check digit).
 */
final class PersonalNumbers {
  private static final Pattern CARD =
      Pattern.compile("(?<![\\w.,/-])\\d(?:[ -]?\\d){12,18}(?![\\w/]|[.,-]\\d)");

  /** The systems of cards by how their numbers begin. */
  private static final Pattern ISSUER =
      Pattern.compile(
          "(?:4\\d{12}(?:\\d{3})?(?:\\d{3})?|5[1-5]\\d{14}|2(?:2[2-9]|[3-6]\\d|7[01])\\d{13}|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}"
              + "|6(?:011|5\\d\\d)\\d{12}|35\\d{14}|62\\d{14,17}|(?:5067|6362|6363)\\d{12}|606282\\d{10})");

  private static final Pattern IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}\\b");

  /** How long an IBAN of a country is. */
  private static final Map<String, Integer> IBAN_LENGTHS = lengths();

  private static final Pattern CPF =
      Pattern.compile(
          "(?<![\\w.,/-])(?:\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{9}-?\\d{2})(?![\\w/]|[.,-]\\d)");
  private static final Pattern CNPJ =
      Pattern.compile(
          "(?<![\\w.,/-])[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3}/[0-9A-Z]{4}-\\d{2}(?![\\w/]|[.,-]\\d)");
  private static final Pattern NIK = Pattern.compile("(?<![\\w.,/-])\\d{16}(?![\\w/]|[.,-]\\d)");

  /** Fewer digits are in none of these, but for a CNPJ of nearly nothing but letters. */
  private static final int FEWEST_DIGITS = 6;

  /** How far before a number the word for it may stand. */
  private static final int BESIDE = 24;

  private PersonalNumbers() {}

  private static Map<String, Integer> lengths() {
    String known =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27"
            + " GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24"
            + " ME22 MK19 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 XK20";
    return java.util.Arrays.stream(known.split(" "))
        .collect(
            java.util.stream.Collectors.toUnmodifiableMap(
                word -> word.substring(0, 2), word -> Integer.valueOf(word.substring(2))));
  }

  static void find(Said said, TextChecks.Taker taker) {
    String text = said.text();
    if (said.digits(FEWEST_DIGITS) < FEWEST_DIGITS) {
      return;
    }
    for (var found = IBAN.matcher(text); found.find(); ) {
      iban(found, taker);
    }
    for (var found = CNPJ.matcher(text); found.find(); ) {
      if (isCnpj(found.group().replaceAll("[./-]", ""))) {
        taker.take(TextProblem.PERSONAL_TAX_NUMBER, found.start(), found.end());
      }
    }
    for (var found = CPF.matcher(text); found.find(); ) {
      boolean spelled = found.group().indexOf('.') >= 0;
      if ((spelled || isBeside(text, found.start(), "cpf")) && isCpf(digits(found.group()))) {
        taker.take(TextProblem.PERSONAL_TAX_NUMBER, found.start(), found.end());
      }
    }
    for (var found = NIK.matcher(text); found.find(); ) {
      boolean named = isBeside(text, found.start(), "nik") || isBeside(text, found.start(), "ktp");
      if (isNik(found.group()) && (named || !isCard(found.group()))) {
        taker.take(TextProblem.PERSONAL_ID_NUMBER, found.start(), found.end());
      }
    }
    for (var found = CARD.matcher(text); found.find(); ) {
      if (isCard(digits(found.group()))) {
        taker.take(TextProblem.PERSONAL_CARD, found.start(), found.end());
      }
    }
  }

  /** Words behind the number may look as if they belonged to it, so it is cut to the length of its country. */
  private static void iban(Matcher found, TextChecks.Taker taker) {
    String given = found.group();
    int length = IBAN_LENGTHS.getOrDefault(given.substring(0, 2), 0);
    int taken = 0;
    for (int at = 0; at < given.length() && taken < length; at++) {
      taken += given.charAt(at) == ' ' ? 0 : 1;
      if (taken == length && isIban(given.substring(0, at + 1).replace(" ", ""))) {
        taker.take(TextProblem.PERSONAL_IBAN, found.start(), found.start() + at + 1);
      }
    }
  }

  static boolean isIban(String number) {
    int check = Integer.parseInt(number.substring(2, 4));
    if (check < 2 || check > 98) {
      return false;
    }
    int rest = 0;
    for (char sign : (number.substring(4) + number.substring(0, 4)).toCharArray()) {
      int value = Character.digit(sign, 36);
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }

  static boolean isCard(String digits) {
    if (!ISSUER.matcher(digits).matches() || isOneDigit(digits)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  static boolean isCpf(String digits) {
    return !isOneDigit(digits)
        && checkDigit(digits.substring(0, 9), 11) == digits.charAt(9) - '0'
        && checkDigit(digits.substring(0, 10), 11) == digits.charAt(10) - '0';
  }

  static boolean isCnpj(String signs) {
    return !isOneDigit(signs)
        && checkDigit(signs.substring(0, 12), 9) == signs.charAt(12) - '0'
        && checkDigit(signs.substring(0, 13), 9) == signs.charAt(13) - '0';
  }

  /** Modulo 11 with weights from 2 on, from the right, beginning anew behind the largest. */
  private static int checkDigit(String signs, int largest) {
    int sum = 0;
    int weight = 2;
    for (int i = signs.length() - 1; i >= 0; i--) {
      sum += (signs.charAt(i) - '0') * weight;
      weight = weight == largest ? 2 : weight + 1;
    }
    int rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  }

  /** Province, regency and district, then day (40 more for women), month, year, and a number that is not 0. */
  static boolean isNik(String digits) {
    int province = Integer.parseInt(digits.substring(0, 2));
    int day = Integer.parseInt(digits.substring(6, 8)) % 40;
    int month = Integer.parseInt(digits.substring(8, 10));
    return province >= 11
        && province <= 97
        && !digits.startsWith("00", 2)
        && !digits.startsWith("00", 4)
        && Integer.parseInt(digits.substring(6, 8)) <= 71
        && day >= 1
        && day <= 31
        && month >= 1
        && month <= 12
        && !digits.endsWith("0000");
  }

  private static boolean isBeside(String text, int at, String word) {
    return text.substring(Math.max(0, at - BESIDE), at).toLowerCase(Locale.ROOT).contains(word);
  }

  private static boolean isOneDigit(String digits) {
    return digits.chars().distinct().count() == 1;
  }

  private static String digits(String number) {
    return number.replaceAll("[^0-9]", "");
  }
}
