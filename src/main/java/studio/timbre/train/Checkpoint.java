package studio.timbre.train;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * A complete checkpoint on disk: a folder with the adapter, the optimiser's state and {@code state.json}.
 *
 * @param folder its folder
 * @param step optimiser steps done
 * @param run names data and settings, so that a run goes on only with its own
 * @param evalLoss held-out loss at this step, if it was measured
 */
public record Checkpoint(Path folder, int step, String run, OptionalDouble evalLoss) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FILE = "state.json";

  void write(Path into) throws IOException {
    ObjectNode state = JSON.createObjectNode();
    state.put("format", 1);
    state.put("step", step);
    state.put("run", run);
    evalLoss.ifPresent(loss -> state.put("eval_loss", loss));
    Files.writeString(
        into.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
  }

  static Checkpoint read(Path folder) throws IOException {
    var state = JSON.readTree(Files.readString(folder.resolve(FILE)));
    var loss = state.path("eval_loss");
    return new Checkpoint(
        folder,
        state.path("step").asInt(),
        state.path("run").asText(),
        loss.isNumber() ? OptionalDouble.of(loss.asDouble()) : OptionalDouble.empty());
  }
}
