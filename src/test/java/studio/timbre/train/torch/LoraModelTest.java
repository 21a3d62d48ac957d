package studio.timbre.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Projection;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.Checkpoints;
import studio.timbre.train.Example;
import studio.timbre.train.MadeExamples;
import studio.timbre.train.RecordingListener;
import studio.timbre.train.RunControl;
import studio.timbre.train.Specs;
import studio.timbre.train.TrainableModel;
import studio.timbre.train.Trainer;
import studio.timbre.weights.ModelConfig;

class LoraModelTest {
  private static final LoraSpec LORA = new LoraSpec(4, 8, EnumSet.allOf(Projection.class));

  @TempDir Path folder;

  private final List<Example> examples = MadeExamples.of(12, 30, 97, 3);

  /** Along the gradient the loss rises by the gradient's length: central differences say the same. */
  @Test
  void gradientsPointWhereTheLossRises() {
    for (var config : List.of(TinyModel.UNTIED, TinyModel.TIED)) {
      try (var model = model(config, LORA);
          var scope = new Scope()) {
        model.accumulate(examples, 1);
        var gradient = model.lora().gradients().clone();
        double norm = gradient.norm().item_float();
        double step = 2e-2;

        double above = lossMoved(model, gradient, step / norm);
        double below = lossMoved(model, gradient, -2 * step / norm);

        assertThat((above - below) / (2 * step)).isCloseTo(norm, within(0.02 * norm));
      }
    }
  }

  private double lossMoved(LoraModel model, Tensor direction, double by) {
    model.lora().values().add_(direction, Tensors.scalar(by));
    // A step at rate 0 moves nothing and takes the matrices over.
    model.step(0, 1, 0);
    return model.loss(examples);
  }

  /** What an earlier batch left on the tape is not seen by a later one, be it shorter or longer. */
  @Test
  void aBatchGivesTheSameGradientsAfterAnotherBatch() {
    for (var batch : List.of(examples.subList(0, 2), examples.subList(2, 12))) {
      try (var fresh = model(TinyModel.TIED, LORA);
          var used = model(TinyModel.TIED, LORA);
          var scope = new Scope()) {
        used.accumulate(examples.subList(3, 8), 1);
        used.step(0, 1, 0);

        assertThat(used.accumulate(batch, 1)).isEqualTo(fresh.accumulate(batch, 1));
        assertThat(Tensors.floats(used.lora().gradients()))
            .isEqualTo(Tensors.floats(fresh.lora().gradients()));
      }
    }
  }

  @Test
  void conversationsDoNotSeeEachOther() {
    try (var model = model(TinyModel.UNTIED, LORA)) {
      double oneByOne = 0;
      for (var example : examples) {
        oneByOne += model.loss(List.of(example));
      }
      assertThat(model.loss(examples)).isCloseTo(oneByOne, within(1e-3));
    }
  }

  @Test
  void aPausedRunGoesOnToTheSameLosses() throws Exception {
    var spec = Specs.of(s -> s.lora(LORA).epochs(3).batchSize(4).rate(1e-2).evaluateEvery(3));
    var heldOut = MadeExamples.of(3, 30, 97, 4);
    var whole = new RecordingListener();
    try (var model = fresh()) {
      new Trainer(model, spec, new Checkpoints(folder.resolve("whole")))
          .run(examples, heldOut, whole, () -> RunControl.CONTINUE);
    }

    var parts = new RecordingListener();
    var checkpoints = new Checkpoints(folder.resolve("parts"));
    try (var model = fresh()) {
      new Trainer(model, spec, checkpoints)
          .run(
              examples,
              heldOut,
              parts,
              () -> parts.losses.size() < 4 ? RunControl.CONTINUE : RunControl.PAUSE);
    }
    try (var model = fresh()) {
      new Trainer(model, spec, checkpoints)
          .run(examples, heldOut, parts, () -> RunControl.CONTINUE);
    }

    assertThat(parts.events).contains("started 4 of 9");
    assertThat(parts.losses).isEqualTo(whole.losses);
    assertThat(parts.evaluations).isEqualTo(whole.evaluations);
    assertThat(whole.losses.get(9)).isLessThan(whole.losses.get(1));
  }

