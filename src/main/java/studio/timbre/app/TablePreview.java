package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.LineSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Placing;
import studio.timbre.model.Progress;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/**
 * What a mapping makes of a table.
 *
 * @param samples the first conversations
 * @param refused rows that do not come in (the first two hundred)
 * @param leftOut what does not come in of rows that do, and beside them (the first two hundred)
 * @param conversations how many come in, of what was read
 * @param refusedRows how many do not
 * @param leftOutParts how many such parts there are
 * @param whole whether the whole file was read
 */
public record TablePreview(
    List<Sample> samples,
    List<Refusal> refused,
    List<Refusal> leftOut,
    long conversations,
    long refusedRows,
    long leftOutParts,
    boolean whole) {
  private static final int TOLD = 200;
  private static final int REPORT_EVERY = 500;

  /**
   * One conversation as it would come in.
   *
   * @param row its first, from 1
   * @param placing what the table says about its place
   */
  public record Sample(long row, Conversation conversation, Placing placing) {}

  public TablePreview {
    samples = List.copyOf(samples);
    refused = List.copyOf(refused);
    leftOut = List.copyOf(leftOut);
  }

  /** The conversations alone. */
  public List<Conversation> said() {
    return samples.stream().map(Sample::conversation).toList();
  }

  /** Goes through a whole file. */
  static TablePreview read(Path file, TableMapping mapping, int wanted, Progress progress)
      throws UserFacingException {
    try (var reader = ConversationReader.open(file, Optional.of(mapping))) {
      return of(reader, wanted, true, false, progress, Files.size(file));
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  /**
   * Goes through what is read.
   *
   * @param whole whether that is all
   * @param goesOn whether the last conversation may go on behind it, so that it is left aside
   * @param size of what is read, in bytes
   */
  static TablePreview of(
      LineSource source, int wanted, boolean whole, boolean goesOn, Progress progress, long size)
      throws IOException {
    var gathering = new Gathering(wanted);
    long lines = 0;
    var line = source.next();
    while (line.isPresent()) {
      if (lines++ % REPORT_EVERY == 0) {
        if (progress.isCancelled()) {
          throw new CancellationException();
        }
        progress.report(source.bytesRead(), size);
      }
      var next = source.next();
      if (!goesOn || next.isPresent() || gathering.isEmpty()) {
        gathering.take(line.get());
      }
      line = next;
    }
    return gathering.end(whole);
  }

  private static final class Gathering {
    private final int wanted;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Refusal> leftOut = new ArrayList<>();
    private long conversations;
    private long refusedRows;
    private long leftOutParts;

    Gathering(int wanted) {
      this.wanted = wanted;
    }

    boolean isEmpty() {
      return samples.isEmpty();
    }

    void take(ConversationReader.Line line) {
      switch (line) {
        case ConversationReader.Line.Good good -> {
          conversations++;
          if (samples.size() < wanted) {
            samples.add(new Sample(good.number(), good.conversation(), good.placing()));
          }
          good.leftOut().forEach(this::leaveOut);
        }
        case ConversationReader.Line.Refused(_, var refusal) -> {
          refusedRows++;
          if (refused.size() < TOLD) {
            refused.add(refusal);
          }
        }
        case ConversationReader.Line.Beside(_, var part) -> leaveOut(part);
      }
    }

    private void leaveOut(Refusal part) {
      leftOutParts++;
      if (leftOut.size() < TOLD) {
        leftOut.add(part);
      }
    }

    TablePreview end(boolean whole) {
      return new TablePreview(
          samples, refused, leftOut, conversations, refusedRows, leftOutParts, whole);
    }
  }
}
