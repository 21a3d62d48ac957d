package studio.timbre.ui.data;

import java.util.Optional;
import studio.timbre.ui.fx.Edits;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** Says what came of copying and pasting. */
final class PasteNews implements SheetClipboard.Listener {
  private final Notices notices;
  private final Texts texts;
  private final Edits edits;

  PasteNews(Notices notices, Texts texts, Edits edits) {
    this.edits = edits;
    this.notices = notices;
    this.texts = texts;
  }

  /** What is copied can be pasted: only a large copy, that took a moment, is worth a word. */
  @Override
  public void copied(int rows) {
    if (rows > 1) {
      notices.say(texts.get("data.copied", rows));
    }
  }

  @Override
  public void tooMany(int most) {
    notices.say(texts.get("data.copy.tooMany", most));
  }

  @Override
  public void pasted(Pasting.Outcome outcome, Optional<Long> entry) {
    // What stood there already makes no entry in the journal.
    int changed = entry.isPresent() ? outcome.changed() : 0;
    String sum = texts.get("data.pasted", changed, outcome.added());
    if (outcome.refused() > 0) {
      say(sum + " " + texts.get("data.refused", outcome.refused()), entry);
    } else if (changed + outcome.added() != 1) {
      say(sum, entry);
    }
  }

  private void say(String sentence, Optional<Long> entry) {
    entry.ifPresentOrElse(
        made ->
            notices.say(sentence, texts.get("common.undo"), edits.takingBack(made, notices, texts)),
        () -> notices.say(sentence));
  }

  @Override
  public void nothingToPaste() {
    notices.say(texts.get("data.paste.nothing"));
  }

  @Override
  public void failed(Exception problem) {
    notices.failed(problem);
  }
}
