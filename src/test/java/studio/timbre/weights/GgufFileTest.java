package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.timbre.Figures;
import studio.timbre.RealModel;

/** The reader agrees with the Python package gguf. */
class GgufFileTest {

  @TestFactory
  Iterable<DynamicTest> everyBlockTypeUnpacksBitForBitAsThePythonPackageDoes() throws Exception {
    var expected = ByteBuffer.wrap(Files.readAllBytes(Figures.path("made-types.f32")));
    expected.order(ByteOrder.LITTLE_ENDIAN);
    var tests = new ArrayList<DynamicTest>();
    for (JsonNode tensor : Figures.json("made-types.json").path("tensors")) {
      tests.add(
          DynamicTest.dynamicTest(
              tensor.path("type").asText(),
              () -> {
                try (var file = GgufFile.open(Figures.path("made-types.gguf"))) {
                  float[] read = read(file, tensor.path("name").asText());
                  assertThat(read).hasSize(tensor.path("count").intValue());
                  for (int i = 0; i < read.length; i++) {
                    int at = (tensor.path("start").intValue() + i) * Float.BYTES;
                    assertThat(Float.floatToRawIntBits(read[i]))
                        .as("number %d", i)
                        .isEqualTo(expected.getInt(at));
                  }
                }
              }));
    }
    assertThat(tests).hasSize(TensorType.values().length);
    return tests;
  }

  @Test
  void metadataOfEveryKindIsRead() throws Exception {
    var figures = Figures.json("made-types.json");
    try (var file = GgufFile.open(Figures.path("made-types.gguf"))) {
      assertThat(file.dataStart()).isEqualTo(figures.path("dataOffset").longValue());
      for (var expected : figures.path("metadata").properties()) {
        Object found = file.metadata().values().get(expected.getKey());
        if (found instanceof GgufArray array) {
          var values = new ArrayList<String>();
          expected.getValue().forEach(value -> values.add(value.asText()));
          assertThat(array.values(Figures.path("made-types.gguf")))
              .as(expected.getKey())
              .extracting(Object::toString)
              .isEqualTo(values);
        } else {
          assertThat(found).as(expected.getKey()).hasToString(expected.getValue().asText());
        }
      }
    }
  }

  @Test
  void theRealModelHoldsWhatThePythonPackageFinds() throws Exception {
    var figures = Figures.json("gguf-tensors.json");
    try (var file = GgufFile.open(RealModel.path())) {
      assertThat(file.dataStart()).isEqualTo(figures.path("dataOffset").longValue());
      var names = new ArrayList<String>();
      figures.path("names").forEach(name -> names.add(name.asText()));
      assertThat(file.tensors().keySet()).containsExactlyElementsOf(names);
      for (JsonNode tensor : figures.path("tensors")) {
        String name = tensor.path("name").asText();
        assertThat(file.tensors().get(name).type()).isEqualTo(tensor.path("type").asText());
        float[] read = read(file, name);
        for (int i = 0; i < tensor.path("at").size(); i++) {
          assertThat(read[tensor.path("at").get(i).intValue()])
              .as("%s at %s", name, tensor.path("at").get(i))
              .isEqualTo(tensor.path("values").get(i).floatValue());
        }
        double sum = 0;
        double absolute = 0;
        for (float value : read) {
          sum += value;
          absolute += Math.abs(value);
        }
        assertThat(sum).as(name).isCloseTo(tensor.path("sum").doubleValue(), within(1e-6));
        assertThat(absolute).as(name).isCloseTo(tensor.path("absSum").doubleValue(), within(1e-4));
      }
    }
  }

  @Test
  void rotaryRowsComeOutInTheOrderOfHuggingFace() throws Exception {
    try (var file = GgufFile.open(RealModel.path());
        var model = BaseModels.open(RealModel.path())) {
      float[] packed = read(file, "blk.0.attn_k.weight");
      float[] plain = read(model.tensors(), "model.layers.0.self_attn.k_proj.weight");
      // Row 2r + c of a head of 64 becomes row 32c + r.
      for (int head = 0; head < 3; head++) {
        for (int r = 0; r < 32; r++) {
          for (int c = 0; c < 2; c++) {
            assertThat(row(plain, head * 64 + c * 32 + r))
                .isEqualTo(row(packed, head * 64 + 2 * r + c));
          }
        }
      }
    }
  }

  private static float[] row(float[] matrix, int row) {
    return Arrays.copyOfRange(matrix, row * 576, row * 576 + 576);
  }

  private static float[] read(TensorSource source, String name) {
    long bytes = source.tensors().get(name).elements() * Float.BYTES;
    try (var arena = Arena.ofConfined()) {
      MemorySegment target = arena.allocate(bytes);
      source.read(name, target);
      return target.toArray(ValueLayout.JAVA_FLOAT);
    }
  }
}
