package studio.timbre.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands for a person's own in a text from then on: something of the same kind, so that the sentence reads on, and of nobody. Within a
 * conversation the same always becomes the same, so a stand-in belongs to one conversation. None is found again by the checks.
 */
public final class StandIns {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "en", List.of("alex", "sam", "robin", "jamie", "taylor", "morgan"),
          "pt", List.of("maria", "ana", "paulo", "luiza", "bruno", "carla"),
          "id", List.of("budi", "sari", "dewi", "agus", "rina", "putri"));

  /** First names that fit a woman and a man, so that the words around them stay right. */
  private static final Map<String, List<String>> PEOPLE =
      Map.of(
          "en", List.of("Alex", "Robin", "Jamie", "Taylor", "Morgan", "Casey"),
          "pt", List.of("Ariel", "Cris", "Duda", "Darci", "Eli", "Juraci"),
          "id", List.of("Dian", "Eka", "Nur", "Tri", "Wahyu", "Yanu"));

  private static final Map<String, String> STREETS =
      Map.of("en", "%d Example Street", "pt", "Rua Exemplo, %d", "id", "Jl. Contoh No. %d");

  private static final String PASSWORD = "********";

  private final String language;
  private final Map<String, String> given = new HashMap<>();
  private final Map<TextProblem, Integer> counts = new HashMap<>();

  /**
   * @param language of the conversation, as {@code pt}; what is not known is spoken to in English
   */
  public StandIns(String language) {
    this.language = NAMES.containsKey(language) ? language : "en";
  }

  /** Whether a first name is one of those, with a number or without. */
  static boolean isName(String name) {
    return PEOPLE.values().stream().anyMatch(names -> names.contains(name));
  }

  static boolean isStreet(String address) {
    return address.contains("Example Street")
        || address.contains("Rua Exemplo")
        || address.contains("Jl. Contoh");
  }

  /** The text with stand-ins for what the marks of it show; marks of other kinds and texts are passed over. */
  public String redacted(int number, String text, List<Mark> marks) {
    var redacted = new StringBuilder();
    int from = 0;
    for (var mark : marks) {
      if (mark.text() == number && mark.problem().isPrivate() && mark.start() >= from) {
        redacted.append(text, from, mark.start()).append(of(mark.problem(), mark.of(text)));
        from = mark.end();
      }
    }
    return redacted.append(text, from, text.length()).toString();
  }

  /** In place of what was found. */
  public String of(TextProblem kind, String found) {
    // Whoever is called by the first name is the one who was named in full.
    String called = kind == TextProblem.PERSONAL_NAME ? Names.first(found) : found;
    String same = called.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@]", "");
    var known = given.get(same);
    if (known != null) {
      return known;
    }
    int count = counts.merge(kind, 1, Integer::sum);
    String standIn = make(kind, found, count);
    given.put(same, standIn);
    return standIn;
  }

  private String make(TextProblem kind, String found, int count) {
    return switch (kind) {
      case PERSONAL_NAME -> PEOPLE.get(language).get((count - 1) % PEOPLE.get(language).size());
      case PERSONAL_EMAIL -> email(count);
      case PERSONAL_PHONE -> phone(found, count);
      case PERSONAL_ADDRESS -> STREETS.get(language).formatted(9 + count);
      case PERSONAL_IBAN -> found.substring(0, 2) + shaped(found.substring(2), count);
      case SECRET -> found.length() >= 20 ? "YOUR_API_KEY" : PASSWORD;
      // Of a CPF and a CNPJ the check digits stay 0, which they are for no such number.
      case PERSONAL_TAX_NUMBER -> shaped(found.substring(0, found.length() - 2), count) + "00";
      default -> shaped(found, count);
    };
  }

  private String email(int count) {
    var names = NAMES.get(language);
    String name = names.get((count - 1) % names.size());
    return name + (count > names.size() ? String.valueOf(count) : "") + "@example.com";
  }

  /** The beginning stays, as people know by it where the number belongs; the rest is of the kind that films use. */
  private static String phone(String found, int count) {
    long digits = found.chars().filter(Character::isDigit).count();
    String tail = "55501%02d".formatted(count % 100);
    long kept = Math.max(0, digits - tail.length());
    var made = new StringBuilder();
    int seen = 0;
    for (char sign : found.toCharArray()) {
      if (Character.isDigit(sign)) {
        made.append(seen < kept ? sign : tail.charAt((int) (seen - kept)));
        seen++;
      } else {
        made.append(sign);
      }
    }
    return made.toString();
  }

  /** Zeros, and a running number at the end, in the same groups. */
  private static String shaped(String found, int count) {
    var made = new StringBuilder(found.replaceAll("[\\p{L}\\p{N}]", "0"));
    String number = String.valueOf(count);
    int left = number.length();
    for (int at = made.length() - 1; at >= 0 && left > 0; at--) {
      if (made.charAt(at) == '0') {
        made.setCharAt(at, number.charAt(--left));
      }
    }
    return made.toString();
  }
}
