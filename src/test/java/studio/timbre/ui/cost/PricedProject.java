package studio.timbre.ui.cost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import studio.timbre.app.Preferences;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Appearance;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** A project and a Timbre around it, with some prices of its own, since the shipped ones end some day. */
final class PricedProject implements AutoCloseable {
  /**
   * Two models of one provider for everybody, one for existing customers, and one without a price. The dear one costs ten times the
   * cheap one.
   */
  private static final String PRICES =
      """
      [{"provider": "Own", "model": "cheap", "methods": ["supervised"], "encoding": "o200k_base",
        "training_usd_per_million_tokens": 3.0, "input_usd_per_million": 0.3,
        "output_usd_per_million": 1.2, "served_by": "tokens", "bills_held_out": false,
        "context_length_training": 65536, "last_new_job_date": "2999-01-05",
        "shutdown_date": "2999-01-14", "source": "our own list", "as_of": "2026-11-22"},
       {"provider": "Own", "model": "dear", "methods": ["supervised"], "encoding": "o200k_base",
        "training_usd_per_million_tokens": 30.0, "input_usd_per_million": 3,
        "output_usd_per_million": 12, "served_by": "tokens", "bills_held_out": false,
        "source": "our own list", "as_of": "2026-11-22"},
       {"provider": "Club", "model": "members", "methods": ["supervised"], "encoding": "o200k_base",
        "training_usd_per_million_tokens": 1.0, "input_usd_per_million": 0.1,
        "output_usd_per_million": 0.1, "served_by": "tokens", "open_to": "existing customers"},
       {"provider": "Own", "model": "secret", "methods": ["supervised"], "encoding": "o200k_base"}]
      """;

  final Timbre timbre;
  final ProjectSession session;
  final SilentNotices notices = new SilentNotices();
  final Work work = Work.inBackground();
  final List<String> rooms = new ArrayList<>();
  final OpenProject project;

  PricedProject(Path folder) throws Exception {
    var home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("catalogue.json"), PRICES);
    timbre = Timbre.startIn(new TimbreFolder(home));
    session = timbre.create(folder.resolve("voice.timbre"));
    project = Snapshots.onScreen(() -> new OpenProject(session, work));
  }

  /** A system message of 3 + 1 + 96 tokens, a question of 5 and an answer of 5, and 3 for the whole: 113. */
  void addHellos(int conversations) {
    for (int i = 0; i < conversations; i++) {
      session.add(
          Conversation.of(
              Message.of(Role.SYSTEM, "hello" + " hello".repeat(95)),
              Message.of(Role.USER, "Hi"),
              Message.of(Role.ASSISTANT, "Yes")),
          Split.TRAINING,
          Optional.empty());
    }
  }

  Desk desk(Texts texts) {
    return new Desk(timbre, texts, work, notices, rooms::add, new NoFiles(), new NoLook());
  }

  static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }

  @Override
  public void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          project.close();
          return true;
        });
    work.close();
    timbre.close();
  }

  private record NoLook() implements Appearance {
    @Override
    public void setTheme(Preferences.Theme theme) {}

    @Override
    public void setLanguage(Locale language) {}
  }
}
