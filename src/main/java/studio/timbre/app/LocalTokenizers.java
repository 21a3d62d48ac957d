package studio.timbre.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.jobs.local.ModelTexts;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.TemplateCounter;
import studio.timbre.tokens.TokenizerFamily;
import studio.timbre.weights.BaseModels;

/** Finds models on this computer that share a tokenizer with a model at a provider. Safe for use by several threads. */
final class LocalTokenizers implements FamilyCounters {
  private static final System.Logger LOG = System.getLogger(LocalTokenizers.class.getName());

  private final Models models;

  /** By model as the library has it, since opening one takes a while; empty for one that is of another family after all. */
  private final Map<LibraryModel, Optional<RangeCounter>> opened = new ConcurrentHashMap<>();

  LocalTokenizers(Models models) {
    this.models = models;
  }

  @Override
  public Optional<RangeCounter> of(TokenizerFamily family) {
    if (family == TokenizerFamily.OTHER) {
      return Optional.empty();
    }
    return models.list().stream()
        .filter(model -> isNamedLike(model, family))
        .flatMap(model -> opened.computeIfAbsent(model, found -> open(found, family)).stream())
        .findFirst();
  }

  private static boolean isNamedLike(LibraryModel model, TokenizerFamily family) {
    return TokenizerFamily.of(model.name()) == family
        || TokenizerFamily.of(model.title()) == family;
  }

  private static Optional<RangeCounter> open(LibraryModel model, TokenizerFamily family) {
    try (var base = BaseModels.open(model.path())) {
      if (!family.isOf(base.tokenizerJson())) {
        return Optional.empty();
      }
      var counter = new TemplateCounter(ModelTexts.of(base).format());
      return Optional.of(RangeCounter.like(counter, model.title(), family));
    } catch (UserFacingException e) {
      // A model that cannot be opened is no help here; whoever wants to train it is told why.
      LOG.log(System.Logger.Level.INFO, "not counted with " + model.name(), e);
      return Optional.empty();
    }
  }
}
