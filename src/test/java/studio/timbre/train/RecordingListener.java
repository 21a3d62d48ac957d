package studio.timbre.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what a run tells. */
public final class RecordingListener implements TrainingListener {
  public final List<String> events = new ArrayList<>();
  public final Map<Integer, Double> losses = new TreeMap<>();
  public final Map<Integer, Double> evaluations = new TreeMap<>();

  @Override
  public void started(int fromStep, int totalSteps, double epochs, long answerTokensPerEpoch) {
    events.add("started " + fromStep + " of " + totalSteps);
  }

  @Override
  public void stepped(
      int step,
      double epoch,
      double trainLoss,
      double learningRate,
      double gradientNorm,
      long tokens,
      double seconds) {
    events.add("step " + step);
    losses.put(step, trainLoss);
  }

  @Override
  public void evaluated(int step, double loss, long answerTokens) {
    events.add("evaluated " + step);
    evaluations.put(step, loss);
  }

  @Override
  public void checkpointed(int step, Path folder) {
    events.add("checkpoint " + step);
  }
}
