package studio.timbre.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.jobs.local.ModelTexts;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ConversationCounter;
import studio.timbre.tokens.TemplateCounter;
import studio.timbre.weights.BaseModels;

/** Counters for models on this computer: each counts with its own tokenizer and chat template. */
final class ModelCounters implements FileCounting.LocalCounters {
  private final Models models;

  ModelCounters(Models models) {
    this.models = models;
  }

  @Override
  public Optional<ConversationCounter> of(String nameOrPath) throws UserFacingException {
    if (!isInLibrary(nameOrPath) && !isOnDisk(nameOrPath)) {
      return Optional.empty();
    }
    return Optional.of(open(models.find(nameOrPath).path()));
  }

  /** Opens the model for as long as it takes to read its tokenizer. */
  static ConversationCounter open(Path model) throws UserFacingException {
    try (var base = BaseModels.open(model)) {
      return new TemplateCounter(ModelTexts.of(base).format());
    }
  }

  private boolean isInLibrary(String name) {
    return models.list().stream().anyMatch(model -> model.name().equals(name));
  }

  private static boolean isOnDisk(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
