package studio.timbre.app;

import static studio.timbre.app.Finding.Severity.BLOCKING;
import static studio.timbre.app.Finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.dataset.Pictures;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat.Rendered;

/**
 * What training on this computer would make of conversations: each is read as the model reads it. Hand over all that would be learned, then
 * ask.
 */
final class LocalTarget {
  /** Words of what is cut off that are told. */
  private static final int TOLD_LETTERS = 60;

  private final LocalReading reading;
  private final List<Finding> findings = new ArrayList<>();
  private long learned;

  private LocalTarget(LocalReading reading) {
    this.reading = reading;
  }

  /** @param name a model of the library, or its path; empty for the one that Timbre starts with, else the first */
  static LocalTarget open(Models models, String name) throws UserFacingException {
    var model =
        name.isEmpty()
            ? models.starter().or(() -> models.list().stream().findFirst())
            : Optional.of(models.find(name));
    if (model.isEmpty()) {
      throw new UserFacingException(
          "error.check.noLocalModel",
          "There is no model on this computer yet, so nobody can say what it would make of the data. Download one first, or"
              + " name another target.");
    }
    return new LocalTarget(LocalReading.open(model.get()));
  }

  /** @param line by which it is told, from 1 */
  void take(long line, Conversation conversation) {
    if (Pictures.of(conversation).count() > 0) {
      add(WARNING, "preflight.localPictures", line);
    }
    try {
      take(line, reading.render(conversation));
    } catch (UserFacingException refusal) {
      add(BLOCKING, "preflight.localTemplate", line, reading.model().title());
    }
  }

  private void take(long line, Rendered rendered) {
    var seen = reading.seen(rendered);
    if (seen.learned() == 0) {
      add(WARNING, "preflight.localUnlearned", line);
    } else if (seen.tokens() > reading.limit()) {
      add(
          WARNING,
          seen.kept() == 0 ? "preflight.localCutAnswer" : "preflight.localCut",
          line,
          seen.tokens(),
          reading.limit(),
          reading.reads(),
          cutOff(rendered));
    }
    learned += seen.kept() > 0 ? 1 : 0;
  }

  /** How what is cut off begins. */
  private String cutOff(Rendered rendered) {
    String words = reading.cutOff(rendered).strip().replaceAll("\\s+", " ");
    return words.length() > TOLD_LETTERS ? words.substring(0, TOLD_LETTERS) + "…" : words;
  }

  private void add(Finding.Severity severity, String key, long line, Object... arguments) {
    findings.add(
        new Finding(
            severity,
            key,
            List.of(arguments),
            Optional.of(DataFile.TRAINING),
            List.of(line),
            List.of(),
            1));
  }

  /** Those that stop it, and those that are worth a look. */
  List<Finding> findings() {
    if (learned == 0) {
      findings.add(Finding.of(TrainingData.nothingToLearn()));
    }
    return List.copyOf(findings);
  }
}
