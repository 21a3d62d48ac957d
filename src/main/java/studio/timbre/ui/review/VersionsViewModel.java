package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.app.history.ProjectVersions;
import studio.timbre.model.Comparison;
import studio.timbre.model.Version;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Lookback;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Named states of the project, and what lies between two of them. */
final class VersionsViewModel implements AutoCloseable {

  /**
   * Two states side by side.
   *
   * @param from in the person's words
   * @param to in the person's words
   * @param taken what a training has taken of the first state; empty where none is asked about
   */
  record Compared(String from, String to, Comparison between, Optional<PastData> taken) {}

  /**
   * That the project was brought back to a version.
   *
   * @param count conversations that changed by it
   * @param entry names the act
   */
  private record WentBack(int count, long entry) {}

  private final OpenProject project;
  private final Texts texts;
  private final Notices notices;
  private final Work.Lane reading;
  private final Work.Lane comparing;
  private final Work.Lane looking;
  private final ReadOnlyObjectWrapper<List<Version>> versions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ConversationDiff>> diff =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;

  VersionsViewModel(OpenProject project, Texts texts, Work work, Notices notices) {
    this.project = project;
    this.texts = texts;
    this.notices = notices;
    this.reading = work.lane();
    this.comparing = work.lane();
    this.looking = work.lane();
    listening = project.revision().subscribe(value -> read());
  }

  /** Newest first. */
  ReadOnlyObjectProperty<List<Version>> versions() {
    return versions.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Compared>> compared() {
    return compared.getReadOnlyProperty();
  }

  /** The conversation of the comparison that is looked at. */
  ReadOnlyObjectProperty<Optional<ConversationDiff>> diff() {
    return diff.getReadOnlyProperty();
  }

  private void read() {
    reading
        .run(() -> project.session().versions().list())
        .onSuccess(versions::set)
        .onFailure(notices::failed);
  }

  /** Gives the present state a name, after the edits that are on their way. */
  void name(String name) {
    if (!name.isBlank()) {
      change(open -> open.name(name));
    }
  }

  void rename(Version version, String name) {
    if (!name.isBlank()) {
      change(open -> open.rename(version.id(), name));
    }
  }

  void forget(Version version) {
    change(open -> open.forget(version.id()));
  }

  private void change(Consumer<ProjectVersions> act) {
    project
        .edits()
        .make(
            session -> {
              act.accept(session.versions());
              return true;
            })
        .onSuccess(done -> read())
        .onFailure(notices::failed);
  }

  void goBack(Version version) {
    project
        .edits()
        .make(
            session -> {
              int count = session.versions().goBack(version.entry());
              return new WentBack(count, session.versions().now());
            })
        .onSuccess(
            done -> {
              String said = texts.get("versions.wentBack", version.name(), done.count());
              if (done.count() == 0) {
                notices.say(said);
              } else {
                notices.say(
                    said,
                    texts.get("common.undo"),
                    project.edits().takingBack(done.entry(), notices, texts));
              }
            })
        .onFailure(notices::failed);
  }

  /** Hands on all that was there when the version was named, as it was. */
  void lookAt(Version version, Consumer<PastData> found) {
    comparing
        .run(
            () -> {
              var open = project.session().versions();
              var between = open.compare(version.entry(), open.now());
              return PastData.of(version, between, open.all(version.entry()));
            })
        .onSuccess(found)
        .onFailure(notices::failed);
  }

  void compareWithNow(Version version) {
    compare(
        session -> {
          var open = session.versions();
          return new Compared(
              version.name(),
              texts.get("past.now"),
              open.compare(version.entry(), open.now()),
              Optional.empty());
        });
  }

  /** Two versions, the elder one first. */
  void compare(Version one, Version other) {
    var first = one.id() < other.id() ? one : other;
    var second = first == one ? other : one;
    compare(
        session ->
            new Compared(
                first.name(),
                second.name(),
                session.versions().compare(first.entry(), second.entry()),
                Optional.empty()));
  }

  /** What a training has seen, with now; hands on what that was. */
  void compare(Lookback lookback, Consumer<PastData> seen) {
    diff.set(Optional.empty());
    comparing
        .run(() -> compare(project.session().versions(), lookback))
        .onSuccess(
            found -> {
              compared.set(found);
              found.flatMap(Compared::taken).ifPresent(seen);
              if (found.isEmpty()) {
                notices.say(texts.get("versions.unknown", lookback.name()));
              }
            })
        .onFailure(notices::failed);
  }

  private Optional<Compared> compare(ProjectVersions open, Lookback lookback) {
    return open.seenBy(lookback.run())
        .map(
            seen -> {
              var between = open.compare(seen.state(), open.now());
              var data = PastData.of(lookback, between, open.taken(seen));
              return new Compared(
                  lookback.name(), texts.get("past.now"), between, Optional.of(data));
            });
  }

  private interface Comparing {
    Compared of(ProjectSession session);
  }

  private void compare(Comparing how) {
    diff.set(Optional.empty());
    comparing
        .run(() -> how.of(project.session()))
        .onSuccess(found -> compared.set(Optional.of(found)))
        .onFailure(notices::failed);
  }

  void closeComparison() {
    comparing.forget();
    compared.set(Optional.empty());
    diff.set(Optional.empty());
  }

  /** Shows one conversation of the comparison word by word. */
  void look(long conversation) {
    compared
        .get()
        .ifPresent(
            shown ->
                looking
                    .run(
                        () ->
                            project
                                .session()
                                .versions()
                                .diff(conversation, shown.between().from(), shown.between().to()))
                    .onSuccess(found -> diff.set(Optional.of(found)))
                    .onFailure(notices::failed));
  }

  /** Lets the table show what is not the same, as far as it is there. */
  void showInTable() {
    compared
        .get()
        .ifPresent(
            shown -> {
              var between = shown.between();
              long[] all =
                  LongStream.concat(
                          LongStream.of(between.added()),
                          LongStream.concat(
                              LongStream.of(between.changed()), LongStream.of(between.moved())))
                      .toArray();
              project
                  .spotlight()
                  .set(
                      Optional.of(
                          new Spotlight(
                              texts.get("versions.between", shown.from(), shown.to()), all)));
            });
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
    comparing.forget();
    looking.forget();
  }
}
