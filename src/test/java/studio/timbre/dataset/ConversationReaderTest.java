package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.UserFacingException;

class ConversationReaderTest {
  private static final String LINE = "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";

  @TempDir Path folder;

  private Path file(byte[]... parts) throws Exception {
    var bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return Files.write(folder.resolve("a.jsonl"), bytes.toByteArray());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Each line as its number and what it says, or its number and why it was refused. */
  private static List<String> read(Path file, int maxLineBytes) throws Exception {
    return read(file, maxLineBytes, true);
  }

  private static List<String> read(Path file, boolean toItsEnd) throws Exception {
    return read(file, Pieces.MAX_BYTES, toItsEnd);
  }

  private static List<String> read(Path file, int maxLineBytes, boolean toItsEnd) throws Exception {
    var lines = new ArrayList<String>();
    try (var reader = ConversationReader.open(file, maxLineBytes)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(
            line.get().number()
                + switch (line.get()) {
                  case ConversationReader.Line.Good good -> " " + good.conversation().question();
                  case ConversationReader.Line.Refused(_, var refusal) ->
                      refusal.key().replace("dataset.refused.", " !");
                  case ConversationReader.Line.Beside(_, var part) ->
                      part.key().replace("dataset.leftOut.", " -");
                });
      }
      if (toItsEnd) {
        assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
      }
    }
    return lines;
  }

  private static List<String> read(Path file) throws Exception {
    return read(file, Pieces.MAX_BYTES);
  }

  @Test
  void linesAreReadWithAndWithoutMarkCarriageReturnsAndLastBreak() throws Exception {
    String text =
        LINE.formatted("a")
            + "\r\n\r\n  \t \n"
            + LINE.formatted("é🦆")
            + "\n"
            + LINE.formatted("c");
    assertThat(read(file(utf8(text)))).containsExactly("1 a", "4 é🦆", "5 c");
    assertThat(read(file(bytes(0xef, 0xbb, 0xbf), utf8(text + "\n"))))
        .containsExactly("1 a", "4 é🦆", "5 c");
    assertThat(read(file())).isEmpty();
    assertThat(read(file(bytes(0xef, 0xbb, 0xbf)))).isEmpty();
    assertThat(read(file(utf8("\n\n")))).isEmpty();
  }

  @Test
  void aMarkInTheMiddleIsNotJson() throws Exception {
    assertThat(read(file(utf8(LINE.formatted("a") + "\n\ufeff" + LINE.formatted("b")))))
        .containsExactly("1 a", "2 !notJson");
  }

  @Test
  void wrongBytesRefuseTheirLineAlone() throws Exception {
    byte[] good = utf8(LINE.formatted("a") + "\n");
    byte[] start = utf8("{\"messages\":[{\"role\":\"user\",\"content\":\"");
    byte[] end = utf8("\"}]}\n");
    assertThat(
            read(
                file(
                    good,
                    start,
                    bytes(0xe9),
                    end, // Latin-1
                    start,
                    bytes(0xed, 0xa0, 0x80),
                    end, // a surrogate
                    start,
                    bytes(0xc0, 0xaf),
                    end, // longer than need be
                    start,
                    bytes(0xf4, 0x90, 0x80, 0x80),
                    end, // beyond Unicode
                    good)))
        .containsExactly("1 a", "2 !encoding", "3 !encoding", "4 !encoding", "5 !encoding", "6 a");
  }

  @Test
  void linesOfEveryLengthComeThroughTheBuffer() throws Exception {
    for (int length : new int[] {65_490, 65_536, 65_537, 131_072, 200_000}) {
      String text = "x".repeat(length);
      assertThat(read(file(utf8(LINE.formatted(text) + "\n" + LINE.formatted("b") + "\n"))))
          .containsExactly("1 " + text, "2 b");
    }
  }

  @Test
  void aLineOfExactlyTheBuffersSizeEndsInPlace() throws Exception {
    int room = (1 << 16) - LINE.formatted("").length();
    for (int off = -2; off <= 2; off++) {
      String text = "y".repeat(room + off);
      assertThat(read(file(utf8(LINE.formatted(text) + "\n" + LINE.formatted("b")))))
          .containsExactly("1 " + text, "2 b");
    }
  }

