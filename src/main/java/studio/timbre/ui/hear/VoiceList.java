package studio.timbre.ui.hear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.RunSummary;

/** Which voices there are, and which of them are heard side by side: up to four, at first the untuned beside the tuned one. */
final class VoiceList {
  static final int MOST = 4;

  private final ObjectProperty<Optional<JobId>> heardRun;
  private final ObservableList<VoiceChoice> choices = FXCollections.observableArrayList();
  private final ObservableList<VoiceChoice> chosen = FXCollections.observableArrayList();
  private final List<VoiceChoice> named = new ArrayList<>();
  private List<RunSummary> runs = List.of();
  private Optional<JobId> paired = Optional.empty();
  private Optional<String> wantedModel = Optional.empty();
  private boolean isRead;

  /**
   * @param heardRun the run whose pair is heard; other rooms may choose one too
   */
  VoiceList(ObjectProperty<Optional<JobId>> heardRun) {
    this.heardRun = heardRun;
    heardRun.addListener((source, before, now) -> hear(now));
  }

  /** All that can be chosen. */
  ObservableList<VoiceChoice> choices() {
    return choices;
  }

  /** Those that are asked, in their order on the screen. */
  ObservableList<VoiceChoice> chosen() {
    return chosen;
  }

  /** Whether anything tuned can be heard. */
  boolean hasTuned() {
    return choices.stream().anyMatch(VoiceChoice::isTuned);
  }

  boolean canAdd() {
    return chosen.size() < MOST;
  }

  void add(VoiceChoice voice) {
    keep(voice);
    if (canAdd()) {
      chosen.add(voice);
    }
  }

  /** Puts another voice in the place of one. */
  void replace(int place, VoiceChoice voice) {
    keep(voice);
    if (place < chosen.size()) {
      chosen.set(place, voice);
    }
  }

  void remove(int place) {
    chosen.remove(place);
  }

  /** A model that was typed can be chosen again until the project is closed. */
  private void keep(VoiceChoice voice) {
    if (voice.kind() == VoiceChoice.Kind.AT_PROVIDER && !named.contains(voice)) {
      named.add(voice);
      choices.add(voice);
    }
  }

  /**
   * Takes over what was found.
   *
   * @param tunedRuns newest first, each with an adapter
   */
  void found(
      List<LibraryModel> models, List<RunSummary> tunedRuns, List<VoiceChoice> tunedAtProviders) {
    runs = tunedRuns;
    var all = new ArrayList<VoiceChoice>();
    models.stream().map(VoiceChoice::of).forEach(all::add);
    tunedRuns.stream().map(VoiceChoice::tuned).forEach(all::add);
    all.addAll(tunedAtProviders);
    all.addAll(named);
    if (!choices.equals(all)) {
      choices.setAll(all);
    }
    renew();
    if (chosen.isEmpty()) {
      paired = Optional.empty();
    }
    isRead = true;
    begin();
    hearWantedModel();
  }

  /** Puts a model that a job at a provider has tuned before the other voices, as soon as it is among those that can be heard. */
  void hearTuned(String model) {
    wantedModel = Optional.of(model);
    hearWantedModel();
  }

  private void hearWantedModel() {
    var voice =
        choices.stream()
            .filter(
                known ->
                    known
                        .tuned()
                        .filter(t -> wantedModel.equals(Optional.of(t.model())))
                        .isPresent())
            .findFirst();
    if (!isRead || voice.isEmpty()) {
      return;
    }
    wantedModel = Optional.empty();
    var voices = new ArrayList<>(List.of(voice.get()));
    chosen.stream()
        .filter(other -> !other.equals(voice.get()))
        .limit(MOST - 1L)
        .forEach(voices::add);
    chosen.setAll(voices);
  }

  /** Names and addresses may have changed meanwhile; what is gone is heard no more. */
  private void renew() {
    for (int place = chosen.size() - 1; place >= 0; place--) {
      var now = renewed(chosen.get(place));
      if (now.isEmpty()) {
        chosen.remove(place);
      } else if (!now.get().equals(chosen.get(place))) {
        chosen.set(place, now.get());
      }
    }
  }

  private Optional<VoiceChoice> renewed(VoiceChoice voice) {
    return switch (voice.kind()) {
      case AT_PROVIDER -> Optional.of(voice);
      case UNTUNED ->
          untuned().stream().filter(other -> other.voice().equals(voice.voice())).findFirst();
      case TUNED -> choices.stream().filter(o -> o.voice().equals(voice.voice())).findFirst();
      case TUNED_AT_PROVIDER ->
          choices.stream().filter(other -> other.tuned().equals(voice.tuned())).findFirst();
    };
  }

  private List<VoiceChoice> untuned() {
    var all = new ArrayList<>(choices);
    runs.stream().map(VoiceChoice::untuned).forEach(all::add);
    return all;
  }

  private void begin() {
    var wanted = heardRun.get().flatMap(this::run).or(() -> runs.stream().findFirst());
    if (wanted.isPresent()) {
      hear(Optional.of(wanted.get().id()));
    } else if (chosen.isEmpty()) {
      choices.stream().findFirst().ifPresent(chosen::add);
    }
  }

  private Optional<RunSummary> run(JobId id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  /** Puts a run's pair in the place of the local voices, once for each choice of a run. */
  private void hear(Optional<JobId> wanted) {
    var run = wanted.flatMap(this::run);
    if (!isRead || run.isEmpty() || wanted.equals(paired)) {
      return;
    }
    paired = wanted;
    var voices =
        new ArrayList<>(List.of(VoiceChoice.untuned(run.get()), VoiceChoice.tuned(run.get())));
    chosen.stream()
        .filter(voice -> voice.paid().isPresent())
        .limit(MOST - voices.size())
        .forEach(voices::add);
    chosen.setAll(voices);
    heardRun.set(wanted);
  }
}