  @Test
  void anAdapterReadAgainGivesTheSameLoss() throws Exception {
    var lora = new LoraSpec(3, 4, EnumSet.of(Projection.QUERY, Projection.VALUE, Projection.UP));
    var base = new TinyModel(TinyModel.UNTIED);
    double loss;
    try (var model = model(TinyModel.UNTIED, lora)) {
      model.saveAdapter(folder);
      loss = model.loss(examples);
    }
    try (var untuned = TorchEngine.score(base, Optional.empty());
        var tuned = TorchEngine.score(base, Optional.of(folder))) {
      assertThat(tuned.loss(examples)).isEqualTo(loss);
      assertThat(untuned.loss(examples)).isNotCloseTo(loss, within(1e-3));
    }
  }

  @Test
  void anAdapterOfAnotherModelIsRefused() throws Exception {
    try (var model = model(TinyModel.UNTIED, LORA)) {
      model.saveAdapter(folder);
    }

    assertThatThrownBy(() -> TorchEngine.speak(new TinyModel(TinyModel.TIED), Optional.of(folder)))
        .isInstanceOf(UserFacingException.class)
        .extracting("key")
        .isEqualTo("error.adapter.otherBase");
    assertThatThrownBy(
            () ->
                TorchEngine.speak(
                    new TinyModel(TinyModel.TIED), Optional.of(folder.resolve("empty"))))
        .isInstanceOf(UserFacingException.class)
        .extracting("key")
        .isEqualTo("error.adapter.none");
  }

  @Test
  void theSameSeedBeginsWithTheSameMatricesAndAnUntunedVoice() throws Exception {
    var base = new TinyModel(TinyModel.TIED);
    try (var first = new Lora(base.config(), LORA);
        var second = new Lora(base.config(), LORA);
        var model = fresh();
        var untuned = TorchEngine.score(base, Optional.empty())) {
      first.initialise(5);
      second.initialise(5);
      assertThat(Tensors.floats(first.values())).isEqualTo(Tensors.floats(second.values()));
      second.initialise(6);
      assertThat(Tensors.floats(first.values())).isNotEqualTo(Tensors.floats(second.values()));
      assertThat(model.loss(examples)).isCloseTo(untuned.loss(examples), within(1e-3));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void twoHundredStepsLeaveNothingBehind() throws Exception {
    try (var model = fresh()) {
      for (int i = 0; i < 50; i++) {
        step(model);
      }
      long before = resident();
      for (int i = 0; i < 200; i++) {
        step(model);
      }
      // A step makes about 3 MB of tensors: kept ones would be hundreds of megabytes.
      assertThat(resident() - before).isLessThan(40L << 20);
    }
  }

  private void step(TrainableModel model) {
    model.accumulate(examples, 1e-3);
    model.step(1e-4, 1, 0);
  }

  private static TrainableModel fresh() throws UserFacingException {
    return TorchEngine.train(new TinyModel(TinyModel.TIED), LORA, 5);
  }

  private static LoraModel model(ModelConfig config, LoraSpec spec) {
    var lora = new Lora(config, spec);
    MadeLora.fill(lora, false);
    // Larger than at a beginning, so that a wrong formula shows.
    var memory = Tensors.memory(lora.values());
    for (long i = 0; i < lora.values().numel(); i++) {
      float value = memory.getAtIndex(ValueLayout.JAVA_FLOAT, i);
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, 2 * value);
    }
    return new LoraModel(new TinyModel(config), lora);
  }

  private static long resident() throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    throw new IllegalStateException("no VmRSS");
  }
}
