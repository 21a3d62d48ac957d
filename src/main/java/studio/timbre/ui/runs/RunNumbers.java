package studio.timbre.ui.runs;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.layout.FlowPane;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.control.NumberTile;
import studio.timbre.ui.fx.Texts;

/** The big numbers of a run. */
final class RunNumbers extends FlowPane {
  private static final Duration MINUTES_COUNT = Duration.ofHours(10);

  private final Texts texts;
  private final RunTexts words;
  private final NumberTile step;
  private final NumberTile epoch;
  private final NumberTile training;
  private final NumberTile heldOut;
  private final NumberTile speed;
  private final NumberTile time;
  private final NumberTile memory;
  private final NumberTile money;

  RunNumbers(Texts texts, RunTexts words) {
    this.texts = texts;
    this.words = words;
    step = new NumberTile(texts.get("runs.number.step"));
    epoch = new NumberTile(texts.get("runs.number.epoch"));
    training = new NumberTile(texts.get("runs.trainingLoss"));
    heldOut = new NumberTile(texts.get("runs.heldOutLoss"));
    speed = new NumberTile(texts.get("runs.number.speed"));
    time = new NumberTile(texts.get("runs.number.time"));
    memory = new NumberTile(texts.get("runs.number.memory"));
    money = new NumberTile(texts.get("runs.number.money"));
    money.setId("run-money");
    heldOut.setId("run-held-out");
    step.setId("run-step");
    epoch.setId("run-epoch");
    time.setId("run-time");
    getStyleClass().add("run-numbers");
    getChildren().addAll(heldOut, training, step, epoch, time, speed, memory, money);
  }

  /** @param rewarded whether the run learns from rewards, and not from losses */
  void show(TrainingRun run, RunStory story, boolean rewarded) {
    var last = story.lastStep();
    int total = story.totalSteps().orElse(run.totalSteps());
    int done = Math.max(story.step(), run.step());
    step.show(
        total == 0 ? "" : texts.number(done),
        total == 0 ? "" : texts.get("runs.number.of", texts.number(total)));
    showEpoch(story);
    training.setName(texts.get(rewarded ? "runs.reward" : "runs.trainingLoss"));
    heldOut.setName(texts.get(rewarded ? "runs.heldOutReward" : "runs.heldOutLoss"));
    training.show(
        rewarded ? reward(story) : last.map(event -> words.loss(event.trainLoss())).orElse(""),
        texts.get("runs.number.lastStep"));
    if (rewarded) {
      showHeldOutReward(story);
    } else {
      showHeldOut(story);
    }
    showTime(run, story);
    speed.show(
        last.flatMap(JobEvent.Step::machine)
            .map(machine -> texts.number(Math.round(machine.tokensPerSecond())))
            .orElse(""),
        texts.get("runs.number.tokensPerSecond"));
    memory.show(
        story.peakMemoryBytes() > 0 ? texts.bytes(story.peakMemoryBytes()) : "",
        texts.get("runs.number.peak"));
    showMoney(run, done, total);
    put(speed, run instanceof RunSummary);
    put(memory, run instanceof RunSummary);
  }

  private void showMoney(TrainingRun run, int done, int total) {
    put(money, run instanceof ApiRun);
    if (run instanceof ApiRun there) {
      var spent = RunMoney.of(there, done, total, texts);
      money.show(spent.amount(), spent.remark());
    }
  }

  private static void put(NumberTile tile, boolean there) {
    tile.setVisible(there);
    tile.setManaged(there);
  }

  /** A run that is given steps makes part of a pass: what is done and what there is to do are told with the same digits. */
  private void showEpoch(RunStory story) {
    double all = story.started().map(JobEvent.Started::epochs).orElse(1.0);
    int digits = all >= 1 || all <= 0 ? 1 : Math.min(4, 1 - (int) Math.floor(Math.log10(all)));
    epoch.show(
        story
            .lastStep()
            .filter(event -> !Double.isNaN(event.epoch()))
            .map(event -> texts.number(event.epoch(), digits))
            .orElse(""),
        story
            .started()
            .filter(started -> started.epochs() > 0)
            .map(started -> texts.get("runs.number.of", passes(started.epochs(), digits)))
            .orElse(""));
  }

  private String passes(double epochs, int digits) {
    return texts.number(epochs, epochs == Math.rint(epochs) ? 0 : digits);
  }

  private void showHeldOut(RunStory story) {
    var first = story.baseLoss();
    var now = story.heldOutLoss();
    boolean compared = first.isPresent() && now.isPresent() && story.evaluations().size() > 1;
    heldOut.show(
        now.isPresent() ? words.loss(now.getAsDouble()) : "",
        compared
            ? texts.get(
                "runs.number.fromBase",
                words.change(now.getAsDouble() / first.getAsDouble() - 1),
                words.loss(first.getAsDouble()))
            : "");
  }

  private String reward(RunStory story) {
    var mean = story.lastReward();
    return mean.isPresent() ? words.loss(mean.getAsDouble()) : "";
  }

  private void showHeldOutReward(RunStory story) {
    var rewards = story.rewards();
    if (rewards.isEmpty()) {
      heldOut.show("", "");
      return;
    }
    double first = rewards.firstEntry().getValue();
    double now = rewards.lastEntry().getValue();
    heldOut.show(
        words.loss(now),
        rewards.size() > 1
            ? texts.get("runs.number.fromBase", words.gain(now - first), words.loss(first))
            : "");
  }

  private void showTime(TrainingRun run, RunStory story) {
    var seconds = story.seconds();
    if (seconds.isPresent()) {
      time.show(texts.duration(seconds.getAsDouble()), texts.get("runs.number.took"));
    } else if (run instanceof ApiRun) {
      showTimeSoFar(run, story);
    } else if (run.state().isLive()) {
      time.show(
          story
              .lastStep()
              .flatMap(JobEvent.Step::machine)
              .map(JobEvent.Machine::secondsLeft)
              .filter(left -> left >= 0)
              .map(texts::duration)
              .orElse(""),
          texts.get("runs.number.left"));
    } else {
      time.show("", "");
    }
  }

  /** Of a job that takes days nobody counts the minutes. */
  private String passed(Duration time) {
    return time.compareTo(MINUTES_COUNT) < 0
        ? texts.duration(time.toSeconds())
        : texts.get("runs.number.hours", texts.number(time.toHours()));
  }

  /** Nobody can say how long a provider will take. */
  private void showTimeSoFar(TrainingRun run, RunStory story) {
    boolean counts = run.state().isLive() && story.started().isPresent();
    time.show(
        counts ? passed(Duration.between(story.started().get().time(), Instant.now())) : "",
        counts ? texts.get("runs.number.soFar") : "");
  }
}
