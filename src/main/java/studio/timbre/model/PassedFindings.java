package studio.timbre.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Findings that somebody let pass: of each kind the conversations, each with the fingerprint of the text that was let pass. A million take
 * 16 megabytes.
 */
public final class PassedFindings {
  /** Nothing was let pass. */
  public static final PassedFindings NONE = new PassedFindings(Map.of());

  /** @param conversations ascending */
  private record Texts(long[] conversations, long[] fingerprints) {}

  private final Map<String, Texts> kinds;

  private PassedFindings(Map<String, Texts> kinds) {
    this.kinds = kinds;
  }

  /** Takes them one after the other: those of a kind together, and within it by the number of the conversation. */
  public static final class Builder {
    private final Map<String, Texts> kinds = new HashMap<>();
    private String kind = "";
    private long[] conversations = new long[16];
    private long[] fingerprints = new long[16];
    private int count;

    public void add(String ofKind, long conversation, long fingerprint) {
      if (!ofKind.equals(kind)) {
        finishKind();
        kind = ofKind;
      }
      if (count == conversations.length) {
        conversations = Arrays.copyOf(conversations, count * 2);
        fingerprints = Arrays.copyOf(fingerprints, count * 2);
      }
      conversations[count] = conversation;
      fingerprints[count++] = fingerprint;
    }

    private void finishKind() {
      if (count > 0) {
        kinds.put(
            kind,
            new Texts(Arrays.copyOf(conversations, count), Arrays.copyOf(fingerprints, count)));
        count = 0;
      }
    }

    public PassedFindings build() {
      finishKind();
      return kinds.isEmpty() ? NONE : new PassedFindings(Map.copyOf(kinds));
    }
  }

  /** The kinds of which anything was let pass. */
  public Set<String> kinds() {
    return kinds.keySet();
  }

  /** Whether anything was let pass in a conversation, whatever it said then. */
  public boolean holds(long conversation) {
    return kinds.values().stream()
        .anyMatch(texts -> Arrays.binarySearch(texts.conversations(), conversation) >= 0);
  }

  /**
   * Whether this was let pass, in the text that has this fingerprint.
   *
   * @param kind names the finding, as {@code personal_email}
   */
  public boolean has(String kind, long conversation, long fingerprint) {
    var texts = kinds.get(kind);
    if (texts == null) {
      return false;
    }
    int at = Arrays.binarySearch(texts.conversations(), conversation);
    return at >= 0 && texts.fingerprints()[at] == fingerprint;
  }
}
