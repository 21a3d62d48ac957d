package studio.timbre.weights;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a safetensors file, one tensor at a time: announce all of them, then write. The file appears complete or not at all.
 *
 * <pre>{@code
 * new SafetensorsWriter(Map.of("format", "pt"))
 *     .add("lora_A.weight", new long[] {16, 576}, target -> copyInto(target))
 *     .write(folder.resolve("adapter_model.safetensors"));
 * }</pre>
 */
public final class SafetensorsWriter {

  /** Gives the numbers of a tensor; the method {@link TensorSource#read} fits. */
  public interface Values {
    /**
     * @param target takes the tensor row-major as little-endian 32-bit floats; just that many bytes long
     */
    void writeTo(MemorySegment target);
  }

  private record Announced(TensorInfo info, Values values) {
    long bytes() {
      return info.elements() * Float.BYTES;
    }
  }

  /** The largest piece handed to the file at once. */
  private static final long PIECE = 64L << 20;

  private final Map<String, String> metadata;
  private final Map<String, Announced> tensors = new LinkedHashMap<>();

  /**
   * @param metadata notes for readers; those in Python expect {@code format: pt}
   */
  public SafetensorsWriter(Map<String, String> metadata) {
    this.metadata = new LinkedHashMap<>(metadata);
  }

  /** Announces a tensor of 32-bit floats, to be asked for when its turn comes. */
  public SafetensorsWriter add(String name, long[] shape, Values values) {
    var tensor = new Announced(new TensorInfo(name, "F32", shape.clone()), values);
    if (tensors.putIfAbsent(name, tensor) != null) {
      throw new IllegalArgumentException("the tensor " + name + " is there already");
    }
    return this;
  }

  /** Writes beside {@code file} first, and puts it in its place when all of it is on the disk. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, ".", ".safetensors");
    try {
      try (var channel =
          FileChannel.open(
              temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        writeAll(channel, ByteBuffer.wrap(header()));
        for (Announced tensor : tensors.values()) {
          write(channel, tensor);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Length, JSON, and blanks up to the next multiple of eight bytes, so that tensors lie even. */
  private byte[] header() {
    var json = JsonNodeFactory.instance.objectNode();
    if (!metadata.isEmpty()) {
      var notes = json.putObject("__metadata__");
      metadata.forEach(notes::put);
    }
    long at = 0;
    for (Announced tensor : tensors.values()) {
      var entry = json.putObject(tensor.info().name());
      entry.put("dtype", tensor.info().type());
      var shape = entry.putArray("shape");
      for (long side : tensor.info().shape()) {
        shape.add(side);
      }
      entry.putArray("data_offsets").add(at).add(at + tensor.bytes());
      at += tensor.bytes();
    }
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    int padded = Math.ceilDiv(text.length, 8) * 8;
    var header = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(padded).put(text);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.array();
  }

  private static void write(FileChannel channel, Announced tensor) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment target = arena.allocate(tensor.bytes(), Float.BYTES);
      tensor.values().writeTo(target);
      for (long at = 0; at < tensor.bytes(); at += PIECE) {
        long length = Math.min(PIECE, tensor.bytes() - at);
        writeAll(channel, target.asSlice(at, length).asByteBuffer());
      }
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
