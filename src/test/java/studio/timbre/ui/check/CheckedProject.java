package studio.timbre.ui.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.timbre.app.Connections;
import studio.timbre.app.MadeConnections;
import studio.timbre.app.NewKey;
import studio.timbre.app.Preferences;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Appearance;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** A project, a Timbre around it and a provider on this computer that looks at contents. */
final class CheckedProject implements AutoCloseable {
  static final String KEY = "sk-canary-4e07408562bedb8b60ce05c1decfe3ad";

  final ProviderServer server;
  final Timbre timbre;
  final Connections connections;
  final ProjectSession session;
  final SilentNotices notices = new SilentNotices();

  CheckedProject(Path folder, String... answers) throws Exception {
    server = server();
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    connections = MadeConnections.withStore(folder.resolve("connections"), Map.of());
    session = timbre.create(folder.resolve("voice.timbre"));
    for (var answer : answers) {
      session.add(talk(answer), Split.TRAINING, Optional.empty());
    }
  }

  static ProviderServer server() throws IOException {
    return new ProviderServer(KEY, Flavour.OPENAI);
  }

  static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.SYSTEM, "Warm and brief."),
        Message.of(Role.USER, "What do you say to " + answer + "?"),
        Message.of(Role.ASSISTANT, answer));
  }

  Connection connect(String name, String key) throws Exception {
    return connections.add(
        Provider.COMPATIBLE, name, server.address().toString(), new NewKey.Typed(new ApiKey(key)));
  }

  ContentCheckViewModel model(Work work) {
    return new ContentCheckViewModel(
        new OpenProject(session, work), connections, work, notices::failed);
  }

  /** What a screen over it is given. */
  Desk desk(Texts texts, Work work, Navigator navigator) {
    return new Desk(timbre, texts, work, notices, navigator, new NoFiles(), new NoLook());
  }

  @Override
  public void close() {
    session.close();
    timbre.close();
    server.close();
  }

  private record NoLook() implements Appearance {
    @Override
    public void setTheme(Preferences.Theme theme) {}

    @Override
    public void setLanguage(Locale language) {}
  }
}
