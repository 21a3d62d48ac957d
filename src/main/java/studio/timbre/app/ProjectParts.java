package studio.timbre.app;

import java.util.List;
import java.util.function.Supplier;
import studio.timbre.app.history.ProjectVersions;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Progress;
import studio.timbre.store.Conversations;
import studio.timbre.store.Edits;
import studio.timbre.store.Journal;
import studio.timbre.store.PassedProblems;
import studio.timbre.store.ProjectFile;
import studio.timbre.store.TokenCounts;

/** What an open project consists of, and how the parts know each other. */
final class ProjectParts implements AutoCloseable {
  final ProjectFile project;
  final Conversations conversations;
  final Edits edits;
  final Journal journal;
  final TokenCounts counts;
  final ChosenModel chosen;
  final Transfer transfer;
  final Counting counting;
  final Runs runs;
  final Moderation moderation;
  final PassedProblems passed;
  final ProjectProblems problems;
  final ProjectBudget budget;
  final ApiJobs apiJobs;
  final ApiTraining apiTraining;
  final TrainingChoice training;
  final Team team;
  final ProjectVersions versions;
  final ProjectQuotes quotes;
  final Destinations destinations;
  final LocalDestinations localDestinations;
  final Languages languages;
  final Voice voice;
  final ProjectTopics topics;
  final Facets facets;
  final SavedViews views;
  final KeptDrafts drafts;
  final ReviewPacks packs;
  final Listeners listeners = new Listeners();
  final Leaving leaving = new Leaving();

  /** See {@link ProjectSession}. Nothing is under way before {@link #start}. */
  ProjectParts(
      ProjectFile project,
      List<CatalogueEntry> catalogue,
      Supplier<String> who,
      TimbreFolder home,
      ApiQuotes apiQuotes,
      JobKeys.Source keys,
      Models models) {
    this.project = project;
    this.conversations = project.conversations();
    this.edits = project.edits(who);
    this.journal = project.journal();
    this.counts = project.tokenCounts();
    this.chosen = new ChosenModel(project.settings(), catalogue);
    this.transfer = new Transfer(conversations, edits);
    this.counting = new Counting(project, ChosenModel.counter(chosen.get()), listeners::tell);
    this.team = new Team(project.reviews(), who);
    this.versions =
        new ProjectVersions(
            project.versions(),
            journal,
            edits,
            who,
            () -> {
              this.counting.start();
              listeners.tell();
            });
    this.training =
        new TrainingChoice(project.settings(), conversations, this::counter, listeners::tell);
    this.moderation =
        new Moderation(
            project.moderation(),
            training::get,
            ApiDialects::moderation,
            Pace.SYSTEM,
            listeners::tell);
    this.passed = project.passedProblems(who);
    this.problems =
        new ProjectProblems(
            project.looks(),
            project.topics(),
            counts,
            moderation,
            training::get,
            passed,
            project.foundProblems(),
            leaving);
    var source = new ProjectSource(conversations, journal, project.versions(), training::get);
    this.runs = new Runs(home.root(), project.runs(), source);
    this.quotes = new ProjectQuotes(apiQuotes, conversations, counts, source);
    this.budget =
        new ProjectBudget(
            project.settings(),
            () -> project.apiJobs().list(),
            apiQuotes::trainedUsd,
            project.paidAnswers());
    this.apiJobs =
        new ApiJobs(home.apiJobs(), project.apiJobs(), apiQuotes, keys, budget, () -> {});
    this.apiTraining = new ApiTraining(home.apiJobs(), apiJobs, source, quotes);
    this.destinations = new Destinations(source, apiQuotes, catalogue);
    this.localDestinations =
        new LocalDestinations(
            models, source, conversations, project.changedConversations(), leaving);
    this.languages = new Languages(project.traits(), listeners::tell);
    this.voice =
        new Voice(
            project.voiceGuides(who),
            project.voiceScores(),
            conversations,
            project.settings(),
            listeners::tell);
    this.topics = new ProjectTopics(project.topics(), conversations, listeners::tell);
    var pastRuns = new PastRuns(runs, apiJobs, project.versions());
    this.facets =
        new Facets(
            project.facetCounts(),
            this::counter,
            this::freshenProblems,
            pastRuns::list,
            topics::all);
    this.views = new SavedViews(project.settings());
    this.drafts = new KeptDrafts(project.settings(), conversations, counter());
    this.packs =
        new ReviewPacks(
            project,
            ProjectSession.name(project.path()),
            edits,
            () -> {
              counting.start();
              listeners.tell();
            });
  }

  /** Begins what is done in the background. */
  void start() {
    counting.start();
    listeners.add(languages::start);
    languages.start();
    listeners.add(voice::start);
    voice.start();
    listeners.add(topics::start);
    topics.start();
  }

  /** The way in which tokens are counted now. */
  String counter() {
    return counting.counter().name();
  }

  /** The problems are those of the data as it is now. */
  void freshenProblems(Progress progress) {
    problems.freshen(journal.position(), counter(), chosen.get().contextLengthTraining(), progress);
  }

  /** Calls off what takes long and can be begun anew, or gone on with, when the project is opened again. */
  void leave() {
    leaving.begin();
    counting.stop();
    languages.stop();
    voice.stop();
    topics.stop();
  }

  @Override
  public void close() {
    leave();
    // Before anybody is waited for: all of them read.
    project.breakOff();
    runs.close();
    apiJobs.close();
    counting.close();
    languages.close();
    voice.close();
    topics.close();
    project.close();
  }
}
