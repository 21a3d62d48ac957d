package studio.timbre.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

/** Says what training on data and using the model costs in all, at every provider that takes new jobs today. */
public final class Costs {
  private final List<CatalogueEntry> catalogue;
  private final ApiQuotes quotes;
  private final LocalCosts local;
  private final Supplier<LocalDate> today;

  Costs(List<CatalogueEntry> catalogue, ApiQuotes quotes, LocalCosts local) {
    this(catalogue, quotes, local, LocalDate::now);
  }

  Costs(
      List<CatalogueEntry> catalogue,
      ApiQuotes quotes,
      LocalCosts local,
      Supplier<LocalDate> today) {
    this.catalogue = catalogue;
    this.quotes = quotes;
    this.local = local;
    this.today = today;
  }

  /**
   * For files that are in no project, or folders of them, read as an import reads them, one conversation at a time.
   *
   * @param mappings what the columns of tables mean
   * @param heldOut measured with; what the other files say of themselves counts too
   */
  public CostReport ofFiles(
      List<Path> training,
      List<Path> heldOut,
      TableMappings mappings,
      CostWish wish,
      Progress progress)
      throws UserFacingException {
    var reckoning = reckoning(wish.diet());
    read(training, Split.TRAINING, mappings, reckoning, progress);
    if (!heldOut.isEmpty()) {
      read(heldOut, Split.HELD_OUT, mappings, reckoning, progress);
    }
    return reckoning.counted().report(wish);
  }

  /** For what a project trains on. */
  public CostReport of(ProjectSession project, CostWish wish, Progress progress)
      throws UserFacingException {
    return count(project, wish.diet(), progress).report(wish);
  }

  /**
   * Counts what a project trains on, for every model; a cancelled count ends with {@link
   * java.util.concurrent.CancellationException}.
   *
   * @param diet counts it with other system prompts too
   * @param progress in conversations
   */
  public CountedCosts count(ProjectSession project, Optional<CostWish.Diet> diet, Progress progress)
      throws UserFacingException {
    var reckoning = reckoning(diet);
    each(project, progress, reckoning::add);
    return reckoning.counted();
  }

  /**
   * Counts a project with other system prompts too, which was counted before and has not changed since.
   *
   * @param progress as for the first count
   */
  public CountedCosts countDiet(
      ProjectSession project, CountedCosts counted, CostWish.Diet diet, Progress progress) {
    return counted.withDiet(diet, add -> each(project, progress, add));
  }

  /** Tokens that a system message of this text adds to each call, counted with o200k; none where there is no text. */
  public static int promptTokens(String prompt) {
    return PromptTally.tokens(prompt);
  }

  private static void each(
      ProjectSession project, Progress progress, BiConsumer<Split, Conversation> add) {
    long all = 0;
    for (var split : Split.values()) {
      all += project.training().totals(split).conversations();
    }
    var steps = new Steps(progress, all);
    for (var split : Split.values()) {
      project.eachChosen(
          split,
          conversation -> {
            add.accept(split, conversation);
            steps.done();
          });
    }
  }

  private CostReckoning reckoning(Optional<CostWish.Diet> diet) throws UserFacingException {
    var day = today.get();
    var open = catalogue.stream().filter(line -> line.isOpenForJobs(day)).toList();
    return new CostReckoning(open, quotes, local.tallies(), diet, today);
  }

  private static void read(
      List<Path> files,
      Split split,
      TableMappings mappings,
      CostReckoning reckoning,
      Progress progress)
      throws UserFacingException {
    try (var found = ImportedFiles.of(files, split, Status.DRAFT, mappings, progress)) {
      while (found.hasNext()) {
        var curated = found.next();
        reckoning.add(curated.split(), curated.conversation());
      }
      reckoning.leaveAside(found.report(0));
    } catch (ImportedFiles.Unreadable e) {
      throw e.reason();
    }
  }
}
