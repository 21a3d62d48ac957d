package studio.timbre.checks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import studio.timbre.model.Role;

/**
 * Names of people, told by their place alone: who is greeted in an answer, and who gives a name or signs in a question, in English,
 * Portuguese and Indonesian. A list of names would find Rose, Mark and Paris; a place finds whoever stands there, and nobody else.
 */
final class Names {
  private static final String NAME = "(?:\\p{Lu}[’'])?\\p{Lu}\\p{Ll}{1,20}(?:[’'-]\\p{L}\\p{Ll}*)?";
  private static final String FULL =
      NAME + "(?: (?:(?:da|de|do|das|dos|bin|binti) )?" + NAME + "){0,3}";
  private static final String TITLE =
      "(?:(?:Mr|Mrs|Ms|Mx|Dr|Sr|Sra|Dra|Prof)\\.? |(?:Kak|Pak|Bu|Bapak|Ibu|Mas|Mbak) )?+";

  /** An answer turns to somebody. */
  private static final Pattern GREETED =
      Pattern.compile(
          "(?m)^\\W{0,3}(?:Hi|Hello|Hey|Dear|Good (?:morning|afternoon|evening)|Thanks|Thank you"
              + "|Olá|Oi|Prezad[oa]|Car[oa]|Querid[oa]|Bom dia|Boa tarde|Boa noite|Obrigad[oa]"
              + "|Halo|Hai|Selamat (?:pagi|siang|sore|malam)|Terima kasih|Yth\\.?),? "
              + TITLE
              + "(?<name>"
              + FULL
              + ")(?= ?(?:[,!.:;–—-](?!\\p{L})|\\R|$))");

  /** Somebody says who it is. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?:\\b[Mm]y (?:full )?name(?: is|’s|'s)|\\b[Mm]y names|\\bI am called"
              + "|\\b(?:Hi|Hello|Hey)[,!.]? (?:I'm|I’m|I am|[Tt]his is)|\\b[Tt]his is(?= [^.!?\\n]{2,40} (?:here|speaking|calling))"
              + "|\\b[Mm]eu nome(?: completo)? é|\\b[Mm]e chamo|\\b[Aa]qui (?:é|quem fala é)|\\b[Ff]alo em nome de"
              + "|\\b[Nn]ama (?:lengkap )?saya(?: adalah)?|\\b[Pp]erkenalkan,? (?:nama )?saya|\\b[Ss]aya bernama),? "
              + "(?:[oa] )?"
              + TITLE
              + "(?<name>"
              + FULL
              + ")");

  /** Without any of these nobody says it: to look for them is quicker. */
  private static final List<String> HINTS =
      List.of(
          "name",
          "called",
          "I'm",
          "I’m",
          "I am",
          "his is",
          "nome",
          "chamo",
          "qui é",
          "qui quem",
          "ama saya",
          "ama lengkap",
          "erkenalkan",
          "bernama");

  /** A letter is signed. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?m)^(?:Thanks|Thank you|Many thanks|Best|Best regards|Kind regards|Regards|Cheers|Sincerely|Yours|Yours sincerely|Love"
              + "|Atenciosamente|Att|Cordialmente|Abraços?|Obrigad[oa]|Grat[oa]"
              + "|Salam|Salam hormat|Hormat saya|Terima kasih)[,.!]? ?\\R+[-–— ]*(?<name>"
              + FULL
              + ")\\s*\\z");

  /** Stand where a name would, in lower case. */
  private static final Set<String> NOBODY =
      Set.of(
          ("customer customers client sir madam ma'am team all everyone everybody friend friends there support service world guest"
                  + " guests member members hiring manager valued sirs folks people guys neighbour neighbor again so for you and but"
                  + " the a an we our it this that yes no god lord santa"
                  + " cliente clientes pessoal todos todas equipe senhor senhora amigo amiga amigos time gente suporte atendimento"
                  + " novamente por e mas sim não você vocês nós"
                  + " pelanggan semua tim bapak ibu kakak kak pak bu teman anda layanan mbak sudah telah atas banyak kembali ya"
                  + " tidak rekan gan sis bro"
                  + " monday tuesday wednesday thursday friday saturday sunday")
              .split(" "));

  /** Names that are words as well: elsewhere in the text they may be meant as such. */
  private static final Set<String> WORDS =
      Set.of(
          ("will may grace joy mark rose frank bill art faith hope dawn pat sue rob chase miles drew april june august summer jack"
                  + " dean rich guy sky max amber ruby pearl iris lily ivy holly daisy violet jade gene grant sandy melody"
                  + " rosa flor vitória glória clara luz linda paz mar sol serena aurora pedra cândida"
                  + " indah bunga putih mega bulan bintang cahaya surya dewi putri agung budi setia murni")
              .split(" "));

  /** Where somebody comes from, which may stand where a name would. */
  private static final Pattern ORIGIN = Pattern.compile(".*(?:ian|ish|ese|ican)");

  private static final Set<String> LIKE_AN_ORIGIN =
      Set.of(
          "brian ian adrian julian christian sebastian dorian damian vivian lilian gillian fabian"
              .split(" "));

  private Names() {}

  static void find(Said said, TextChecks.Taker taker) {
    if (said.isAnswer()) {
      find(GREETED, said.text(), taker);
    } else if (said.isSpoken() && said.role().equals(Role.USER)) {
      if (HINTS.stream().anyMatch(said.text()::contains)) {
        find(GIVEN, said.text(), taker);
      }
      if (said.text().indexOf('\n') >= 0) {
        find(SIGNED, said.text(), taker);
      }
    }
  }

  private static void find(Pattern pattern, String text, TextChecks.Taker taker) {
    var found = pattern.matcher(text);
    while (found.find()) {
      String name = found.group("name");
      String first = first(name);
      String low = first.toLowerCase(Locale.ROOT);
      boolean origin =
          pattern == GIVEN && ORIGIN.matcher(low).matches() && !LIKE_AN_ORIGIN.contains(low);
      if (!origin && !NOBODY.contains(low) && !StandIns.isName(first)) {
        taker.take(TextProblem.PERSONAL_NAME, found.start("name"), found.end("name"));
      }
    }
  }

  /** By which somebody is called. */
  static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** Where else in a text somebody is called by a name that was found in the conversation. */
  static void findAgain(List<String> names, Said said, TextChecks.Taker taker) {
    for (String name : names) {
      if (!WORDS.contains(first(name).toLowerCase(Locale.ROOT))) {
        var again =
            Pattern.compile("(?U)\\b" + Pattern.quote(first(name)) + "\\b").matcher(said.text());
        while (again.find()) {
          taker.take(TextProblem.PERSONAL_NAME, again.start(), again.end());
        }
      }
    }
  }
}
