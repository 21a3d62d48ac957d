package studio.timbre.app;

import studio.timbre.model.ApiKey;

/** What a person says about the key of a connection. */
public sealed interface NewKey {

  /** Nothing: what is known stays. */
  record Unchanged() implements NewKey {}

  /** This one, to be kept. */
  record Typed(ApiKey key) implements NewKey {}

  /** The one in an environment variable; its value is not copied. */
  record FromEnvironment(String variable) implements NewKey {}
}
