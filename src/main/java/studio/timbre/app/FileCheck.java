package studio.timbre.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.app.ApiJobs.Wanted;
import studio.timbre.checks.LookedSet;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.Problem.Severity;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.topics.Topic;
import studio.timbre.topics.TopicFinder;
import studio.timbre.topics.TopicSample;

/** Checks data before it is trained on, in a file or a project: what is amiss, and what would stop the provider that it is for. */
public final class FileCheck {
  /** Opens what looks jobs over. Whoever asks closes it. */
  @FunctionalInterface
  interface Jobs {
    ApiJobs open() throws UserFacingException;
  }

  /**
   * What the data is for.
   *
   * @param provider empty for this computer
   * @param model may be empty on this computer: the one that Timbre starts with
   */
  public record Target(Optional<Provider> provider, String model) {
    public Target(Provider provider, String model) {
      this(Optional.of(provider), model);
    }

    /** This computer. */
    public static Target local(String model) {
      return new Target(Optional.empty(), model);
    }
  }

  /**
   * Something that is amiss in one conversation, or in the data as a whole.
   *
   * @param rule as {@code missing_content}: the names of OpenAI's cookbook where it has one
   * @param severity an error stops the target; without a target, it is to be mended in any case
   * @param line of the file, from 1; empty for a project, and for what is of no line
   * @param conversation which of the file, from 1, or its number in the project
   * @param message in English
   */
  public record Found(
      String rule,
      Severity severity,
      OptionalLong line,
      OptionalLong conversation,
      String message) {}

  /**
   * What a look came to.
   *
   * @param ready whether nothing stops it
   * @param problems worst first, then by place
   */
  public record Report(long conversations, boolean ready, List<Found> problems) {}

  private final Jobs jobs;
  private final ApiQuotes quotes;
  private final Models models;

  FileCheck(Jobs jobs, ApiQuotes quotes, Models models) {
    this.models = models;
    this.jobs = jobs;
    this.quotes = quotes;
  }

  /** The catalogue's line for a model at a provider, if it has one. */
  Optional<CatalogueEntry> entry(Target target) {
    return target
        .provider()
        .flatMap(provider -> quotes.entry(provider, ApiRecipe.of(target.model())));
  }

  /** Whether the limits of the model are known: those of this computer, or by a line of the catalogue. */
  public boolean isKnown(Target target) {
    return target.provider().isEmpty() || entry(target).isPresent();
  }

