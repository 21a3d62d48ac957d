package studio.timbre.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The folder {@code checkpoints/} of a run: {@code step-N/} each with adapter, optimiser state and {@code state.json}. A
 * checkpoint is written under another name and renamed when complete, so a folder {@code step-N} is never half of one.
 */
public final class Checkpoints {
  private static final Pattern NAME = Pattern.compile("step-\\d+");
  private static final int KEPT = 3;

  private final Path folder;

  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** The newest. */
  public Optional<Checkpoint> newest() throws IOException {
    return all().stream().max(Comparator.comparingInt(Checkpoint::step));
  }

  /** The one with the lowest held-out loss. */
  public Optional<Checkpoint> best() throws IOException {
    return all().stream()
        .filter(each -> each.evalLoss().isPresent())
        .min(Comparator.comparingDouble(each -> each.evalLoss().getAsDouble()));
  }

  /** Saves the model as it stands, then deletes all but the newest three and the best. */
  Checkpoint save(TrainableModel model, int step, String run, OptionalDouble evalLoss)
      throws IOException {
    var target = folder.resolve("step-" + step);
    var unfinished = folder.resolve("step-" + step + ".part");
    delete(unfinished);
    Files.createDirectories(unfinished);
    model.saveAdapter(unfinished);
    model.saveState(unfinished);
    new Checkpoint(unfinished, step, run, evalLoss).write(unfinished);
    delete(target);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    deleteOld();
    return Checkpoint.read(target);
  }

  private void deleteOld() throws IOException {
    var best = best().map(Checkpoint::step);
    var newestFirst = new ArrayList<>(all());
    newestFirst.sort(Comparator.comparingInt(Checkpoint::step).reversed());
    for (var checkpoint :
        newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
      if (best.filter(step -> step == checkpoint.step()).isEmpty()) {
        delete(checkpoint.folder());
      }
    }
  }

  private List<Checkpoint> all() throws IOException {
    var found = new ArrayList<Checkpoint>();
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        for (var entry : entries.filter(Files::isDirectory).toList()) {
          if (NAME.matcher(entry.getFileName().toString()).matches()) {
            found.add(Checkpoint.read(entry));
          }
        }
      }
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
