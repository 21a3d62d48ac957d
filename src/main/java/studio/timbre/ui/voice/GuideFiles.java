package studio.timbre.ui.voice;

import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Texts;

/** Takes a guide out of a file, and writes the one in force into one. */
final class GuideFiles {
  private final Desk desk;
  private final Texts texts;
  private final VoiceViewModel model;

  GuideFiles(Desk desk, VoiceViewModel model) {
    this.desk = desk;
    this.texts = desk.texts();
    this.model = model;
  }

  void bringIn() {
    var before = model.guide().get();
    desk.files()
        .open(texts.get("voice.import"), Kind.GUIDE)
        .ifPresent(
            file ->
                model.importFrom(
                    file,
                    () ->
                        desk.notices()
                            .say(
                                texts.get("voice.imported"),
                                texts.get("common.undo"),
                                () -> model.change(now -> before))));
  }

  void writeOut() {
    desk.files()
        .save(
            texts.get("voice.export"),
            texts.get("voice.export.name") + Kind.GUIDE.pattern().substring(1),
            Kind.GUIDE)
        .ifPresent(
            file ->
                model.exportTo(
                    file,
                    () ->
                        desk.notices()
                            .say(texts.get("voice.exported", String.valueOf(file.getFileName())))));
  }
}
