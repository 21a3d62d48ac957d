package studio.timbre.model;

import java.util.Optional;

/**
 * JSON that a person has typed into a conversation and that is not written there, mostly as it is wrong.
 *
 * @param conversation its number
 * @param field where, and what stood there then
 * @param fault what is wrong; empty where it only was not written yet
 */
public record JsonDraft(long conversation, Field field, String text, Optional<JsonFault> fault) {

  /**
   * What a person calls a field, wherever it stands.
   *
   * @param key of the message that says it
   * @param argument as the name of a tool; may be empty
   */
  public record Kind(String key, String argument) {}

  /**
   * A field of a conversation that holds JSON.
   *
   * @param name no two fields of a conversation have the same
   * @param json as the project has it
   */
  public record Field(String name, Kind kind, String json) {}

  /** Whether both were typed into the same field. */
  public boolean isAt(JsonDraft other) {
    return conversation == other.conversation && field.name().equals(other.field.name());
  }
}
