package studio.timbre.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import studio.timbre.jobs.local.FreeMemory;
import studio.timbre.jobs.local.ModelTexts;
import studio.timbre.model.Conversation;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatFormat.Rendered;
import studio.timbre.tokens.TemplateCounter;
import studio.timbre.train.MemoryEstimate;
import studio.timbre.weights.BaseModels;
import studio.timbre.weights.ModelConfig;

/** How a model on this computer reads conversations when it is trained with the usual numbers. Safe for use by several threads. */
final class LocalReading {
  private final LibraryModel model;
  private final ModelConfig config;
  private final ModelTexts texts;
  private final String way;

  /**
   * What a model makes of a conversation.
   *
   * @param tokens of all of it
   * @param learned how many of them are learned where nothing is cut off
   * @param kept how many of them are within what is read
   */
  record Seen(int tokens, int learned, int kept) {}

  private LocalReading(LibraryModel model, ModelConfig config, ModelTexts texts) {
    this.model = model;
    this.config = config;
    this.texts = texts;
    this.way = new TemplateCounter(texts.format()).name() + "/" + limit();
  }

  /** Opens the model for as long as it takes to read its tokenizer. */
  static LocalReading open(LibraryModel model) throws UserFacingException {
    try (var base = BaseModels.open(model.path())) {
      return new LocalReading(model, base.config(), ModelTexts.of(base));
    }
  }

  LibraryModel model() {
    return model;
  }

  /** The same for models that make the same of every conversation. */
  String way() {
    return way;
  }

  /** Tokens that the model can read. */
  int reads() {
    return config.contextLength();
  }

  /** Tokens that are learned of a conversation at most; its end is cut off. */
  int limit() {
    return Math.min(reads(), TrainingSpec.DEFAULT.maxLength());
  }

  /** @throws UserFacingException where the model's template refuses the conversation */
  Rendered render(Conversation conversation) throws UserFacingException {
    return texts.format().render(conversation);
  }

  /** @throws UserFacingException where the model's template refuses the conversation */
  Seen look(Conversation conversation) throws UserFacingException {
    return seen(render(conversation));
  }

  Seen seen(Rendered rendered) {
    return new Seen(
        rendered.length(),
        trained(rendered, rendered.length()),
        trained(rendered, Math.min(limit(), rendered.length())));
  }

  private static int trained(Rendered rendered, int end) {
    return (int) IntStream.range(0, end).filter(token -> rendered.trained()[token]).count();
  }

  /** What is cut off, in words. */
  String cutOff(Rendered rendered) {
    int[] rest = IntStream.range(limit(), rendered.length()).map(i -> rendered.ids()[i]).toArray();
    return texts.tokenizer().decode(rest);
  }

  /**
   * Refuses a training for which there is not enough memory now.
   *
   * @param longest tokens of the longest conversation; a batch of such is what takes most
   */
  void checkMemory(int longest) throws UserFacingException {
    long rows = (long) Math.min(longest, limit()) * TrainingSpec.DEFAULT.batchSize();
    long peak = MemoryEstimate.of(config, TrainingSpec.DEFAULT, rows).peakBytes();
    long free = FreeMemory.bytes();
    if (peak > free) {
      throw Planning.tooLittleMemory(peak, free);
    }
  }

  /** Opened models, by how the library has them: to open one takes a while. */
  static final class Opened {
    private final Map<LibraryModel, LocalReading> opened = new ConcurrentHashMap<>();

    LocalReading of(LibraryModel model) throws UserFacingException {
      var known = opened.get(model);
      if (known != null) {
        return known;
      }
      var reading = open(model);
      opened.put(model, reading);
      return reading;
    }
  }
}
