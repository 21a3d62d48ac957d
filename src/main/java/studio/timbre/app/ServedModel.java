package studio.timbre.app;

import java.time.Instant;
import java.util.Optional;
import studio.timbre.model.TunedModel;

/**
 * What is known about the serving of a tuned model.
 *
 * @param connection its id
 * @param model as {@link TunedModel#model}
 * @param wanted the name that it was asked to be served under; empty where a person deployed it
 * @param base under which its base answers
 * @param name by which it is asked, once the provider has told
 * @param reason why it failed
 * @param asked when it was asked for
 */
record ServedModel(
    String connection,
    String model,
    Stage stage,
    String wanted,
    String base,
    Optional<String> name,
    Optional<String> reason,
    Instant asked) {

  enum Stage {
    /** Written down before the provider is asked: it may or may not have heard it. */
    ASKED,
    /** The provider has it and looks at it. */
    DEPLOYING,
    SERVES,
    FAILED,
    ENDED
  }

  boolean isOf(TunedModel tuned) {
    return connection.equals(tuned.connection().id()) && model.equals(tuned.model());
  }

  boolean isUnderWay() {
    return stage == Stage.ASKED || stage == Stage.DEPLOYING;
  }

  ServedModel at(Stage now) {
    return new ServedModel(connection, model, now, wanted, base, name, reason, asked);
  }

  ServedModel named(String told) {
    return new ServedModel(
        connection, model, stage, wanted, base, Optional.of(told), reason, asked);
  }

  ServedModel failed(String why) {
    return new ServedModel(
        connection, model, Stage.FAILED, wanted, base, name, Optional.of(why), asked);
  }
}
