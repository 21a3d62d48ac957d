package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.TableMapping.Use;

class TableSampleTest {
  private static final int ROWS = 200_000;

  @TempDir Path folder;

  private Path table(Charset charset) throws Exception {
    var text = new StringBuilder("pergunta,resposta\n");
    for (int i = 0; i < ROWS; i++) {
      text.append("Onde está o pedido ").append(i).append("?,Está a caminho.\n");
    }
    return Files.write(folder.resolve("table.csv"), text.toString().getBytes(charset));
  }

  @Test
  void onlyTheHeadOfTheFileIsReadAndOnce() throws Exception {
    var file = table(Charset.forName("windows-1252"));
    var look = TableLook.at(file).orElseThrow();
    var sample = TableSample.of(look, look.guess(), 1000);
    assertThat(sample.rows()).isEqualTo(1000);
    assertThat(sample.bytesRead()).isLessThan(300_000).isLessThan(Files.size(file) / 10);
    Files.delete(file);
    var turned = look.guess().withUse(0, Use.ASSISTANT).withUse(1, Use.USER);
    assertThat(sample.holds(look, turned)).isTrue();
    var preview = sample.preview(turned, 3);
    assertThat(preview.said().getFirst().question()).isEqualTo("Está a caminho.");
    assertThat(preview.whole()).isFalse();
    assertThat(preview.conversations()).isEqualTo(999);
    assertThat(preview.leftOut()).as("that the encoding is guessed").hasSize(1);
  }

  @Test
  void aConversationThatMayGoOnBehindTheKeptRowsIsNotShown() throws Exception {
    var text = new StringBuilder("id,role,text\n");
    for (int i = 0; i < 100; i++) {
      text.append(i / 4).append(i % 2 == 0 ? ",user,a" : ",assistant,b").append(i).append('\n');
    }
    var look = TableLook.at(Files.writeString(folder.resolve("rows.csv"), text)).orElseThrow();
    // Eleven rows: the names, two conversations of four messages, and a half.
    var preview = TableSample.of(look, look.guess(), 11).preview(look.guess(), 5);
    assertThat(preview.said()).extracting(said -> said.messages().size()).containsExactly(4, 4);
  }

  @Test
  void itHoldsForOneWayOfReading() throws Exception {
    var look = TableLook.at(table(Charset.forName("UTF-8"))).orElseThrow();
    var sample = TableSample.of(look, look.guess(), 10);
    var reading = look.guess().reading();
    assertThat(sample.holds(look, look.guess().withReading(reading.withHead(2, 1)))).isTrue();
    assertThat(
            sample.holds(
                look, look.guess().withReading(reading.withEncoding(Optional.of("IBM850")))))
        .isFalse();
    assertThat(
            sample.holds(look, look.guess().withReading(reading.withSeparator(Optional.of(';')))))
        .isFalse();
  }

  @Test
  void theBytesAreReadForTheEncodingOnceAlone() throws Exception {
    var file = table(Charset.forName("windows-1252"));
    var look = TableLook.at(file).orElseThrow();
    // Nothing but the head is needed from now on: what would read all of it would take this for
    // UTF-8.
    byte[] bytes = Files.readAllBytes(file);
    byte[] head = "pergunta,resposta\nOnde,Aqui\n".getBytes(Charset.forName("UTF-8"));
    System.arraycopy(head, 0, bytes, 0, head.length);
    Files.write(file, java.util.Arrays.copyOf(bytes, head.length));
    var again = look.read(look.guess().reading().withSeparator(Optional.of(',')));
    assertThat(again.form().encoding()).contains("windows-1252");
    assertThat(again.encoding()).isEqualTo(look.encoding());
  }
}
