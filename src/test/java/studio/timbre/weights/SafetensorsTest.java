package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.UserFacingException;

class SafetensorsTest {

  /**
   * Written by the Python package safetensors 0.8.0: {@code save({"a": float32 [[1.5, -2.25], [0, 3e-5]], "b": float16 [0.1, -65504],
   * "c": bfloat16 [[1.0, -0.15625]]}, {"format": "pt"})}.
   */
  private static final String FROM_PYTHON =
      "d0000000000000007b225f5f6d657461646174615f5f223a7b22666f726d6174223a227074227d2c2261223a7b2264747970"
          + "65223a22463332222c227368617065223a5b322c325d2c22646174615f6f666673657473223a5b302c31365d7d2c2263223a"
          + "7b226474797065223a2242463136222c227368617065223a5b312c325d2c22646174615f6f666673657473223a5b31362c32"
          + "305d7d2c2262223a7b226474797065223a22463136222c227368617065223a5b325d2c22646174615f6f666673657473223a"
          + "5b32302c32345d7d7d202020202020200000c03f000010c00000000082a8fb37803f20be662efffb";

  /** The same with {@code a} alone. */
  private static final String ONE_FROM_PYTHON =
      "58000000000000007b225f5f6d657461646174615f5f223a7b22666f726d6174223a227074227d2c2261223a7b2264747970"
          + "65223a22463332222c227368617065223a5b322c325d2c22646174615f6f666673657473223a5b302c31365d7d7d0000c03f"
          + "000010c00000000082a8fb37";

  @TempDir private Path folder;

  @Test
  void aFileOfThePythonPackageIsRead() throws Exception {
    Path path =
        Files.write(folder.resolve("python.safetensors"), HexFormat.of().parseHex(FROM_PYTHON));
    try (var file = SafetensorsFile.open(path)) {
      assertThat(file.metadata()).containsExactly(Map.entry("format", "pt"));
      assertThat(file.tensors().get("a").shape()).containsExactly(2, 2);
      assertThat(read(file, "a")).containsExactly(1.5f, -2.25f, 0f, 3e-5f);
      assertThat(file.tensors().get("b").type()).isEqualTo("F16");
      assertThat(read(file, "b")).containsExactly(0.0999755859375f, -65504f);
      assertThat(file.tensors().get("c").shape()).containsExactly(1, 2);
      assertThat(read(file, "c")).containsExactly(1f, -0.15625f);
    }
  }

  @Test
  void aWrittenFileIsTheOneThatThePythonPackageWrites() throws Exception {
    Path path = folder.resolve("written.safetensors");
    new SafetensorsWriter(Map.of("format", "pt"))
        .add("a", new long[] {2, 2}, target -> fill(target, 1.5f, -2.25f, 0f, 3e-5f))
        .write(path);
    assertThat(Files.readAllBytes(path)).isEqualTo(HexFormat.of().parseHex(ONE_FROM_PYTHON));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Path path = folder.resolve("written.safetensors");
    new SafetensorsWriter(Map.of("format", "pt"))
        .add("z", new long[] {2, 3}, target -> fill(target, 1, 2, 3, 4, 5, 6))
        .add("größe", new long[] {1}, target -> fill(target, 7))
        .add("none", new long[] {0, 4}, target -> {})
        .write(path);
    try (var file = SafetensorsFile.open(path)) {
      assertThat(read(file, "z")).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(read(file, "größe")).containsExactly(7);
      assertThat(read(file, "none")).isEmpty();
    }
    assertThat(
            ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8)
        .isZero();
  }

  @Test
  void aWriteThatFailsLeavesTheOldFile() throws Exception {
    Path path = Files.writeString(folder.resolve("kept.safetensors"), "old");
    var writer =
        new SafetensorsWriter(Map.of())
            .add(
                "a",
                new long[] {4},
                target -> {
                  throw new IllegalStateException("out of memory");
                });
    assertThatThrownBy(() -> writer.write(path)).hasMessage("out of memory");
    assertThat(path).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"a\":3}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807],\"data_offsets\":[0,9223372036854775804]}}",
        "{\"a\":{\"dtype\":\"F4\",\"shape\":[1],\"data_offsets\":[0,4]}}"
      })
  void headersThatContradictTheFileAreRefused(String header) throws Exception {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(8 + text.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    Path path = Files.write(folder.resolve("bad.safetensors"), bytes.array());
    assertThatThrownBy(() -> SafetensorsFile.open(path)).isInstanceOf(UserFacingException.class);
  }

  @Test
  void lengthsThatDoNotFitTheFileAreRefused() throws Exception {
    for (long length : new long[] {-1, 0, 3, 1L << 40, Long.MAX_VALUE}) {
      var bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Path path = Files.write(folder.resolve("bad.safetensors"), bytes.array());
      assertThatThrownBy(() -> SafetensorsFile.open(path))
          .as("length %d", length)
          .isInstanceOf(UserFacingException.class);
    }
    Path empty = Files.write(folder.resolve("empty.safetensors"), new byte[0]);
    assertThatThrownBy(() -> SafetensorsFile.open(empty)).isInstanceOf(UserFacingException.class);
  }

  private static void fill(MemorySegment target, float... values) {
    MemorySegment.copy(values, 0, target, ValueLayout.JAVA_FLOAT, 0, values.length);
  }

  private static float[] read(TensorSource source, String name) {
    try (var arena = Arena.ofConfined()) {
      var target = arena.allocate(source.tensors().get(name).elements() * Float.BYTES, 4);
      source.read(name, target);
      return target.toArray(ValueLayout.JAVA_FLOAT);
    }
  }
}
