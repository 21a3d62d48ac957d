package studio.timbre.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ChatTemplate;
import studio.timbre.tokens.ConversationCounter;
import studio.timbre.tokens.HuggingFaceTokenizer;
import studio.timbre.tokens.TemplateCounter;
import studio.timbre.weights.BaseModels;

/** Counters for models on this computer: each counts with its own tokenizer and chat template. */
final class ModelCounters implements FileCounting.LocalCounters {
  @Override
  public Optional<ConversationCounter> of(String nameOrPath) throws UserFacingException {
    var path = path(nameOrPath);
    return path.isEmpty() ? Optional.empty() : Optional.of(open(path.get()));
  }

  /** Opens the model for as long as it takes to read its tokenizer. */
  static ConversationCounter open(Path model) throws UserFacingException {
    try (var base = BaseModels.open(model)) {
      var template = new ChatTemplate(base.chatTemplate(), base.beginToken(), base.endToken());
      return new TemplateCounter(HuggingFaceTokenizer.fromJson(base.tokenizerJson()), template);
    }
  }

  private static Optional<Path> path(String nameOrPath) {
    try {
      return Optional.of(Path.of(nameOrPath)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
