package studio.timbre.checks;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ways to reach a person: e-mail, telephone, street. What belongs to a house and what is reserved for examples is none. */
final class Contacts {
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\w.%+-])(?<who>[A-Za-z0-9._%+-]{1,64})@(?<where>(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24})(?![\\w-])");

  /** RFC 2606, and the same word where people look for it. */
  private static final Pattern RESERVED =
      Pattern.compile("(?:.*\\.)?example(?:\\.(?:com|org|net))?|.*\\.(?:test|invalid|localhost)");

  /** Nobody's own. */
  private static final Set<String> OF_A_HOUSE =
      Set.of(
          ("support help helpdesk info hello hi contact service care sales team office press privacy legal billing orders"
                  + " sac suporte ajuda contato atendimento vendas faleconosco ouvidoria privacidade"
                  + " bantuan layanan halo kontak cs admin noreply no-reply donotreply newsletter marketing")
              .split(" "));

  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w.,/+=<>$*-])(?:"
              // with the code of a country
              + "\\+[1-9](?:[ .()-]{0,2}\\d){7,14}"
              // Brazil: (11) 91234-5678
              + "|(?:\\([1-9]\\d\\) ?9?|[1-9]\\d(?: 9?|9))\\d{4}-\\d{4}"
              // Indonesia: 0812-3456-7890
              + "|08\\d{2}[ -]?\\d{3,4}[ -]?\\d{3,5}"
              // North America: (415) 555-2671
              + "|(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[.-])[2-9]\\d{2}[ .-]\\d{4}"
              + ")(?![\\w/=*+-]|[.,]\\d)");

  private static final Pattern STREET =
      Pattern.compile(
          "\\b(?:(?:Rua|Avenida|Av\\.|Travessa|Alameda|Praça|Rodovia) (?:\\p{L}[\\p{L}.]*,? ){1,6}(?:n[º°.o]* ?)?\\d{1,5}\\b"
              + "|(?:Jl\\.|Jln\\.|Jalan) (?:\\p{Lu}[\\p{L}.]*,? ){1,5}(?:No\\.? ?)\\d{1,4}\\b"
              + "|\\d{1,5} (?:\\p{Lu}[\\p{L}.]+ ){1,3}(?:Street|St\\.|Avenue|Ave\\.?|Road|Rd\\.?|Lane|Ln\\.?|Drive|Boulevard|Blvd\\.?)(?!\\w))");

  /** The digits of numbers that are given out for films and books, and of our own stand-ins. */
  private static final Pattern FICTION = Pattern.compile(".*555\\d?01\\d{2}");

  /** Of a telephone number. */
  private static final int FEWEST_DIGITS = 8;

  private Contacts() {}

  static void find(Said said, TextChecks.Taker taker) {
    String text = said.text();
    if (text.indexOf('@') >= 0) {
      emails(text, taker);
    }
    int digits = said.digits(FEWEST_DIGITS);
    if (digits == FEWEST_DIGITS) {
      phones(text, taker);
    }
    if (digits > 0) {
      streets(text, taker);
    }
  }

  private static void phones(String text, TextChecks.Taker taker) {
    var phones = PHONE.matcher(text);
    while (phones.find()) {
      String digits = phones.group().replaceAll("\\D", "");
      if (!FICTION.matcher(digits).matches()) {
        taker.take(TextProblem.PERSONAL_PHONE, phones.start(), phones.end());
      }
    }
  }

  private static void streets(String text, TextChecks.Taker taker) {
    var streets = STREET.matcher(text);
    while (streets.find()) {
      if (!StandIns.isStreet(streets.group())) {
        taker.take(TextProblem.PERSONAL_ADDRESS, streets.start(), streets.end());
      }
    }
  }

  private static void emails(String text, TextChecks.Taker taker) {
    var emails = EMAIL.matcher(text);
    while (emails.find()) {
      String who = emails.group("who").toLowerCase(Locale.ROOT);
      String where = emails.group("where").toLowerCase(Locale.ROOT);
      if (!OF_A_HOUSE.contains(who) && !RESERVED.matcher(where).matches()) {
        taker.take(TextProblem.PERSONAL_EMAIL, emails.start(), emails.end());
      }
    }
  }
}
