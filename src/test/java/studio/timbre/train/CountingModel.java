package studio.timbre.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model of one number that every step moves: each token's loss is the number times the token. It writes down what it was
 * asked.
 */
final class CountingModel implements TrainableModel {
  double number = 1;
  double gradient;
  final List<List<Example>> seen = new ArrayList<>();
  final List<Double> rates = new ArrayList<>();

  @Override
  public double accumulate(List<Example> examples, double scale) {
    seen.add(examples);
    double sum = loss(examples);
    gradient += scale * sum / number;
    return sum;
  }

  @Override
  public double step(double learningRate, double maxGradientNorm, double weightDecay) {
    double norm = Math.abs(gradient);
    rates.add(learningRate);
    number -= learningRate * Math.min(gradient, maxGradientNorm);
    gradient = 0;
    return norm;
  }

  @Override
  public double loss(List<Example> examples) {
    double sum = 0;
    for (var example : examples) {
      for (int i = 1; i < example.length(); i++) {
        sum += example.trained()[i] ? number * example.tokens()[i] : 0;
      }
    }
    return sum;
  }

  @Override
  public void saveAdapter(Path folder) throws IOException {
    Files.writeString(folder.resolve("number"), Double.toString(number));
  }

  @Override
  public void saveState(Path folder) {}

  @Override
  public void restore(Path folder) throws IOException {
    number = Double.parseDouble(Files.readString(folder.resolve("number")));
    gradient = 0;
  }

  @Override
  public void close() {}
}
