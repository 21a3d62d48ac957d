package studio.timbre.dataset;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;

/**
 * Parts a data set by what is asked, so that the same conversation always falls on the same side, whatever is added or taken away, and
 * conversations that ask the same in other spelling fall on one side together. Of conversations that are nearly the same the first decides
 * for all, which is up to whoever asks.
 *
 * @param heldOut the share to hold out, in percent
 */
public record StableSplit(double heldOut) {

  public StableSplit {
    if (!(heldOut >= 0 && heldOut <= 100)) {
      throw new IllegalArgumentException("not a share in percent: " + heldOut);
    }
  }

  public Split of(Conversation conversation) {
    String asked = PlacingWords.plain(conversation.question());
    var hash = new CRC32C();
    hash.update((asked.isEmpty() ? conversation.answer() : asked).getBytes(StandardCharsets.UTF_8));
    // The checksum of alike texts is alike in its low bits; a second round spreads them.
    long spread = hash.getValue() * 0x9E3779B97F4A7C15L;
    double place = (spread >>> 11) / (double) (1L << 53) * 100;
    return place < heldOut ? Split.HELD_OUT : Split.TRAINING;
  }
}
