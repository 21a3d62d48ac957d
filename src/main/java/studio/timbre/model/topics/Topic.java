package studio.timbre.model.topics;

import java.util.Map;

/**
 * What some conversations are about.
 *
 * @param id above 0, never given again in a project
 * @param name its two or three most telling words, or what a person calls it
 * @param isRenamed whether a person gave the name
 * @param terms how much each word tells for it, most first; a vector of length 1
 */
public record Topic(long id, String name, boolean isRenamed, Map<String, Double> terms) {
  /** Conversations that are told and near none of the topics. */
  public static final long OTHER = 0;
}
