package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.Figures;
import studio.timbre.model.UserFacingException;

/** A file that lies gets a sentence with place and reason; nothing crashes, hangs or takes memory without end. */
class HostileGgufTest {

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> filesThatLieAreRefused() {
    return cases().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Path path = Files.write(folder.resolve("bad.gguf"), entry.getValue());
                      String reason = entry.getKey().substring(0, entry.getKey().indexOf(':'));
                      assertThatThrownBy(() -> GgufFile.open(path))
                          .isInstanceOfSatisfying(
                              UserFacingException.class,
                              failure ->
                                  assertThat(failure.key()).isEqualTo("error.model." + reason));
                    }))
        .toList();
  }

  private static Map<String, byte[]> cases() {
    var cases = new TreeMap<String, byte[]>();
    cases.put("damaged: nothing", new byte[0]);
    cases.put("damaged: three bytes", "GGU".getBytes());
    cases.put("notAModel: another magic", new GgufBytes().raw("PK\3\4").zeros(40).bytes());
    cases.put("bigEndian: version 3 the other way round", GgufBytes.start(3 << 24, 0, 0).bytes());
    cases.put("ggufVersion: 1", GgufBytes.start(1, 0, 0).bytes());
    cases.put("ggufVersion: 4", GgufBytes.start(4, 0, 0).bytes());
    cases.put("damaged: negative tensor count", GgufBytes.start(3, -1, 0).bytes());
    cases.put("damaged: huge tensor count", GgufBytes.start(3, 1L << 60, 0).zeros(64).bytes());
    cases.put("damaged: negative key count", GgufBytes.start(3, 0, -5).zeros(64).bytes());
    cases.put("damaged: huge key count", GgufBytes.start(3, 0, Long.MAX_VALUE).zeros(64).bytes());
    cases.put("damaged: huge key", GgufBytes.start(3, 0, 1).u64(1L << 40).zeros(64).bytes());
    cases.put("damaged: negative key length", GgufBytes.start(3, 0, 1).u64(-8).zeros(64).bytes());
    cases.put(
        "damaged: unknown kind", GgufBytes.start(3, 0, 1).string("k").u32(13).zeros(64).bytes());
    cases.put(
        "damaged: huge text",
        GgufBytes.start(3, 0, 1).key("k", GgufKind.STRING).u64(1L << 50).zeros(64).bytes());
    cases.put(
        "damaged: huge list",
        GgufBytes.start(3, 0, 1).key("k", GgufKind.ARRAY).u32(0).u64(1L << 50).zeros(64).bytes());
    cases.put(
        "damaged: negative list",
        GgufBytes.start(3, 0, 1).key("k", GgufKind.ARRAY).u32(8).u64(-1).zeros(64).bytes());
    var nested = GgufBytes.start(3, 0, 1).key("k", GgufKind.ARRAY);
    for (int i = 0; i < 100_000; i++) {
      nested.u32(GgufKind.ARRAY.ordinal()).u64(1);
    }
    cases.put("damaged: lists in lists", nested.bytes());
    cases.put(
        "damaged: a key twice",
        GgufBytes.start(3, 0, 2).number("k", 1).number("k", 2).zeros(64).bytes());
    cases.put("damaged: no dimensions", tensors(1).tensor("t", 0, 0).zeros(200).bytes());
    cases.put(
        "damaged: five dimensions", tensors(1).tensor("t", 0, 0, 1, 1, 1, 1, 1).zeros(200).bytes());
    cases.put(
        "damaged: a million dimensions", tensors(1).string("t").u32(1 << 20).zeros(200).bytes());
    cases.put("damaged: a side of 0", tensors(1).tensor("t", 0, 0, 0).zeros(200).bytes());
    cases.put("damaged: a negative side", tensors(1).tensor("t", 0, 0, -4, 4).zeros(200).bytes());
    cases.put(
        "damaged: sides that overflow",
        tensors(1).tensor("t", 0, 0, 1L << 32, 1L << 32).zeros(200).bytes());
    cases.put("tensorType: unknown number", tensors(1).tensor("t", 99, 0, 32).zeros(200).bytes());
    cases.put("tensorType: IQ4_XS", tensors(1).tensor("t", 23, 0, 256).zeros(200).bytes());
    cases.put("damaged: half a block", tensors(1).tensor("t", 2, 0, 33).zeros(200).bytes());
    cases.put("damaged: an odd place", tensors(1).tensor("t", 0, 7, 4).zeros(200).bytes());
    cases.put("damaged: a negative place", tensors(1).tensor("t", 0, -32, 4).zeros(200).bytes());
    cases.put(
        "damaged: a place behind the end",
        tensors(1).tensor("t", 0, 1L << 40, 4).zeros(200).bytes());
    cases.put(
        "damaged: an end behind the end", tensors(1).tensor("t", 0, 0, 4096).zeros(200).bytes());
    cases.put(
        "damaged: overlapping",
        tensors(2).tensor("a", 0, 0, 16).tensor("b", 0, 32, 16).zeros(400).bytes());
    cases.put(
        "damaged: a name twice",
        tensors(2).tensor("a", 0, 0, 4).tensor("a", 0, 32, 4).zeros(400).bytes());
    cases.put(
        "damaged: alignment 0",
        GgufBytes.start(3, 0, 1).number("general.alignment", 0).zeros(64).bytes());
    cases.put(
        "damaged: alignment 12",
        GgufBytes.start(3, 0, 1).number("general.alignment", 12).zeros(64).bytes());
    cases.put(
        "damaged: alignment of 2 GB",
        GgufBytes.start(3, 0, 1).number("general.alignment", 1 << 31).zeros(64).bytes());
    return cases;
  }

  private static GgufBytes tensors(int count) {
    return GgufBytes.start(3, count, 0);
  }

  @Test
  void aFileCutAtAnyPlaceIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(Figures.path("made-types.gguf"));
    for (int length = 0; length < whole.length; length += length < 1500 ? 1 : 97) {
      Path path = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> GgufFile.open(path))
          .as("%d bytes", length)
          .isInstanceOf(UserFacingException.class);
    }
  }

  @Test
  void aFileWithWrongBytesIsReadOrRefusedAndNothingElse() throws Exception {
    byte[] whole = Files.readAllBytes(Figures.path("made-types.gguf"));
    var random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      byte[] changed = whole.clone();
      for (int i = 0; i <= round % 4; i++) {
        changed[random.nextInt(1376)] = (byte) random.nextInt(256);
      }
      Path path = Files.write(folder.resolve("changed.gguf"), changed);
      try (var file = GgufFile.open(path)) {
        assertThat(file.tensors()).isNotEmpty();
      } catch (UserFacingException refused) {
        assertThat(refused.key()).startsWith("error.model.");
      }
    }
  }
}
