package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.FileKind;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.UserFacingException;

/**
 * The lines of one file, or of several and of folders one after the other; of several, what is refused or left out is told with the file
 * in which it stands.
 */
final class SourceReader implements AutoCloseable {

  /** How a file is read. */
  @FunctionalInterface
  interface Opening {
    /** Tables are read under what is known of their columns. */
    static Opening under(TableMappings mappings) {
      return file -> {
        var kind = FileKind.of(file);
        return ConversationReader.open(file, kind, TableLook.mapping(file, kind, mappings));
      };
    }

    ConversationReader open(Path file) throws IOException, UserFacingException;
  }

  private final ImportSources sources;
  private final Opening opening;
  private final Iterator<Path> files;
  private final Iterator<Refusal> others;
  private long bytesBefore;
  private Optional<Path> file = Optional.empty();
  private Optional<ConversationReader> reader = Optional.empty();

  private SourceReader(ImportSources sources, Opening opening) {
    this.sources = sources;
    this.opening = opening;
    this.files = sources.files().iterator();
    this.others = sources.others().iterator();
  }

  /**
   * @throws UserFacingException where there is no such file
   */
  static SourceReader of(List<Path> given, Opening opening) throws UserFacingException {
    return new SourceReader(ImportSources.of(given), opening);
  }

  /** Whether there is but one file, and no folder around it. */
  boolean isOneFile() {
    return sources.isOne();
  }

  /** Of all files together. */
  long bytes() {
    return sources.bytes();
  }

  /** How much of them is read, for showing how far it is. */
  long bytesRead() {
    return bytesBefore + reader.map(ConversationReader::bytesRead).orElse(0L);
  }

  /**
   * The next line; empty at the end of the last file. One of several files that cannot be read is a line that is refused.
   *
   * @throws UserFacingException when the only file cannot be read
   */
  Optional<Line> next() throws UserFacingException {
    if (others.hasNext()) {
      return Optional.of(new Line.Beside(0, others.next()));
    }
    while (reader.isPresent() || files.hasNext()) {
      try {
        var line = step();
        if (line.isPresent()) {
          return line;
        }
      } catch (IOException | UncheckedIOException e) {
        return Optional.of(refuseFile(ImportSources.unreadable(file.orElseThrow(), e)));
      } catch (UserFacingException e) {
        return Optional.of(refuseFile(e));
      }
    }
    return Optional.empty();
  }

  /** Empty between two files. */
  private Optional<Line> step() throws IOException, UserFacingException {
    if (reader.isEmpty()) {
      file = Optional.of(files.next());
      reader = Optional.of(opening.open(file.get()));
    }
    var line = reader.get().next();
    if (line.isEmpty()) {
      closeFile();
    }
    return line.map(this::placed);
  }

  private Line placed(Line line) {
    return switch (line) {
      case Line.Good good when good.leftOut().isEmpty() -> good;
      case Line.Good(long number, var conversation, var leftOut, var placing) ->
          new Line.Good(number, conversation, leftOut.stream().map(this::placed).toList(), placing);
      case Line.Refused(long number, var refusal) -> new Line.Refused(number, placed(refusal));
      case Line.Beside(long number, var part) -> new Line.Beside(number, placed(part));
    };
  }

  /** Something about a line of the file that is read now. */
  Refusal placed(Refusal part) {
    return sources.isOne() ? part : part.in(sources.name(file.orElseThrow()));
  }

  /** One file that cannot be read stops the reading of this one alone. */
  private Line refuseFile(UserFacingException reason) throws UserFacingException {
    if (sources.isOne()) {
      throw reason;
    }
    try {
      closeFile();
    } catch (IOException alreadyTold) {
      reader = Optional.empty();
    }
    String english = String.valueOf(reason.getMessage());
    return new Line.Refused(
        0, placed(new Refusal(0, "", reason.key(), english, reason.arguments())));
  }

  private void closeFile() throws IOException {
    if (reader.isPresent()) {
      var done = reader.get();
      reader = Optional.empty();
      done.close();
    }
    bytesBefore += Files.size(file.orElseThrow());
  }

  @Override
  public void close() throws UserFacingException {
    if (reader.isPresent()) {
      try {
        reader.get().close();
      } catch (IOException e) {
        throw ImportSources.unreadable(file.orElseThrow(), e);
      }
    }
  }
}
