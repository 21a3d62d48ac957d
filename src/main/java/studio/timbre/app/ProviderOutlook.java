package studio.timbre.app;

import java.util.List;

/**
 * What training files for a provider would be.
 *
 * @param training conversations in the file that is learned from
 * @param validation conversations in the file that is measured with; 0 where there is none
 * @param pairs whether it learns from pairs of answers
 * @param changes what is not written as it is
 * @param findings what stops the provider, and what is worth a look; worst first
 */
public record ProviderOutlook(
    long training, long validation, boolean pairs, List<Change> changes, List<Finding> findings) {

  /**
   * Something that is written in another way than it stands.
   *
   * @param arguments fill its sentence, the number of conversations first
   * @param conversations their numbers, the first thousand; none where it is about all
   */
  public record Change(Kind kind, List<Object> arguments, List<Long> conversations) {
    public Change {
      arguments = List.copyOf(arguments);
      conversations = List.copyOf(conversations);
    }

    /** What changes. */
    public enum Kind {
      /** Of pairs the preferred answer alone. */
      REJECTED_LEFT_OUT,
      /** Keys that the provider's lines do not know. */
      KEYS_LEFT_OUT,
      /** Instructions of a developer become those of the system. */
      DEVELOPER_RENAMED,
      /** Answers that are not to be learned may be learned there. */
      MUTES_UNSURE,
      /** Of those that end without a question, a grader has nothing to score. */
      NO_QUESTION,
      /** The file begins with a byte-order mark. */
      MARKED
    }

    /** Names its sentence. */
    public String key() {
      return switch (kind) {
        case REJECTED_LEFT_OUT -> "export.change.rejected";
        case KEYS_LEFT_OUT -> "export.change.keys";
        case DEVELOPER_RENAMED -> "export.change.developer";
        case MUTES_UNSURE -> "export.change.mutes";
        case NO_QUESTION -> "export.change.noQuestion";
        case MARKED -> "export.change.mark";
      };
    }

    /** The sentence in English. */
    public String english() {
      return EnglishTexts.get(key(), arguments);
    }
  }

  public ProviderOutlook {
    changes = List.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /** Whether nothing stops it. */
  public boolean isReady() {
    return findings.stream().noneMatch(Finding::isBlocking);
  }
}
