package studio.timbre.jobs.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.Evaluation;
import studio.timbre.train.Example;
import studio.timbre.train.torch.TorchEngine;
import studio.timbre.weights.BaseModels;

/**
 * The main class of a process that measures how well a model predicts the answers of a file. Its arguments are the file, the
 * longest length, the base and the adapter; it writes one JSON object a line, the last of which holds the figures.
 */
public final class MeasureMain {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Conversations put through the model together. */
  private static final int BATCH = 4;

  /** Conversations between two words about how far it is. */
  private static final int STRIDE = 16;

  private MeasureMain() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    endWithParent();
    var adapter =
        arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.<Path>empty();
    var answer = JSON.createObjectNode();
    try {
      measure(
          Path.of(arguments[0]),
          Integer.parseInt(arguments[1]),
          Path.of(arguments[2]),
          adapter,
          answer,
          out);
    } catch (UserFacingException e) {
      VoiceMessages.writeReason(answer.put("failed", true), e);
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      VoiceMessages.writeReason(answer.put("failed", true), VoiceFailures.of(e));
    }
    say(answer, out);
    System.exit(0);
  }

  private static void measure(
      Path file,
      int maxLength,
      Path basePath,
      Optional<Path> adapter,
      ObjectNode answer,
      PrintStream out)
      throws IOException, UserFacingException {
    try (var base = BaseModels.open(basePath);
        var model = TorchEngine.score(base, adapter)) {
      var examples = ModelTexts.of(base).examples(ConversationFile.read(file), maxLength);
      var ordered =
          examples.examples().stream()
              .sorted(Comparator.comparingInt(Example::length).reversed())
              .toList();
      double sum = 0;
      long tokens = 0;
      for (int from = 0; from < ordered.size(); from += STRIDE) {
        var part = ordered.subList(from, Math.min(from + STRIDE, ordered.size()));
        var measured = Evaluation.of(model, part, BATCH);
        sum += measured.loss() * measured.answerTokens();
        tokens += measured.answerTokens();
        say(JSON.createObjectNode().put("done", from + part.size()).put("of", ordered.size()), out);
      }
      answer.put("examples", ordered.size());
      answer.put("cut", examples.cut());
      answer.put("without_answer", examples.withoutAnswer());
      answer.put("answer_tokens", tokens);
      answer.put("loss", sum / tokens);
    }
  }

  private static void say(ObjectNode node, PrintStream out) {
    out.println(node);
    out.flush();
  }

  private static void endWithParent() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException _) {
                // The same as an end.
              }
              Runtime.getRuntime().halt(0);
            });
  }
}
