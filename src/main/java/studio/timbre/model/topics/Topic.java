package studio.timbre.model.topics;

import java.util.Map;

/**
 * What some conversations are about.
 *
 * @param id above 0, never given again in a project
 * @param name its two or three most telling words, or what a person calls it
 * @param isRenamed whether a person gave the name
 * @param terms how much each word tells for it, most first; a vector of length 1
 * @param within the topic that a person put it together with, under which its conversations are counted; 0 for none
 */
public record Topic(
    long id, String name, boolean isRenamed, Map<String, Double> terms, long within) {
  /** One that stands by itself. */
  public Topic(long id, String name, boolean isRenamed, Map<String, Double> terms) {
    this(id, name, isRenamed, terms, 0);
  }

  /** Whether it is counted under another. */
  public boolean isWithin() {
    return within != 0;
  }

  /** The number under which its conversations are counted. */
  public long whole() {
    return isWithin() ? within : id;
  }

  /** Conversations that are told and near none of the topics. */
  public static final long OTHER = 0;
}
