package studio.timbre.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import studio.timbre.dataset.ScreenedText;
import studio.timbre.jobs.remote.ModerationCalls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.ModerationStore;
import studio.timbre.store.ModerationStore.Unlooked;
import studio.timbre.store.ModerationStore.Verdict;

/**
 * Has the conversations of a project looked at for harmful content by a provider, free of charge. What was looked at is not sent again
 * until it says something else; of what is not trained on nothing is sent, and of the rest only the words.
 */
public final class Moderation {
  private static final int PAGE = 200;

  /**
   * How far it is with what is trained on.
   *
   * @param conversations in all
   * @param looked of them at, as they are now
   * @param flagged of those
   * @param beyondText of those, with pictures or sounds, which nobody looked at
   */
  public record Standing(long conversations, long looked, long flagged, long beyondText) {
    public long left() {
      return conversations - looked;
    }
  }

  /** Opens the way to a provider. */
  @FunctionalInterface
  interface Opener {
    ModerationCalls open(Connection connection, ApiKey key, Pace pace) throws UserFacingException;
  }

  private final ModerationStore store;
  private final Supplier<TrainingFilter> filter;
  private final Opener opener;
  private final Pace pace;
  private final Runnable changed;

  /**
   * @param filter what is trained on
   * @param changed called when verdicts have come
   */
  Moderation(
      ModerationStore store,
      Supplier<TrainingFilter> filter,
      Opener opener,
      Pace pace,
      Runnable changed) {
    this.store = store;
    this.filter = filter;
    this.opener = opener;
    this.pace = pace;
    this.changed = changed;
  }

  /** What the provider of a connection has looked at. */
  public Standing standing(Connection connection) {
    return standing(filter.get().query(), connection);
  }

  private Standing standing(ConversationQuery query, Connection connection) {
    var standing = store.standing(query, address(connection));
    return new Standing(
        standing.conversations(), standing.looked(), standing.flagged(), standing.beyondText());
  }

  /**
   * Looks at what is trained on and was not looked at yet. Verdicts are kept as they come, so that the next call goes on where this one was
   * stopped or failed.
   *
   * @param progress in conversations
   * @throws CancellationException if somebody asked for an end
   */
  public Standing look(Connection connection, ApiKey key, ContentProgress progress)
      throws UserFacingException {
    var query = filter.get().query();
    var before = standing(query, connection);
    progress.report(before.looked(), before.conversations());
    try (var calls = opener.open(connection, key, pace)) {
      lookAll(query, connection, calls, before, progress);
    } finally {
      changed.run();
    }
    var after = standing(query, connection);
    progress.report(after.looked(), after.conversations());
    return after;
  }

  private void lookAll(
      ConversationQuery query,
      Connection connection,
      ModerationCalls calls,
      Standing before,
      ContentProgress progress)
      throws UserFacingException {
    var told = new Told(before, progress);
    var screening =
        new Screening<Unlooked>(
            connection.name(),
            calls,
            pace,
            (model, judged) -> {
              store.put(
                  address(connection),
                  model,
                  pace.now(),
                  judged.stream()
                      .map(each -> new Verdict(each.of().hash(), each.flags(), each.beyondText()))
                      .toList());
              told.more(judged.size());
            },
            progress);
    Optional<byte[]> behind = Optional.empty();
    for (var page = page(query, connection, behind);
        !page.isEmpty();
        page = page(query, connection, behind)) {
      // The same said twice is sent once; what was answered for is not in the next page.
      var seen = new HashSet<Long>();
      for (var unlooked : page) {
        if (seen.add(unlooked.hash())) {
          screening.add(unlooked, ScreenedText.of(unlooked.conversation()));
        } else {
          told.more(1);
        }
      }
      behind = Optional.of(page.getLast().place());
    }
    screening.finish();
  }

  private List<Unlooked> page(
      ConversationQuery query, Connection connection, Optional<byte[]> behind) {
    return store.unlooked(query, address(connection), behind, PAGE);
  }

  private static String address(Connection connection) {
    return connection.address().toString();
  }

  /**
   * Adds a problem for each category in which something is flagged, behind the errors and before other warnings.
   *
   * @param passed whether a kind is let pass in a conversation
   */
  List<Problem> among(List<Problem> others, BiPredicate<String, Long> passed) {
    return FlaggedContent.among(others, store.flagged(filter.get().query()), passed);
  }

  /** Counts on from what was looked at before. */
  private static final class Told {
    private final ContentProgress progress;
    private final long total;
    private long done;

    Told(Standing before, ContentProgress progress) {
      this.progress = progress;
      this.total = before.conversations();
      this.done = before.looked();
    }

    void more(int conversations) {
      done = Math.min(total, done + conversations);
      progress.report(done, total);
    }
  }
}
