package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.ApiJobs.Wanted;
import studio.timbre.model.UserFacingException;

/**
 * What the last look at a job has found, good for as long as the job and its files are the same: large files are not counted again
 * between the look, the price and the sending. Safe for use by several threads.
 */
final class LastLook<T> {

  /** A look that takes its time. */
  @FunctionalInterface
  interface Look<T> {
    T at(Wanted wanted) throws UserFacingException;
  }

  private record Seen<T>(Wanted wanted, List<Object> files, T outcome) {}

  private final Look<T> look;
  private Optional<Seen<T>> last = Optional.empty();

  LastLook(Look<T> look) {
    this.look = look;
  }

  T at(Wanted wanted) throws UserFacingException {
    var files = files(wanted);
    var known = last(wanted, files);
    if (known.isPresent()) {
      return known.get();
    }
    var outcome = look.at(wanted);
    // Of files that were changed meanwhile nobody knows what was seen.
    if (files(wanted).equals(files)) {
      remember(new Seen<>(wanted, files, outcome));
    }
    return outcome;
  }

  private synchronized Optional<T> last(Wanted wanted, List<Object> files) {
    return last.filter(seen -> seen.wanted().equals(wanted) && seen.files().equals(files))
        .map(Seen::outcome);
  }

  private synchronized void remember(Seen<T> seen) {
    last = Optional.of(seen);
  }

  /** Sizes and times; never the same where they cannot be had. */
  private static List<Object> files(Wanted wanted) {
    var marks = new ArrayList<Object>();
    try {
      marks.add(Files.size(wanted.training()));
      marks.add(Files.getLastModifiedTime(wanted.training()));
      if (wanted.validation().isPresent()) {
        marks.add(Files.size(wanted.validation().get()));
        marks.add(Files.getLastModifiedTime(wanted.validation().get()));
      }
    } catch (IOException e) {
      marks.add(new Object());
    }
    return marks;
  }
}