  /** Looks at a training file in any of the shapes that are imported. */
  public Report look(Path file, Optional<Target> target) throws UserFacingException {
    var looked = new LookedSet(1_000);
    var here = local(target);
    var found = new ArrayList<Found>();
    var language = new TextLanguage();
    var lines = new ArrayList<Long>();
    boolean pairs = true;
    var sample = new TopicSample();
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good(long number, var conversation, _, var placing) -> {
            lines.add(number);
            here.ifPresent(model -> model.take(number, conversation));
            pairs &= conversation.isPair();
            long fingerprint = Fingerprint.of(conversation);
            sample.add(fingerprint, conversation);
            looked.add(
                lines.size(),
                placing.split().orElse(Split.TRAINING),
                fingerprint,
                CheckedTexts.look(conversation, language));
          }
          case ConversationReader.Line.Beside _ -> {}
          case ConversationReader.Line.Refused(long number, var refusal) ->
              found.add(FoundPlaces.refused(number, refusal));
        }
      }
    } catch (IOException e) {
      throw ApiOrders.unreadable(file, e);
    }
    looked.compare();
    var topics = topics(file, sample, looked);
    WholeLook.problems(looked, topics)
        .forEach(
            problem -> FoundPlaces.spread(problem, id -> lines.get((int) id - 1), true, found));
    if (lines.isEmpty()) {
      found.add(FoundPlaces.ofTheWhole("empty", "There is no conversation in it."));
    }
    var stops = Optional.<List<Finding>>empty();
    if (target.isPresent() && !lines.isEmpty()) {
      stops =
          Optional.of(
              here.isPresent()
                  ? here.get().findings()
                  : preflight(target.get(), file, Optional.empty(), pairs));
    }
    return TargetVerdict.report(
        lines.size(), found, stops, line -> Collections.binarySearch(lines, line) + 1L, true);
  }

  /** Tells what each conversation is about; that takes a second walk through the file, as topics are found in the whole of it. */
  private static List<Topic> topics(Path file, TopicSample sample, LookedSet looked)
      throws UserFacingException {
    var set = TopicFinder.find(sample);
    if (set.topics().isEmpty()) {
      return List.of();
    }
    var number = new AtomicLong();
    FileTopics.tell(file, set, topic -> looked.topics().put(number.incrementAndGet(), (int) topic));
    looked.topics().settle();
    return set.topics();
  }

  /** Looks at what a project trains on, and at what it holds out. */
  public Report look(ProjectSession project, Optional<Target> target) throws UserFacingException {
    var found = new ArrayList<Found>();
    project.topics().finish(false, Progress.NONE);
    project.problems().forEach(problem -> FoundPlaces.spread(problem, id -> id, false, found));
    var training = project.training().get();
    long[] ids = project.ids(training.query(Split.TRAINING));
    long[] heldOut = project.ids(training.query(Split.HELD_OUT));
    if (ids.length == 0) {
      found.add(FoundPlaces.ofTheWhole("empty", "There is no conversation to train on."));
    }
    var stops = Optional.<List<Finding>>empty();
    if (target.isPresent() && ids.length > 0) {
      var here = local(target);
      stops =
          Optional.of(
              here.isPresent()
                  ? findings(here.get(), project)
                  : preflight(target.get(), project, heldOut.length > 0));
    }
    return TargetVerdict.report(
        (long) ids.length + heldOut.length, found, stops, line -> ids[(int) line - 1], false);
  }

  private Optional<LocalTarget> local(Optional<Target> target) throws UserFacingException {
    return target.isPresent() && target.get().provider().isEmpty()
        ? Optional.of(LocalTarget.open(models, target.get().model()))
        : Optional.empty();
  }

  private static List<Finding> findings(LocalTarget model, ProjectSession project) {
    var line = new AtomicLong();
    project.eachChosen(
        Split.TRAINING, conversation -> model.take(line.incrementAndGet(), conversation));
    return model.findings();
  }

  private List<Finding> preflight(Target target, ProjectSession project, boolean measured)
      throws UserFacingException {
    var training = project.training().get();
    Path folder;
    try {
      folder = Files.createTempDirectory("timbre-check");
    } catch (IOException e) {
      throw ApiOrders.unreadable(project.file(), e);
    }
    var learned = folder.resolve("training.jsonl");
    var validation = folder.resolve("validation.jsonl");
    try {
      project.exportJsonl(training.query(Split.TRAINING), learned, Progress.NONE);
      if (measured) {
        project.exportJsonl(training.query(Split.HELD_OUT), validation, Progress.NONE);
      }
      boolean pairs =
          project.rows(project.ids(training.query(Split.TRAINING))[0]).stream()
              .allMatch(row -> row.conversation().isPair());
      return preflight(
          target, learned, measured ? Optional.of(validation) : Optional.empty(), pairs);
    } finally {
      SmallFile.delete(learned);
      SmallFile.delete(validation);
      SmallFile.delete(folder);
    }
  }

  private List<Finding> preflight(
      Target target, Path training, Optional<Path> validation, boolean pairs)
      throws UserFacingException {
    return preflight(
        target,
        training,
        validation,
        pairs ? new ApiMethod.Preference(OptionalDouble.empty()) : new ApiMethod.Supervised());
  }

  /** What a provider would say of these files. */
  List<Finding> preflight(Target target, Path training, Optional<Path> validation, ApiMethod method)
      throws UserFacingException {
    var provider = target.provider().orElseThrow();
    var facts = ProviderFacts.of(provider);
    var address = URI.create(facts.address().orElse(facts.example()));
    var recipe = ApiRecipe.of(target.model()).withMethod(method);
    try (var open = jobs.open()) {
      return open.preflight(
          new Wanted(
              target.model(),
              new Connection("check", facts.name(), provider, address),
              Optional.empty(),
              recipe,
              training,
              validation,
              OptionalDouble.empty(),
              OptionalLong.empty(),
              Optional.empty()));
    }
  }
}
