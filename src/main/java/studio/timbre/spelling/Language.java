package studio.timbre.spelling;

import java.util.List;
import java.util.Set;

/**
 * A language whose spelling is known.
 *
 * <p>Each has the short words that hold its sentences together; words that two of them share are in none.
 */
public enum Language {
  ENGLISH(
      "en",
      List.of("en_US", "en_GB"),
      "the of and to is in you that it was for are with his they be at this have from or had by but"
          + " not what all were we when your can said there use an each which she how their if will"
          + " up other about out many then them these so some her would make like him into has look"
          + " my than been who its now did get i'm it's don't we'll we're you're please thanks"
          + " hello where why our us me am does"),
  PORTUGUESE(
      "pt-BR",
      List.of("pt_BR"),
      "o os um uma uns umas de do dos das em no na nos nas por pelo pela para com sem que e é são"
          + " foi ser está estão não sim mas ou se como mais muito muita já também só seu sua seus"
          + " suas meu minha nosso nossa você vocês ele ela eles elas nós eu isso este esta esse"
          + " essa aqui ali onde quando quem qual porque tem têm tinha vai vou pode posso obrigado"
          + " obrigada olá bom boa ao aos às à até"),
  INDONESIAN(
      "id",
      List.of("id_ID"),
      "yang dan di ke dari untuk dengan ini itu tidak adalah pada kami kita saya anda kamu dia"
          + " mereka akan sudah telah belum bisa dapat juga atau karena jika kalau seperti lebih"
          + " sangat hanya saja ada oleh dalam tersebut bagi tanpa agar apakah apa siapa bagaimana"
          + " kapan mengapa di mana terima kasih silakan bukan jadi lalu masih sedang harus lagi"
          + " banyak semua setiap para pun mohon tolong halo selamat");

  private final String tag;
  private final List<String> files;
  private final Set<String> shortWords;

  Language(String tag, List<String> files, String shortWords) {
    this.tag = tag;
    this.files = files;
    this.shortWords = Set.copyOf(java.util.Arrays.asList(distinct(shortWords)));
  }

  private static String[] distinct(String words) {
    return java.util.Arrays.stream(words.split(" ")).distinct().toArray(String[]::new);
  }

  /** As {@code pt-BR}. */
  public String tag() {
    return tag;
  }

  /** The names of its dictionaries, as files without their endings: a word is right where one of them knows it. */
  List<String> files() {
    return files;
  }

  /** @param word in lower case */
  boolean hasShort(String word) {
    return shortWords.contains(word);
  }
}
