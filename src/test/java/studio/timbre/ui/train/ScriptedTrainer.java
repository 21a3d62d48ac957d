package studio.timbre.ui.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Progress;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** A library and plans that a test writes itself. */
final class ScriptedTrainer implements Trainer {
  static final LibraryModel SMALL =
      new LibraryModel(
          "smollm2-135m-instruct",
          "SmolLM2-135M-Instruct",
          Path.of("small.gguf"),
          134_515_008,
          91_700_000,
          "GGUF");
  static final LibraryModel LARGE =
      new LibraryModel(
          "llama-3.2-3b-instruct",
          "Llama-3.2-3B-Instruct",
          Path.of("large"),
          3_212_749_888L,
          6_430_000_000L,
          "safetensors");

  final List<LibraryModel> library = new ArrayList<>();
  final List<TrainingSpec> planned = new ArrayList<>();
  final List<String> started = new ArrayList<>();
  final CountDownLatch fetchMayEnd = new CountDownLatch(1);
  Function<LibraryModel, TrainingPlan> plan =
      model -> model == LARGE ? plan(178, 30, 24_000_000_000L) : plan(178, 30, 1_900_000_000L);

  static TrainingPlan plan(int examples, int heldOut, long memory) {
    long free = 18_200_000_000L;
    return new TrainingPlan(
        examples,
        heldOut,
        0,
        0,
        21_402,
        9_813,
        135,
        OptionalDouble.of(1320),
        false,
        memory,
        free,
        memory > free
            ? Optional.of(
                new UserFacingException(
                    "error.training.memory", "It needs 24 GB, and 18 GB are free."))
            : Optional.empty());
  }

  @Override
  public List<LibraryModel> models() {
    return List.copyOf(library);
  }

  @Override
  public LibraryModel add(Path weights) {
    library.add(LARGE);
    return LARGE;
  }

  @Override
  public LibraryModel fetchStarter(Progress progress) throws UserFacingException {
    progress.report(30_000_000, 91_700_000);
    try {
      fetchMayEnd.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!progress.isCancelled()) {
      library.add(SMALL);
    }
    return SMALL;
  }

  @Override
  public TrainingPlan plan(LibraryModel base, TrainingSpec spec) {
    planned.add(spec);
    return plan.apply(base);
  }

  @Override
  public JobId start(LibraryModel base, TrainingSpec spec, String name) {
    started.add(base.name() + " " + spec.epochs() + " " + name);
    return new JobId("run-" + started.size());
  }

  @Override
  public int runs() {
    return started.size();
  }
}
