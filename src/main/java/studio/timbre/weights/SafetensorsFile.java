package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.timbre.model.UserFacingException;

/** A safetensors file, mapped into memory. */
public final class SafetensorsFile implements TensorSource, AutoCloseable {

  private final MappedFile file;
  private final SafetensorsHeader header;
  private final Map<String, TensorInfo> tensors;

  private SafetensorsFile(MappedFile file, SafetensorsHeader header) {
    this.file = file;
    this.header = header;
    var infos = new LinkedHashMap<String, TensorInfo>();
    header.tensors().forEach((name, tensor) -> infos.put(name, tensor.info()));
    tensors = Collections.unmodifiableMap(infos);
  }

  /**
   * Opens a file and checks its header against its length.
   *
   * @throws UserFacingException if it is missing, damaged or not complete
   */
  public static SafetensorsFile open(Path path) throws UserFacingException {
    var file = MappedFile.open(path);
    try {
      return new SafetensorsFile(file, SafetensorsHeader.read(path, file.bytes()));
    } catch (UserFacingException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** What the writer noted, as {@code format: pt}. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return tensors;
  }

  @Override
  public void read(String name, MemorySegment target) {
    var tensor = header.tensors().get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name + " in " + file.path());
    }
    var type =
        switch (tensor.info().type()) {
          case "F32" -> TensorType.F32;
          case "F16" -> TensorType.F16;
          case "BF16" -> TensorType.BF16;
          default ->
              throw new IllegalArgumentException(
                  name + " holds " + tensor.info().type() + ", no numbers that can be trained");
        };
    long elements = tensor.info().elements();
    Rows.unpack(
        file.bytes().asSlice(tensor.start(), tensor.end() - tensor.start()),
        type,
        elements,
        elements == 0 ? 0 : 1,
        target,
        row -> row);
  }

  @Override
  public void close() {
    file.close();
  }
}