  @Test
  void tooLongALineIsPassedOver() throws Exception {
    String text =
        LINE.formatted("a")
            + "\n"
            + LINE.formatted("x".repeat(300_000))
            + "\n"
            + LINE.formatted("b");
    assertThat(read(file(utf8(text)), 100_000)).containsExactly("1 a", "2 !tooLong", "3 b");
    String last = LINE.formatted("a") + "\n" + "x".repeat(300_000);
    assertThat(read(file(utf8(last)), 100_000)).containsExactly("1 a", "2 !tooLong");
  }

  @Test
  void aFileInUtf16IsRefusedAsAWhole() throws Exception {
    var file = file(LINE.formatted("a").getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> ConversationReader.open(file))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            e -> assertThat(e.key()).isEqualTo("error.dataset.encoding"));
  }

  @Test
  void aFileInUtf16WithoutAMarkIsRefusedAsAWhole() throws Exception {
    for (var order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      var file = file(("[" + LINE.formatted("a") + "]").getBytes(order));
      assertThatThrownBy(() -> ConversationReader.open(file))
          .isInstanceOfSatisfying(
              UserFacingException.class,
              e -> assertThat(e.key()).isEqualTo("error.dataset.encoding"));
    }
  }

  @Test
  void aListIsReadWithMarkAndCarriageReturns() throws Exception {
    String list = "[\r\n" + LINE.formatted("a") + ",\r\n" + LINE.formatted("é🦆") + "\r\n]\r\n";
    assertThat(read(file(bytes(0xef, 0xbb, 0xbf), utf8(list)))).containsExactly("1 a", "2 é🦆");
    assertThat(read(file(utf8(" [ ] ")))).isEmpty();
  }

  @Test
  void wrongBytesInAListRefuseTheirConversationAlone() throws Exception {
    assertThat(
            read(
                file(
                    utf8("[" + LINE.formatted("a") + ",{\"messages\":\""),
                    bytes(0xe9),
                    utf8("\"}," + LINE.formatted("c") + "]"))))
        .containsExactly("1 a", "2 !encoding", "3 c");
  }

  @Test
  void aListThatIsCutOffGivesWhatIsWhole() throws Exception {
    String list = "[" + LINE.formatted("a") + "," + LINE.formatted("b") + "]";
    int second = LINE.formatted("a").length() + 2;
    for (int end = second; end < list.length() - 1; end++) {
      assertThat(read(file(utf8(list.substring(0, end)))))
          .as("cut at " + end)
          .containsExactly("1 a", "2 !endsEarly");
    }
    assertThat(read(file(utf8(list.substring(0, list.length() - 1)))))
        .containsExactly("1 a", "2 b", "3 !endsEarly");
  }

  @Test
  void whatCannotBeReadBehindAListIsTold() throws Exception {
    String list = "[" + LINE.formatted("a") + "]\n" + LINE.formatted("b");
    assertThat(read(file(utf8(list)), false)).containsExactly("1 a", "2 !moreAfterList");
    String noComma = "[" + LINE.formatted("a") + LINE.formatted("b") + "]";
    assertThat(read(file(utf8(noComma)), false)).containsExactly("1 a", "2 !notJsonOn");
    String crossed = "[" + LINE.formatted("a") + ",{\"messages\":[}]," + LINE.formatted("b") + "]";
    assertThat(read(file(utf8(crossed)), false)).containsExactly("1 a", "2 !notJsonOn");
  }

  @Test
  void tooLongAndTooDeepOnesOfAListArePassedOver() throws Exception {
    String list =
        "["
            + LINE.formatted("x".repeat(300_000))
            + ",{\"x\":"
            + "[".repeat(100_000)
            + "]".repeat(100_000)
            + "},"
            + LINE.formatted("c")
            + "]";
    assertThat(read(file(utf8(list)), 250_000)).containsExactly("1 !tooLong", "2 !tooDeep", "3 c");
  }

  @Test
  void aBrokenFirstLineLeavesTheOthers() throws Exception {
    String good = LINE.formatted("b");
    for (int end = 1; end < LINE.formatted("a").length(); end++) {
      String first = LINE.formatted("a").substring(0, end);
      if (!first.endsWith("[") && !first.endsWith(":")) {
        assertThat(read(file(utf8(first + "\n" + good + "\n" + good))))
            .as(first)
            .containsExactly("1 !notJson", "2 b", "3 b");
      }
    }
  }
}
