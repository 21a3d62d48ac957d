package studio.timbre.model.merge;

import java.util.Optional;

/** Settles clashes; empty where it is not decided yet, and then ours stays for the time being. */
@FunctionalInterface
public interface Choices {
  Choices NONE = clash -> Optional.empty();

  Optional<Choice> of(Difference clash);

  /** The same for all. */
  static Choices all(Choice choice) {
    return clash -> Optional.of(choice);
  }
}
