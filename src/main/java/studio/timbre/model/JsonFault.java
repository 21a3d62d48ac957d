package studio.timbre.model;

import java.util.List;

/**
 * What is wrong with a JSON text that a person writes, and where.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param key the message key of the sentence that says it
 * @param arguments what the sentence names
 */
public record JsonFault(int line, int column, String key, List<String> arguments) {
  public JsonFault {
    arguments = List.copyOf(arguments);
  }
}
