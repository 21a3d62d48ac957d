package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.GgufHeader.GgufTensor;

/** A GGUF file, mapped into memory; tensors have the names and the order of rows that the file gives them. */
final class GgufFile implements TensorSource, AutoCloseable {

  private final MappedFile file;
  private final GgufHeader header;
  private final Map<String, TensorInfo> tensors;

  private GgufFile(MappedFile file, GgufHeader header) {
    this.file = file;
    this.header = header;
    var infos = new LinkedHashMap<String, TensorInfo>();
    header.tensors().forEach((name, tensor) -> infos.put(name, tensor.info()));
    tensors = Collections.unmodifiableMap(infos);
  }

  static GgufFile open(Path path) throws UserFacingException {
    var file = MappedFile.open(path);
    try {
      return new GgufFile(file, GgufHeader.read(path, file.bytes()));
    } catch (UserFacingException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  GgufMetadata metadata() {
    return header.metadata();
  }

  /** The byte from which tensor offsets count. */
  long dataStart() {
    return header.dataStart();
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return tensors;
  }

  @Override
  public void read(String name, MemorySegment target) {
    read(name, target, row -> row);
  }

  /** As {@link #read(String, MemorySegment)}, with each row of the file put to another place. */
  void read(String name, MemorySegment target, LongUnaryOperator rowOrder) {
    GgufTensor tensor = header.tensors().get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name + " in " + file.path());
    }
    long[] shape = tensor.info().shape();
    long rowLength = shape[shape.length - 1];
    Rows.unpack(
        file.bytes().asSlice(tensor.start(), tensor.end() - tensor.start()),
        tensor.type(),
        rowLength,
        tensor.info().elements() / rowLength,
        target,
        rowOrder);
  }

  @Override
  public void close() {
    file.close();
  }
}
