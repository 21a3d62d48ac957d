package studio.timbre.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.UserFacingException;

/** The file {@code models.json} of a library; several programs may use it at a time. */
final class ModelIndex {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  ModelIndex(Path folder) {
    this.file = folder.resolve("models.json");
  }

  /** Changes the list while nobody else does; what is left in it is written. */
  interface Change<T> {
    T apply(List<LibraryModel> models);
  }

  /** The models as last written. Needs no lock: the file is only ever replaced as a whole. */
  List<LibraryModel> models() throws UserFacingException {
    try {
      return read();
    } catch (BrokenIndexException e) {
      return List.of();
    } catch (IOException e) {
      throw LibraryProblems.index(file, e);
    }
  }

  synchronized <T> T change(Change<T> change) throws UserFacingException {
    try {
      Files.createDirectories(file.getParent());
      try (var lock =
          FileChannel.open(
              file.resolveSibling("models.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        lock.lock();
        List<LibraryModel> models = readOrSetAside();
        var before = List.copyOf(models);
        T result = change.apply(models);
        if (!models.equals(before)) {
          write(models);
        }
        return result;
      }
    } catch (IOException e) {
      throw LibraryProblems.index(file, e);
    }
  }

  /** The file is there, but is no index. */
  private static final class BrokenIndexException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenIndexException(Exception cause) {
      super(cause);
    }
  }

  private List<LibraryModel> read() throws IOException {
    var models = new ArrayList<LibraryModel>();
    if (!Files.exists(file)) {
      return models;
    }
    try {
      for (JsonNode model : JSON.readTree(Files.readString(file)).path("models")) {
        models.add(
            new LibraryModel(
                model.path("name").asText(),
                model.path("title").asText(),
                Path.of(model.path("path").asText()),
                model.path("parameters").asLong(),
                model.path("bytes").asLong(),
                model.path("format").asText()));
      }
    } catch (JsonProcessingException | InvalidPathException e) {
      throw new BrokenIndexException(e);
    }
    return models;
  }

  /** A broken index is put aside; the models themselves are safe and can be added again. */
  private List<LibraryModel> readOrSetAside() throws IOException {
    try {
      return read();
    } catch (BrokenIndexException e) {
      Path aside = file.resolveSibling("models.broken.json");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return new ArrayList<>();
    }
  }

  private void write(List<LibraryModel> models) throws IOException {
    var root = JSON.createObjectNode();
    var list = root.putArray("models");
    for (LibraryModel model : models) {
      list.addObject()
          .put("name", model.name())
          .put("title", model.title())
          .put("path", model.path().toString())
          .put("parameters", model.parameters())
          .put("bytes", model.bytes())
          .put("format", model.format());
    }
    Path temporary = Files.createTempFile(file.getParent(), "models", ".json");
    try {
      Files.writeString(temporary, root.toPrettyString());
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
