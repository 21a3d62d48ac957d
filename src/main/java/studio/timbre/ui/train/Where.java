package studio.timbre.ui.train;

import studio.timbre.model.Connection;

/** Where a training can happen. */
sealed interface Where {
  /** On this computer. */
  record Here() implements Where {}

  /** At a provider. */
  record There(Connection connection) implements Where {}
}
