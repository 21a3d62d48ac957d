package studio.timbre.ui.voice;

import java.time.Duration;
import java.util.function.Consumer;
import studio.timbre.app.Voice;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.fx.Work;

/** Keeps in the file what is being typed into the guide, for the case that the program does not live to see it there. */
final class GuideDrafts {
  /** So soon after the last key. */
  private static final Duration MOMENT = Duration.ofMillis(400);

  private final Voice voice;
  private final Work.Lane waiting;
  private final Work.Queue writing;
  private final Consumer<? super Exception> failure;

  /** @param writing in which the guide is written too, so that no draft is written behind the rule that it became */
  GuideDrafts(
      Voice voice, Work.Lane waiting, Work.Queue writing, Consumer<? super Exception> failure) {
    this.voice = voice;
    this.waiting = waiting;
    this.writing = writing;
    this.failure = failure;
  }

  /** @param isThere whether the guide says it already */
  void typing(VoiceRule rule, boolean isThere) {
    waiting
        .run(() -> true)
        .after(MOMENT)
        .onSuccess(still -> keep(rule, isThere))
        .onFailure(failure);
  }

  private void keep(VoiceRule rule, boolean isThere) {
    writing
        .run(
            () -> {
              if (isThere) {
                voice.dropDraft();
              } else {
                voice.keepDraft(rule);
              }
              return true;
            })
        .onFailure(failure);
  }

  /** What waits to be written is not. */
  void forget() {
    waiting.forget();
  }
}
