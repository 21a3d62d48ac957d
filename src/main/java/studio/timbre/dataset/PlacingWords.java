package studio.timbre.dataset;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** The words by which files name parts of a data set and states of work, in English, Portuguese and Indonesian. */
public final class PlacingWords {
  private static final Map<Split, String> SPLITS =
      Map.of(
          Split.TRAINING,
          "|train|training|treino|treinamento|latih|latihan|pelatihan|",
          Split.HELD_OUT,
          "|heldout|validation|valid|val|eval|evaluation|test|teste|dev|validacao|avaliacao|reservado|validasi|uji|pengujian|evaluasi|disisihkan|");

  private static final Map<Status, String> STATES =
      Map.of(
          Status.DRAFT,
          "|draft|new|rascunho|novo|draf|konsep|baru|",
          Status.IN_REVIEW,
          "|inreview|review|pending|emrevisao|revisao|pendente|ditinjau|sedangditinjau|peninjauan|menunggu|",
          Status.APPROVED,
          "|approved|accepted|ok|done|good|aprovado|aprovada|aceito|aceita|pronto|disetujui|diterima|selesai|",
          Status.REJECTED,
          "|rejected|declined|bad|rejeitado|rejeitada|recusado|recusada|ditolak|");

  private PlacingWords() {}

  public static Optional<Split> split(String word) {
    return find(SPLITS, word);
  }

  public static Optional<Status> status(String word) {
    return find(STATES, word);
  }

  /** Stars as a number from 0 to 5, or drawn. */
  public static OptionalInt stars(String word) {
    String bare = word.strip();
    if (bare.matches("[★⭐*]{1,5}[☆]{0,4}")) {
      return OptionalInt.of((int) bare.chars().filter(sign -> sign != '☆').count());
    }
    return bare.matches("[0-5]([.,]0)?")
        ? OptionalInt.of(bare.charAt(0) - '0')
        : OptionalInt.empty();
  }

  private static <T> Optional<T> find(Map<T, String> words, String word) {
    String plain = "|" + plain(word) + "|";
    return plain.length() == 2
        ? Optional.empty()
        : words.entrySet().stream()
            .filter(entry -> entry.getValue().contains(plain))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  /** Letters and digits alone, small and without accents, so that a name is found however it is spelled. */
  public static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
