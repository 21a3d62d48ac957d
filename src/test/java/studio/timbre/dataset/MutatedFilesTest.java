package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.UserFacingException;

/** Files that were damaged at random are read or refused with a reason; each seed tells how it was damaged. */
class MutatedFilesTest {
  private static final Path FILES = Path.of("src/test/resources/imports");
  private static final int MUTATIONS_PER_FILE = 300;
  private static final ResourceBundle TEXTS = ResourceBundle.getBundle("studio.timbre.messages");

  private static final List<byte[]> INSERTED =
      List.of(
              "\0",
              "\ufeff",
              "\"\\ud800\"",
              "\\ud83d",
              "\\u0000",
              "[".repeat(300),
              "{\"a\":".repeat(300),
              "]",
              "}",
              ",",
              "\"",
              "\n",
              "\r\n",
              "null",
              "1e999999",
              "-",
              "{\"messages\":7}",
              "\"messages\":[],",
              "\"mapping\":{},",
              "\"current_node\":7,",
              "\"conversations\":[[]],")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void damagedFilesAreReadOrRefusedWithTheirPlace() throws Exception {
    int files = 0;
    long refused = 0;
    try (var list = Files.list(FILES)) {
      for (var file : list.sorted().toList()) {
        byte[] whole = Files.readAllBytes(file);
        for (int seed = 0; seed < MUTATIONS_PER_FILE; seed++) {
          var damaged = damaged(whole, new Random(seed));
          refused += read(damaged, file.getFileName() + ", seed " + seed);
          files++;
        }
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(2_000);
    assertThat(refused).isGreaterThan(files / 2);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(40));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], to);
            case 2 -> joined(bytes, at, INSERTED.get(random.nextInt(INSERTED.size())), at);
            case 3 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, to);
            default -> joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
          };
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
    var joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - from);
    System.arraycopy(middle, 0, joined, end, middle.length);
    System.arraycopy(bytes, from, joined, end + middle.length, bytes.length - from);
    return joined;
  }

  /** Answers how many were refused. */
  private long read(byte[] bytes, String name) throws Exception {
    var file = Files.write(folder.resolve("damaged"), bytes);
    long refused = 0;
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good(_, var conversation, _, _) ->
              assertThat(ConversationJson.parse(ConversationJson.writeLine(conversation)))
                  .as(name)
                  .isEqualTo(conversation);
          case ConversationReader.Line.Refused(_, var refusal) -> {
            refused++;
            assertThat(refusal.line()).as(name).isPositive();
            assertThat(TEXTS.containsKey(refusal.key())).as(refusal.key()).isTrue();
            assertThat(refusal.english()).as(name).isNotBlank();
          }
          case ConversationReader.Line.Beside(_, var part) ->
              assertThat(TEXTS.containsKey(part.key())).as(part.key()).isTrue();
        }
      }
      assertThat(reader.bytesRead()).as(name).isLessThanOrEqualTo(bytes.length);
    } catch (UserFacingException whole) {
      assertThat(whole.key()).as(name).isEqualTo("error.dataset.encoding");
      refused++;
    }
    return refused;
  }
}
