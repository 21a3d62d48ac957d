package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.secrets.KeyFile;
import studio.timbre.secrets.SystemKeyStore;
import studio.timbre.store.ProjectFile;

/** The composition root: makes everything once and hands it out. */
public final class Timbre implements AutoCloseable {
  private final TimbreFolder folder;
  private final Preferences preferences;
  private final PricePreferences pricePreferences;
  private final Catalogue catalogue;
  private final RecentProjects recent;
  private final Models models;
  private final LocalTokenizers localTokenizers;
  private final Connections connections;
  private final Hearing hearing;
  private final ProviderServing serving;

  /** Starts with the folder that {@code TIMBRE_HOME} names, or the system's usual one. */
  public static Timbre start() {
    return startIn(TimbreFolder.ofThisUser());
  }

  /** Starts with a folder of one's own. */
  public static Timbre startIn(TimbreFolder folder) {
    return new Timbre(folder);
  }

  private Timbre(TimbreFolder folder) {
    this.folder = folder;
    SendingFolder.clear(folder.apiJobs());
    this.preferences =
        new Preferences(
            folder.preferences(),
            Locale.getDefault(),
            Optional.ofNullable(System.getenv("HF_ENDPOINT")));
    this.pricePreferences = new PricePreferences(folder.prices());
    this.catalogue = Catalogue.with(folder.ownCatalogue());
    this.recent = new RecentProjects(folder.recentProjects());
    this.models = new Models(folder.models(), preferences::hubEndpoint);
    this.localTokenizers = new LocalTokenizers(models);
    this.connections =
        new Connections(
            folder.connections(),
            new Keys(Timbre::systemKeys, new KeyFile(folder.keys()), System::getenv),
            catalogue.entries(),
            new ConnectionCheck());
    this.hearing = new Hearing(connections, catalogue.entries());
    this.serving =
        new ProviderServing(
            new ServedModels(folder.served()),
            new ServingFacts(catalogue.entries()),
            connections::keyForJob,
            Pace.SYSTEM);
  }

  /** The system's store for keys, unless {@code TIMBRE_KEYS} is {@code file}. */
  private static Optional<SystemKeyStore> systemKeys() {
    return "file".equals(System.getenv("TIMBRE_KEYS")) ? Optional.empty() : SystemKeyStore.find();
  }

  /** Where Timbre keeps its own things. */
  public TimbreFolder folder() {
    return folder;
  }

  public Preferences preferences() {
    return preferences;
  }

  /** What the person told of their money: currency, electricity, accounts. */
  public PricePreferences pricePreferences() {
    return pricePreferences;
  }

  /** Where the window stood when it was last closed. */
  public RememberedWindow window() {
    return new RememberedWindow(folder.window());
  }

  /** Models and prices, with the person's own overrides applied. */
  public List<CatalogueEntry> catalogue() {
    return catalogue.entries();
  }

  /** Why the person's own prices were left aside, if they were. */
  public Optional<UserFacingException> catalogueProblem() {
    return catalogue.ownFileProblem();
  }

  /** Counts training files that are in no project. */
  public FileCounting fileCounting() {
    return new FileCounting(catalogue, new ModelCounters(models));
  }

  /** Scores the voice of answers that are in no project. */
  public FileVoice fileVoice() {
    return new FileVoice();
  }

  /** Tells what conversations are about. */
  public FileTopics fileTopics() {
    return new FileTopics();
  }

  /** Checks data before it is trained on. */
  public FileCheck fileCheck() {
    return new FileCheck(this::apiJobs, apiQuotes(), models());
  }

  /** Writes training files as providers take them. */
  public ProviderFiles providerFiles() {
    return new ProviderFiles(fileCheck());
  }

  /** Says what models cost in all: training, and using them. */
  public Costs costs() {
    return new Costs(
        catalogue.entries(),
        apiQuotes(),
        new LocalCosts(models, new MeasuredSpeeds(folder.root())));
  }

  public Models models() {
    return models;
  }

  /** Accounts at providers, and their keys. */
  public Connections connections() {
    return connections;
  }

  public Hearing hearing() {
    return hearing;
  }

  /** How tuned models at providers come to answer. */
  public Serving serving() {
    return serving;
  }

  /** Trains on files that are in no project. */
  public FileTraining fileTraining() {
    return new FileTraining(folder.root());
  }

  /** Looks for harmful content in files that are in no project. */
  public FileModeration fileModeration() {
    return new FileModeration(ApiDialects::moderation, Pace.SYSTEM);
  }

  /** The jobs at providers that belong to no project. Whoever asks closes them. */
  public ApiJobs apiJobs() throws UserFacingException {
    var file = ProjectFile.openShared(folder.apiJobs().resolve("jobs" + ProjectSession.ENDING));
    return new ApiJobs(
        folder.apiJobs(),
        file.apiJobs(),
        apiQuotes(),
        JobKeys.Source.NONE,
        BudgetGate.OPEN,
        file::close);
  }

  private ApiQuotes apiQuotes() {
    return new ApiQuotes(catalogue, fileTraining(), localTokenizers);
  }

  /** Makes a new, empty project file; refuses to overwrite one. */
  public ProjectSession create(Path file) throws UserFacingException {
    return session(ProjectFile.create(file));
  }

  public ProjectSession open(Path file) throws UserFacingException {
    return session(ProjectFile.open(file));
  }

  /** Opens the sample project, making it in Timbre's folder at first; what was changed or deleted in it stays so. */
  public ProjectSession openSample() throws UserFacingException {
    var file = folder.projects().resolve(SampleProject.FILE);
    return open(Files.exists(file) ? file : SampleProject.make(folder.projects()));
  }

  /** Projects opened before that still exist, newest first. */
  public List<Path> recentProjects() {
    return recent.list();
  }

  /** The version of this program, as 0.1.0. */
  public String version() {
    try (var stream = Timbre.class.getResourceAsStream("/studio/timbre/version.properties")) {
      var properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a project for a command: it does not become a recent one, and nobody sees to its jobs at providers. */
  public ProjectSession openAlone(Path file) throws UserFacingException {
    return sessionAlone(ProjectFile.open(file));
  }

  /** Makes a project for a command, as {@link #openAlone} opens one. */
  public ProjectSession createAlone(Path file) throws UserFacingException {
    return sessionAlone(ProjectFile.create(file));
  }

  private ProjectSession sessionAlone(ProjectFile project) {
    return new ProjectSession(
        project, catalogue.entries(), preferences::name, folder, apiQuotes(), connections, models);
  }

  private ProjectSession session(ProjectFile project) {
    recent.opened(project.path());
    var session = sessionAlone(project);
    var jobs = session.apiJobs();
    jobs.attendAll(() -> serving.attendLeft(jobs));
    return session;
  }

  @Override
  public void close() {
    // Sessions belong to those who opened them.
    hearing.close();
    serving.close();
    connections.keys().close();
  }
}
