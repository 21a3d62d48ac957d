package studio.timbre.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.ServedModel.Stage;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** What was asked to be served, in {@code served.json} of Timbre's folder: an intent stands there before the provider hears of it. */
final class ServedModels {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A lock of a file is one of the whole program. */
  private static final Object IN_THIS_PROGRAM = new Object();

  private final Path file;

  ServedModels(Path file) {
    this.file = file;
  }

  boolean isAnyUnderWay() {
    return all().stream().anyMatch(ServedModel::isUnderWay);
  }

  Optional<ServedModel> find(TunedModel model) {
    return all().stream().filter(served -> served.isOf(model)).findFirst();
  }

  /**
   * Writes an intent down, unless the model is served or on its way there already, by whichever program.
   *
   * @return whether it was written
   * @throws UserFacingException where it does not stand in the file afterwards
   */
  boolean claim(TunedModel model, ServedModel asked) throws UserFacingException {
    return exclusively(
        () -> {
          if (find(model).filter(served -> served.stage() != Stage.FAILED).isPresent()) {
            return false;
          }
          writeWith(model, asked);
          return true;
        });
  }

  /**
   * @throws UserFacingException where it does not stand in the file afterwards
   */
  void put(TunedModel model, ServedModel served) throws UserFacingException {
    exclusively(
        () -> {
          writeWith(model, served);
          return true;
        });
  }

  void remove(TunedModel model) throws UserFacingException {
    exclusively(
        () -> {
          write(others(model));
          return true;
        });
  }

  private interface Change {
    boolean make() throws UserFacingException;
  }

  /** Several programs may use the same file: one changes it at a time. */
  private boolean exclusively(Change change) throws UserFacingException {
    synchronized (IN_THIS_PROGRAM) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel =
                FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            var _ = channel.lock()) {
          return change.make();
        }
      } catch (IOException e) {
        throw notWritten(e);
      }
    }
  }

  private void writeWith(TunedModel model, ServedModel served) throws UserFacingException {
    var all = others(model);
    all.add(served);
    write(all);
  }

  private List<ServedModel> others(TunedModel model) {
    var all = new ArrayList<>(all());
    all.removeIf(served -> served.isOf(model));
    return all;
  }

  private List<ServedModel> all() {
    var all = new ArrayList<ServedModel>();
    try {
      for (var node : MAPPER.readTree(SmallFile.read(file).orElse("[]"))) {
        read(node).ifPresent(all::add);
      }
    } catch (JsonProcessingException e) {
      System.getLogger(ServedModels.class.getName())
          .log(System.Logger.Level.WARNING, file + " is broken", e);
    }
    return all;
  }

  private static Optional<ServedModel> read(JsonNode node) {
    try {
      return Optional.of(
          new ServedModel(
              node.path("connection").asText(),
              node.path("model").asText(),
              Stage.valueOf(node.path("stage").asText()),
              node.path("wanted").asText(),
              node.path("base").asText(),
              text(node, "name"),
              text(node, "reason"),
              Instant.parse(node.path("asked").asText())));
    } catch (IllegalArgumentException | DateTimeException e) {
      // Of a later version of this program.
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText("")).filter(text -> !text.isEmpty());
  }

  private void write(List<ServedModel> all) throws UserFacingException {
    var list = MAPPER.createArrayNode();
    for (var served : all) {
      var node = list.addObject();
      node.put("connection", served.connection());
      node.put("model", served.model());
      node.put("stage", served.stage().name());
      node.put("wanted", served.wanted());
      node.put("base", served.base());
      served.name().ifPresent(name -> node.put("name", name));
      served.reason().ifPresent(reason -> node.put("reason", reason));
      node.put("asked", served.asked().toString());
    }
    String text = list.toPrettyString();
    SmallFile.write(file, text);
    if (!isWritten(text)) {
      throw notWritten(new IOException("the text does not stand in the file"));
    }
  }

  private UserFacingException notWritten(IOException cause) {
    return new UserFacingException(
        "error.serving.notWritten",
        "%s could not be written, so the provider was not asked. Make room on the disk or check its permissions, then try again."
            .formatted(file),
        cause,
        file.toString());
  }

  private boolean isWritten(String text) {
    try {
      return Files.readString(file).equals(text);
    } catch (IOException e) {
      return false;
    }
  }
}
