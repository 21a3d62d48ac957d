package studio.timbre.ui.hear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.app.Serving;
import studio.timbre.app.Subscription;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** Providers that serve what a test lets them serve. */
final class ScriptedServing implements Serving {
  final Map<TunedModel, State> states = new HashMap<>();
  final List<String> deeds = new ArrayList<>();
  Optional<UserFacingException> problem = Optional.empty();
  private Runnable listener = () -> {};

  void tell() {
    listener.run();
  }

  @Override
  public void use(Connection connection, ApiKey key) {}

  @Override
  public boolean isSeenTo(TunedModel model) {
    return state(model) instanceof State.Deploying;
  }

  @Override
  public State state(TunedModel model) {
    return states.getOrDefault(model, new State.Answers(model.model(), Ending.DELETES_MODEL));
  }

  @Override
  public void attend(TunedModel model) {}

  @Override
  public void deploy(TunedModel model, String base) throws UserFacingException {
    deeds.add("deploy " + model.name() + " on " + base);
    states.put(model, new State.Deploying());
  }

  @Override
  public boolean isBilledByToken(TunedModel model, String base) {
    return true;
  }

  @Override
  public void answersAs(TunedModel model, String name) {
    deeds.add(model.name() + " as " + name);
    states.put(model, new State.Answers(name, Ending.BY_HAND));
  }

  @Override
  public void end(TunedModel model) throws UserFacingException {
    if (problem.isPresent()) {
      throw problem.get();
    }
    deeds.add("end " + model.name());
    states.put(model, new State.Ended());
  }

  @Override
  public Subscription onChange(Runnable what) {
    listener = what;
    return () -> listener = () -> {};
  }
}
