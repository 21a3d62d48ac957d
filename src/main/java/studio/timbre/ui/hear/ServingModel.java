package studio.timbre.ui.hear;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.app.Serving;
import studio.timbre.app.Serving.State;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Work;

/** Which tuned models at providers answer, what has to be done about the others, and how they are ended. */
final class ServingModel {

  /** A tuned model that was chosen and does not answer yet. */
  record Card(TunedModel model, State state) {}

  private final Serving serving;
  private final Work work;
  private final Runnable refresh;
  private final ObservableList<Card> cards = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<TunedModel>> ending =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Exception>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Map<TunedModel, State> states = Map.of();

  /**
   * @param refresh reads anew what has changed
   */
  ServingModel(Serving serving, Work work, Runnable refresh) {
    this.serving = serving;
    this.work = work;
    this.refresh = refresh;
  }

  /** Those that the person has something to do about. */
  ObservableList<Card> cards() {
    return cards;
  }

  /** The model that the person is asked about before it is ended. */
  ReadOnlyObjectProperty<Optional<TunedModel>> ending() {
    return ending.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Exception>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Where each stands now; touches the disk. A deployment that was left is gone on with. */
  static Map<TunedModel, State> states(List<TunedModel> models, Serving serving) {
    var states = new LinkedHashMap<TunedModel, State>();
    for (var model : models) {
      try {
        serving.attend(model);
      } catch (UserFacingException e) {
        // Its key is out of reach now; the state is what was last known.
      }
      states.put(model, serving.state(model));
    }
    return states;
  }

  /** Those that can be heard, or could be after what their cards say. */
  static List<VoiceChoice> voices(Map<TunedModel, State> states) {
    return states.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof State.Ended))
        .map(
            entry ->
                VoiceChoice.tunedAt(
                    entry.getKey(),
                    entry.getValue() instanceof State.Answers answers
                        ? answers.name()
                        : entry.getKey().model()))
        .toList();
  }

  void know(Map<TunedModel, State> now, List<VoiceChoice> chosen) {
    states = now;
    choose(chosen);
  }

  void choose(List<VoiceChoice> chosen) {
    var open =
        chosen.stream()
            .flatMap(voice -> voice.tuned().stream())
            .distinct()
            .filter(states::containsKey)
            .map(model -> new Card(model, states.get(model)))
            .filter(card -> !(card.state() instanceof State.Answers))
            .toList();
    if (!cards.equals(open)) {
      cards.setAll(open);
    }
  }

  /** Whether something has to be done or awaited before a voice answers. */
  boolean isWaiting(VoiceChoice voice) {
    return voice
        .tuned()
        .filter(model -> cards.stream().anyMatch(c -> c.model().equals(model)))
        .isPresent();
  }

  /** How a voice can be ended; none for one that does not answer. */
  Serving.Ending endingOf(TunedModel model) {
    return states.get(model) instanceof State.Answers answers
        ? answers.ending()
        : Serving.Ending.NONE;
  }

  void deploy(TunedModel model, String base) {
    act(
        () -> {
          serving.deploy(model, base);
          return model;
        });
  }

  void answersAs(TunedModel model, String name) {
    act(
        () -> {
          serving.answersAs(model, name);
          return model;
        });
  }

  /** Asks the person about it, again where it was kept before. */
  void askToEnd(TunedModel model) {
    ending.set(Optional.empty());
    ending.set(Optional.of(model));
  }

  /** Ends the model that the person was asked about. */
  void end() {
    var model = ending.get();
    ending.set(Optional.empty());
    model.ifPresent(
        doomed ->
            act(
                () -> {
                  serving.end(doomed);
                  return doomed;
                }));
  }

  private void act(Callable<TunedModel> deed) {
    fault.set(Optional.empty());
    work.run(deed)
        .onSuccess(model -> refresh.run())
        .onFailure(problem -> fault.set(Optional.of(problem)));
  }
}
