package studio.timbre.model.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a rule of the guide is about; a guide has at most one rule of each kind. New ones go behind the others: their order is kept in files. */
public enum VoiceKind {
  NEVER_SAY(VoiceWeight.STRONG),
  WE_SAY(VoiceWeight.MEDIUM),
  SPELLED_SO(VoiceWeight.MEDIUM),
  DICTIONARY(VoiceWeight.LIGHT),
  GREETING(VoiceWeight.MEDIUM),
  SIGN_OFF(VoiceWeight.MEDIUM),
  SPEAKER(VoiceWeight.MEDIUM),
  FORMALITY(VoiceWeight.MEDIUM),
  EMOJI(VoiceWeight.MEDIUM),
  EXCLAMATIONS(VoiceWeight.MEDIUM),
  SENTENCE_LENGTH(VoiceWeight.LIGHT),
  READING(VoiceWeight.MEDIUM),
  PUNCTUATION(VoiceWeight.LIGHT),
  DISCLAIMER(VoiceWeight.STRONG),
  SPELLING(VoiceWeight.LIGHT);

  private final VoiceWeight usual;

  VoiceKind(VoiceWeight usual) {
    this.usual = usual;
  }

  /** How much it counts where nobody has said otherwise. */
  public VoiceWeight usual() {
    return usual;
  }

  /**
   * Whether only a person takes such a rule over from what was learned: words of a topic look like words of a voice, and nobody but people
   * can tell what has to be said.
   */
  public boolean isTakenByHand() {
    return this == NEVER_SAY || this == WE_SAY || this == DISCLAIMER;
  }

  /** In the order in which people see them. */
  public static List<VoiceKind> shown() {
    var shown = new ArrayList<>(List.of(values()));
    shown.remove(SPELLING);
    shown.add(shown.indexOf(DICTIONARY), SPELLING);
    return List.copyOf(shown);
  }

  /** As {@code never_say}: in files, and the end of message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a key, if this version knows it. */
  public static Optional<VoiceKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  /** One bit for each. */
  public static int bits(Collection<VoiceKind> kinds) {
    return kinds.stream().mapToInt(kind -> 1 << kind.ordinal()).reduce(0, (one, two) -> one | two);
  }

  /** The kinds of some bits. */
  public static Set<VoiceKind> of(int bits) {
    var kinds = EnumSet.noneOf(VoiceKind.class);
    for (var kind : values()) {
      if ((bits & 1 << kind.ordinal()) != 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
