package studio.timbre.checks;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ways to reach a person but the telephone: e-mail, street. What belongs to a house and what is reserved for examples is none. */
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

  private static final Pattern STREET =
      Pattern.compile(
          "\\b(?:(?:Rua|Avenida|Av\\.|Travessa|Alameda|Praça|Rodovia) (?:\\p{L}[\\p{L}.]*,? ){1,6}(?:n[º°.o]* ?)?\\d{1,5}\\b"
              + "|(?:Jl\\.|Jln\\.|Jalan) (?:\\p{Lu}[\\p{L}.]*,? ){1,5}(?:No\\.? ?)\\d{1,4}\\b"
              + "|\\d{1,5} (?:\\p{Lu}[\\p{L}.]+ ){1,3}(?:Street|St\\.|Avenue|Ave\\.?|Road|Rd\\.?|Lane|Ln\\.?|Drive|Boulevard|Blvd\\.?)(?!\\w))");

  private Contacts() {}

  static void find(Said said, TextChecks.Taker taker) {
    String text = said.text();
    if (text.indexOf('@') >= 0) {
      emails(text, taker);
    }
    if (said.digits(1) > 0) {
      streets(text, taker);
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
