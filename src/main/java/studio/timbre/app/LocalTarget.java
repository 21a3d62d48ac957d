package studio.timbre.app;

import static studio.timbre.app.Finding.Severity.BLOCKING;
import static studio.timbre.app.Finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.dataset.Pictures;
import studio.timbre.jobs.local.ModelTexts;
import studio.timbre.model.Conversation;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat.Rendered;
import studio.timbre.weights.BaseModels;

/**
 * What training on this computer would make of conversations: each is read as the model reads it. Hand over all that would be learned, then
 * ask.
 */
final class LocalTarget {
  /** Words of what is cut off that are told. */
  private static final int TOLD_LETTERS = 60;

  private final LibraryModel model;
  private final ModelTexts texts;
  private final int reads;
  private final int limit;
  private final List<Finding> findings = new ArrayList<>();
  private long learned;

  private LocalTarget(LibraryModel model, ModelTexts texts, int reads) {
    this.model = model;
    this.texts = texts;
    this.reads = reads;
    this.limit = Math.min(reads, TrainingSpec.DEFAULT.maxLength());
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
    try (var base = BaseModels.open(model.get().path())) {
      return new LocalTarget(model.get(), ModelTexts.of(base), base.config().contextLength());
    }
  }

  /** @param line by which it is told, from 1 */
  void take(long line, Conversation conversation) {
    if (Pictures.of(conversation).count() > 0) {
      add(WARNING, "preflight.localPictures", line);
    }
    try {
      take(line, texts.format().render(conversation));
    } catch (UserFacingException refusal) {
      add(BLOCKING, "preflight.localTemplate", line, model.title());
    }
  }

  private void take(long line, Rendered rendered) {
    int answers = trained(rendered, rendered.length());
    int kept = trained(rendered, Math.min(limit, rendered.length()));
    if (answers == 0) {
      add(WARNING, "preflight.localUnlearned", line);
    } else if (rendered.length() > limit) {
      add(
          WARNING,
          kept == 0 ? "preflight.localCutAnswer" : "preflight.localCut",
          line,
          rendered.length(),
          limit,
          reads,
          cutOff(rendered));
    }
    learned += kept > 0 ? 1 : 0;
  }

  private static int trained(Rendered rendered, int end) {
    return (int) IntStream.range(0, end).filter(token -> rendered.trained()[token]).count();
  }

  /** How what is cut off begins. */
  private String cutOff(Rendered rendered) {
    int[] rest = IntStream.range(limit, rendered.length()).map(i -> rendered.ids()[i]).toArray();
    String words = texts.tokenizer().decode(rest).strip().replaceAll("\\s+", " ");
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
