package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.CostEstimate;
import studio.timbre.model.Distribution;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.pricing.Estimates;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.ConversationCounter;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.RangeCounter.Counted;
import studio.timbre.tokens.TemplateCounter;

/** Counts a training file that is in no project, and says what training on it would cost. */
public final class FileCounting {

  /** Finds the counter of a model on this computer. */
  @FunctionalInterface
  public interface LocalCounters {
    /** By a library name or a path; empty where there is no such model. */
    Optional<ConversationCounter> of(String nameOrPath) throws UserFacingException;
  }

  /**
   * What is counted for.
   *
   * @param price the line of the catalogue, for a model that has one
   */
  public record Target(String name, ConversationCounter counter, Optional<CatalogueEntry> price) {
    /** Whether the model is on this computer, where training costs nothing but time. */
    public boolean isLocal() {
      return counter instanceof TemplateCounter;
    }
  }

  /**
   * What a file comes to.
   *
   * @param counter names the way of counting, as {@code o200k_base}
   * @param tokens spread over the conversations
   * @param answerTokens spread over the conversations
   * @param refused broken lines (the first thousand), which are not counted
   * @param refusedLines how many lines are broken in all
   */
  public record Report(
      CostEstimate estimate,
      String counter,
      Distribution tokens,
      Distribution answerTokens,
      List<Refusal> refused,
      long refusedLines) {}

  private static final int NAMED_REFUSALS = 1000;

  private final Catalogue catalogue;
  private final LocalCounters localCounters;

  FileCounting(Catalogue catalogue, LocalCounters localCounters) {
    this.catalogue = catalogue;
    this.localCounters = localCounters;
  }

  /**
   * The model that a name means: one on this computer, by path or library name; else one of the catalogue; else one whose encoding
   * is known, though no price is.
   *
   * @throws UserFacingException for a model whose tokens Timbre cannot count
   */
  public Optional<Target> target(String name) throws UserFacingException {
    var local = localCounters.of(name);
    if (local.isPresent()) {
      return Optional.of(new Target(name, local.get(), Optional.empty()));
    }
    var line = catalogue.find(name);
    if (line.isPresent()) {
      return Optional.of(priced(line.get()));
    }
    return ApiCounters.forModel(name).map(counter -> new Target(name, counter, Optional.empty()));
  }

  private static Target priced(CatalogueEntry line) throws UserFacingException {
    var counter = line.encoding().flatMap(ApiCounters::forEncoding);
    if (counter.isEmpty()) {
      throw new UserFacingException(
          "error.count.ownTokenizer",
          "%s has a tokenizer of its own, so its tokens cannot be counted by name. Name a model file or folder that uses the same one."
              .formatted(line.model()),
          line.model());
    }
    return new Target(line.model(), counter.get(), Optional.of(line));
  }

  /**
   * Counts the good lines of a chat training file, one at a time.
   *
   * @param epochs as chosen, or empty for the default rule
   */
  public Report count(Path file, Target target, OptionalInt epochs) throws UserFacingException {
    var limit =
        target.price().map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty());
    var tally = new TokenTotals.Tally(limit);
    var counting = counting(target);
    var totals = IntStream.builder();
    var answers = IntStream.builder();
    var refused = new ArrayList<Refusal>();
    long refusedLines = 0;
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good(_, var conversation, _, _) -> {
            var count = counting.apply(conversation);
            tally.add(count);
            totals.add(count.total());
            answers.add(count.answers());
          }
          case ConversationReader.Line.Refused(_, var refusal) -> {
            refusedLines++;
            if (refused.size() < NAMED_REFUSALS) {
              refused.add(refusal);
            }
          }
          case ConversationReader.Line.Beside _ -> {}
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    return new Report(
        estimate(target, tally.totals(), epochs),
        target.counter().name(),
        Distribution.of(totals.build().toArray()),
        Distribution.of(answers.build().toArray()),
        refused,
        refusedLines);
  }

  /** A file of pairs is one for preference training, but on this computer, which learns the preferred answers. */
  private static Function<Conversation, TokenCount> counting(Target target) {
    return target.isLocal()
        ? target.counter()::count
        : ApiQuotes.billed(
                RangeCounter.exactly(target.counter()),
                new ApiMethod.Preference(OptionalDouble.empty()))
            .andThen(Counted::high);
  }

  private static UserFacingException unreadable(Path file, IOException cause) {
    String name = String.valueOf(file.getFileName());
    return new UserFacingException(
        "error.count.unreadable",
        "%s could not be read, so it was not counted. Check that it can be opened elsewhere."
            .formatted(name),
        cause,
        name);
  }

  private static CostEstimate estimate(Target target, TokenTotals totals, OptionalInt epochs) {
    return target
        .price()
        .map(price -> Estimates.of(price, totals, epochs))
        .orElseGet(() -> Estimates.unpriced(target.name(), totals, epochs));
  }
}
