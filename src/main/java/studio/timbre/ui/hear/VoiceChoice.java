package studio.timbre.ui.hear;

import java.util.Optional;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.model.Connection;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TunedModel;
import studio.timbre.ui.fx.Texts;

/**
 * A voice that can be chosen.
 *
 * @param title what people call it
 * @param tuned what a job at a provider made, for a voice of kind {@link Kind#TUNED_AT_PROVIDER}
 */
record VoiceChoice(Kind kind, String title, Voice voice, Optional<TunedModel> tuned) {

  enum Kind {
    UNTUNED,
    TUNED,
    AT_PROVIDER,
    TUNED_AT_PROVIDER
  }

  static VoiceChoice of(LibraryModel model) {
    return new VoiceChoice(
        Kind.UNTUNED,
        model.title(),
        new Voice.Local(model.path(), Optional.empty()),
        Optional.empty());
  }

  /** What a run began with. */
  static VoiceChoice untuned(RunSummary run) {
    return new VoiceChoice(
        Kind.UNTUNED,
        run.baseName(),
        new Voice.Local(run.basePath(), Optional.empty()),
        Optional.empty());
  }

  /** What a run made of it. */
  static VoiceChoice tuned(RunSummary run) {
    return new VoiceChoice(
        Kind.TUNED, run.name(), new Voice.Local(run.basePath(), run.adapter()), Optional.empty());
  }

  static VoiceChoice at(Connection connection, String model) {
    return new VoiceChoice(
        Kind.AT_PROVIDER, model, new Voice.Api(connection, model), Optional.empty());
  }

  /**
   * @param served by which it is asked
   */
  static VoiceChoice tunedAt(TunedModel tuned, String served) {
    return new VoiceChoice(
        Kind.TUNED_AT_PROVIDER,
        tuned.name(),
        new Voice.Api(tuned.connection(), served),
        Optional.of(tuned));
  }

  /** Whose answers cost money. */
  Optional<Voice.Api> paid() {
    return voice instanceof Voice.Api api ? Optional.of(api) : Optional.empty();
  }

  boolean isTuned() {
    return kind == Kind.TUNED || kind == Kind.TUNED_AT_PROVIDER;
  }

  String kindInWords(Texts texts) {
    return switch (kind) {
      case UNTUNED -> texts.get("hear.base");
      case TUNED -> texts.get("hear.tuned");
      case AT_PROVIDER -> texts.get("hear.atProvider", place());
      case TUNED_AT_PROVIDER -> texts.get("hear.tunedAtProvider", place());
    };
  }

  private String place() {
    return paid().map(api -> api.connection().name()).orElse("");
  }
}
