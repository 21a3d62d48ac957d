package studio.timbre.jobs.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** Measures in a child process how well a model predicts the answers of a file. */
public final class Measuring {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Measuring() {}

  /**
   * What came out.
   *
   * @param examples conversations that were looked at
   * @param withoutAnswer left out, as nothing in them is learned
   * @param cut cut off at the longest length
   * @param answerTokens tokens that were predicted
   * @param loss mean over the answer tokens, in nats
   */
  public record Measured(
      int examples, int withoutAnswer, int cut, long answerTokens, double loss) {}

  /**
   * @param file a chat training file whose every line is sound
   * @param maxLength longer conversations are cut off at the end, in tokens
   * @param progress in conversations; a cancel ends the process
   * @return empty after a cancel
   */
  public static Optional<Measured> run(
      Path file, int maxLength, Path base, Optional<Path> adapter, Progress progress)
      throws UserFacingException {
    var arguments = new ArrayList<String>();
    arguments.add(file.toAbsolutePath().toString());
    arguments.add(Integer.toString(maxLength));
    arguments.add(base.toAbsolutePath().toString());
    adapter.ifPresent(folder -> arguments.add(folder.toAbsolutePath().toString()));
    try {
      return run(arguments, progress);
    } catch (IOException e) {
      throw VoiceFailures.of(e);
    }
  }

  private static Optional<Measured> run(List<String> arguments, Progress progress)
      throws IOException, UserFacingException {
    var process =
        ChildJvm.of(MeasureMain.class, Cores.physical(), arguments)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (progress.isCancelled()) {
          return Optional.empty();
        }
        var node = JSON.readTree(line);
        if (node.has("done")) {
          progress.report(node.path("done").asLong(), node.path("of").asLong());
        } else {
          return Optional.of(measured(node));
        }
      }
      throw VoiceFailures.died("");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Measured measured(JsonNode node) throws UserFacingException {
    if (node.has("failed")) {
      throw VoiceMessages.readReason(node);
    }
    return new Measured(
        node.path("examples").asInt(),
        node.path("without_answer").asInt(),
        node.path("cut").asInt(),
        node.path("answer_tokens").asLong(),
        node.path("loss").asDouble(Double.NaN));
  }
}
