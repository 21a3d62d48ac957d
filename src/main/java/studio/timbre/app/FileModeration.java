package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ScreenedText;
import studio.timbre.jobs.remote.ModerationCalls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Flag;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.UserFacingException;

/** Has a training file that is in no project looked at for harmful content by a provider, free of charge. */
public final class FileModeration {
  private static final int NAMED_REFUSALS = 1000;

  /** A line in which something is flagged. */
  public record FlaggedLine(long line, List<Flag> flags) {}

  /**
   * What it came to.
   *
   * @param conversations looked at
   * @param beyondText of those, with pictures or sounds, which nobody looked at
   * @param refused broken lines (the first thousand), which were not sent
   * @param refusedLines how many lines are broken in all
   */
  public record Report(
      long conversations,
      long flagged,
      long beyondText,
      List<Refusal> refused,
      long refusedLines) {}

  private final Moderation.Opener opener;
  private final Pace pace;

  FileModeration(Moderation.Opener opener, Pace pace) {
    this.opener = opener;
    this.pace = pace;
  }

  /**
   * @param flagged told of each flagged line as soon as it is known, in the order of the file
   * @param progress in conversations, of which the number is not known
   */
  public Report look(
      Path file,
      Connection connection,
      ApiKey key,
      Consumer<FlaggedLine> flagged,
      ContentProgress progress)
      throws UserFacingException {
    var tally = new Tally(flagged, progress);
    try (var calls = opener.open(connection, key, pace);
        var reader = ConversationReader.open(file)) {
      return look(reader, connection.name(), calls, tally, progress);
    } catch (IOException e) {
      throw new UserFacingException(
          "error.moderation.fileUnreadable",
          "%s could not be read to its end. What was said about its lines before holds. Check that it can be opened elsewhere."
              .formatted(file),
          e,
          file.toString());
    }
  }

  private Report look(
      ConversationReader reader,
      String name,
      ModerationCalls calls,
      Tally tally,
      ContentProgress progress)
      throws IOException, UserFacingException {
    var screening =
        new Screening<Long>(name, calls, pace, (_, judged) -> tally.take(judged), progress);
    var refused = new ArrayList<Refusal>();
    long refusedLines = 0;
    for (var line = reader.next(); line.isPresent(); line = reader.next()) {
      switch (line.get()) {
        case ConversationReader.Line.Good(long number, var conversation, _, _) ->
            screening.add(number, ScreenedText.of(conversation));
        case ConversationReader.Line.Refused(_, var refusal) -> {
          refusedLines++;
          if (refused.size() < NAMED_REFUSALS) {
            refused.add(refusal);
          }
        }
        case ConversationReader.Line.Beside _ -> {}
      }
    }
    screening.finish();
    return new Report(tally.conversations, tally.flagged, tally.beyondText, refused, refusedLines);
  }

  private static final class Tally {
    private final Consumer<FlaggedLine> teller;
    private final ContentProgress progress;
    private long conversations;
    private long flagged;
    private long beyondText;

    Tally(Consumer<FlaggedLine> teller, ContentProgress progress) {
      this.teller = teller;
      this.progress = progress;
    }

    void take(List<Screening.Judged<Long>> judged) {
      for (var each : judged) {
        conversations++;
        beyondText += each.beyondText() ? 1 : 0;
        if (!each.flags().isEmpty()) {
          flagged++;
          teller.accept(new FlaggedLine(each.of(), each.flags()));
        }
      }
      progress.report(conversations, -1);
    }
  }
}
