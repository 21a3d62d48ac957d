package studio.timbre.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One part of what a message says, where it is made of several. The maps hold every key that has no place of its own, with its
 * value as raw JSON, in file order.
 */
public sealed interface ContentPart {

  /** A text. */
  record Words(String text, Map<String, String> extras) implements ContentPart {
    public Words {
      extras = kept(extras);
    }

    public Words withText(String newText) {
      return new Words(newText, extras);
    }
  }

  /**
   * A picture.
   *
   * @param address {@code https://…}, or the picture itself as {@code data:image/…;base64,…}
   * @param detail how closely the model looks: {@code low}, {@code high} or {@code auto}
   * @param extras other keys of the part
   * @param pictureExtras other keys beside the address
   */
  record Picture(
      String address,
      Optional<String> detail,
      Map<String, String> extras,
      Map<String, String> pictureExtras)
      implements ContentPart {
    public Picture {
      extras = kept(extras);
      pictureExtras = kept(pictureExtras);
    }

    public static Picture at(String address) {
      return new Picture(address, Optional.empty(), Map.of(), Map.of());
    }

    /** Whether the picture itself is in the file, and nothing has to be fetched. */
    public boolean isData() {
      return address.regionMatches(true, 0, "data:", 0, 5);
    }

    public Picture withDetail(Optional<String> newDetail) {
      return new Picture(address, newDetail, extras, pictureExtras);
    }
  }

  /** The words in which an answer is refused. */
  record Refusal(String text, Map<String, String> extras) implements ContentPart {
    public Refusal {
      extras = kept(extras);
    }

    public Refusal withText(String newText) {
      return new Refusal(newText, extras);
    }
  }

  /** A part of a kind that Timbre does not know, as raw JSON. */
  record Unknown(String json) implements ContentPart {}

  private static Map<String, String> kept(Map<String, String> extras) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }
}
