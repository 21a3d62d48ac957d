package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.model.Conversation;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;

/** Training files as a provider takes them: one to learn from, and one beside it to measure with. */
public final class ProviderFiles {
  private static final int REPORT_EVERY = 200;

  /** Where conversations come from. */
  @FunctionalInterface
  interface Source {
    /** Hands over all of them, those of the two splits in any order. */
    void each(Taker taker) throws IOException, UserFacingException;
  }

  /** Takes one. */
  @FunctionalInterface
  interface Taker {
    void take(Split split, long number, Conversation conversation) throws IOException;
  }

  /**
   * What became of it.
   *
   * @param training the file to learn from; none where something stops it
   * @param validation the file beside it to measure with; none where nothing is held out
   * @param aside what a file beside it is called now that would have passed for one to measure with, though nothing is held out
   */
  public record Written(
      ProviderOutlook outlook,
      Optional<Path> training,
      Optional<Path> validation,
      Optional<Path> aside) {}

  private final FileCheck check;

  ProviderFiles(FileCheck check) {
    this.check = check;
  }

  /** How the file to measure with is called beside a training file. */
  public static Path beside(Path training) {
    String name = String.valueOf(training.getFileName());
    int at = name.lastIndexOf("training");
    return at < 0
        ? FileConversion.heldOutFile(training)
        : training.resolveSibling(
            name.substring(0, at) + "validation" + name.substring(at + "training".length()));
  }

  /** How a file to measure with is called that belongs to no training file any more: a name that nothing has. */
  public static Path aside(Path beside) {
    String name = String.valueOf(beside.getFileName());
    int dot = name.lastIndexOf('.');
    String plain = dot < 1 ? name : name.substring(0, dot);
    String ending = dot < 1 ? "" : name.substring(dot);
    for (int number = 1; ; number++) {
      var free = beside.resolveSibling(plain + "-old" + (number == 1 ? "" : "-" + number) + ending);
      if (!Files.exists(free)) {
        return free;
      }
    }
  }

  /** What the files of a project would be. Writes them aside to look at them as the provider would, and takes them away. */
  public ProviderOutlook look(ProjectSession project, ProviderTarget target, Progress progress)
      throws UserFacingException {
    return prepare(source(project, progress), target, Optional.empty()).outlook();
  }

  /**
   * Writes the files of a project, whole or not at all; nothing where something stops the provider. Where nothing is held out, a file that
   * lies where the one to measure with would gets another name, so that nobody takes it for one that belongs here.
   *
   * @param training where the file to learn from goes; the other one goes beside it
   */
  public Written write(
      ProjectSession project, ProviderTarget target, Path training, Progress progress)
      throws UserFacingException {
    return prepare(source(project, progress), target, Optional.of(training));
  }

  /** The same from anywhere else. */
  Written write(Source source, ProviderTarget target, Path training) throws UserFacingException {
    return prepare(source, target, Optional.of(training));
  }

  private static Source source(ProjectSession project, Progress progress) {
    return taker -> {
      var filter = project.training().get();
      long[][] ids = {
        project.ids(filter.query(Split.TRAINING)), project.ids(filter.query(Split.HELD_OUT))
      };
      long total = (long) ids[0].length + ids[1].length;
      var done = new long[1];
      try {
        for (var split : Split.values()) {
          long[] numbers = split == Split.TRAINING ? ids[0] : ids[1];
          var at = new int[1];
          project.eachChosen(
              split,
              conversation -> {
                if (progress.isCancelled()) {
                  throw new CancellationException();
                }
                long number = at[0] < numbers.length ? numbers[at[0]] : 0;
                at[0]++;
                take(taker, split, number, conversation);
                if (done[0]++ % REPORT_EVERY == 0) {
                  progress.report(done[0], total);
                }
              });
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    };
  }

  private static void take(Taker taker, Split split, long number, Conversation conversation) {
    try {
      taker.take(split, number, conversation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Written prepare(Source source, ProviderTarget target, Optional<Path> training)
      throws UserFacingException {
    Path folder = folder(training);
    try (var files = new PreparedFiles(target, folder, arePairs(source, target))) {
      source.each(files::take);
      files.finish();
      var outlook = files.outlook(check);
      if (training.isEmpty() || !outlook.isReady()) {
        return new Written(outlook, Optional.empty(), Optional.empty(), Optional.empty());
      }
      move(files.training(), training.get());
      var beside = files.validation().map(file -> beside(training.get()));
      if (beside.isPresent()) {
        move(files.validation().get(), beside.get());
      }
      var aside = beside.isPresent() ? Optional.<Path>empty() : putAside(beside(training.get()));
      return new Written(outlook, training, beside, aside);
    } catch (IOException e) {
      throw Writing.unwritable(training.orElse(folder), e);
    } finally {
      for (var split : Split.values()) {
        SmallFile.delete(folder.resolve(split + ".jsonl"));
      }
      SmallFile.delete(folder);
    }
  }

  /** Beside the target, so that the finished files only change their place. */
  private static Path folder(Optional<Path> training) throws UserFacingException {
    try {
      var parent = training.map(file -> file.toAbsolutePath().getParent());
      return parent.isPresent()
          ? Files.createTempDirectory(parent.get(), ".timbre-")
          : Files.createTempDirectory("timbre-");
    } catch (IOException e) {
      throw Writing.unwritable(training.orElse(Path.of("training.jsonl")), e);
    }
  }

  private static Optional<Path> putAside(Path stale) throws IOException {
    if (!Files.exists(stale)) {
      return Optional.empty();
    }
    var aside = aside(stale);
    Files.move(stale, aside);
    return Optional.of(aside);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Pairs are learned from where every conversation is one and the provider, and the model, take them. */
  private boolean arePairs(Source source, ProviderTarget target)
      throws IOException, UserFacingException {
    if (target.graded() || target.provider().isEmpty() || !takesPairs(target)) {
      return false;
    }
    var counted = new long[2];
    source.each((split, number, conversation) -> counted[conversation.isPair() ? 1 : 0]++);
    return counted[0] == 0 && counted[1] > 0;
  }

  private boolean takesPairs(ProviderTarget target) {
    var provider = target.provider().orElseThrow();
    boolean model =
        target
            .model()
            .flatMap(name -> check.entry(new FileCheck.Target(provider, name)))
            .map(entry -> entry.methods().contains("dpo"))
            .orElse(true);
    return model && ProviderAbilities.of(provider).methods().contains("dpo");
  }
}
