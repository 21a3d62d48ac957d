package studio.timbre.weights;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.HubConnection.Answer;

/**
 * Brings in one file. What has come lies in {@code NAME.part}; {@code NAME.part.tag} holds the server's mark (ETag) of the state
 * that it belongs to, so that a file that changed meanwhile begins anew.
 */
final class HubTransfer {

  /** A broken connection is taken up again by itself this often, as long as something came. */
  private static final int MOST_TRIES = 5;

  private final HubConnection connection;
  private final URI uri;
  private final HubRepository.File file;

  HubTransfer(HubConnection connection, URI uri, HubRepository.File file) {
    this.connection = connection;
    this.uri = uri;
    this.file = file;
  }

  /** Leaves the whole file at {@code target}; does nothing where it lies there already. */
  void fetch(Path target, Progress progress) throws UserFacingException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Path tag = target.resolveSibling(target.getFileName() + ".part.tag");
    try {
      // Only whole and checked files ever get this name.
      if (Files.exists(target) && (file.bytes() < 0 || Files.size(target) == file.bytes())) {
        return;
      }
      for (int attempt = 1; ; attempt++) {
        long before = length(part);
        try {
          receive(part, tag, progress);
          break;
        } catch (HubConnection.NoAnswerException e) {
          if (attempt > 1 && before > 0) {
            throw HubProblems.cut(file.name(), before, file.bytes());
          } else if (attempt > 1) {
            throw e.forPeople();
          }
        } catch (BrokenConnection broken) {
          if (attempt == MOST_TRIES || length(part) <= before) {
            throw HubProblems.cut(file.name(), length(part), broken.expected);
          }
        }
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(tag);
    } catch (IOException e) {
      throw DownloadProblems.disk(target.getParent(), e);
    }
  }

  private static long length(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** The connection ended before the file did. */
  private static final class BrokenConnection extends Exception {
    private static final long serialVersionUID = 1L;
    private final long expected;

    BrokenConnection(long expected, IOException cause) {
      super(cause);
      this.expected = expected;
    }
  }

  private void receive(Path part, Path tag, Progress progress)
      throws IOException, UserFacingException, BrokenConnection {
    Map<String, String> headers = new LinkedHashMap<>();
    long have = Files.exists(part) && Files.exists(tag) ? Files.size(part) : 0;
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      headers.put("If-Range", Files.readString(tag));
    }
    try (var answer = connection.get(uri, headers, progress)) {
      boolean goesOn = answer.status() == 206 && startsAt(answer, have);
      if (answer.status() == 416) {
        // Nothing is left to send, or the file is shorter now: what is here decides.
        checkOrDrop(part, tag, answer);
        return;
      }
      if (answer.status() != 200 && !goesOn) {
        throw HubProblems.status(answer.uri(), answer.status());
      }
      Files.deleteIfExists(tag);
      try (var out = goesOn ? CheckedFile.append(part) : CheckedFile.create(part)) {
        Optional<String> mark = answer.header("etag").filter(value -> !value.startsWith("W/"));
        if (mark.isPresent()) {
          Files.writeString(tag, mark.get());
        }
        long expected = expected(answer, goesOn ? have : 0);
        write(answer, out, expected, progress);
        check(out, part, tag, answer, expected);
      }
    }
  }

  private static boolean startsAt(Answer answer, long have) {
    return answer.header("content-range").orElse("").startsWith("bytes " + have + "-");
  }

  /** The length of the whole file, -1 where nobody told. */
  private long expected(Answer answer, long have) {
    if (answer.linkedBytes().isPresent()) {
      return answer.linkedBytes().getAsLong();
    }
    OptionalLong rest = answer.response().headers().firstValueAsLong("content-length");
    return rest.isPresent() ? have + rest.getAsLong() : file.bytes();
  }

  private void write(Answer answer, CheckedFile out, long expected, Progress progress)
      throws IOException, UserFacingException, BrokenConnection {
    while (true) {
      Optional<byte[]> piece;
      try {
        piece = connection.next(answer, progress);
      } catch (IOException e) {
        throw new BrokenConnection(expected, e);
      }
      if (piece.isEmpty()) {
        if (out.length() < expected) {
          throw new BrokenConnection(expected, new IOException("the body ended"));
        }
        return;
      }
      out.write(piece.get());
      progress.report(out.length(), expected);
      if (expected >= 0 && out.length() > expected) {
        return;
      }
    }
  }

  private void check(CheckedFile out, Path part, Path tag, Answer answer, long expected)
      throws IOException, UserFacingException {
    Optional<String> sum = file.sha256().or(answer::linkedSha256);
    boolean wrongLength =
        expected >= 0 && out.length() != expected
            || file.bytes() >= 0 && out.length() != file.bytes();
    if (wrongLength || sum.isPresent() && !sum.get().equals(out.sha256())) {
      Files.deleteIfExists(tag);
      Files.deleteIfExists(part);
      throw DownloadProblems.checkSum(file.name());
    }
  }

  private void checkOrDrop(Path part, Path tag, Answer answer)
      throws IOException, UserFacingException {
    try (var out = CheckedFile.append(part)) {
      check(out, part, tag, answer, answer.linkedBytes().orElse(file.bytes()));
    }
  }
}
