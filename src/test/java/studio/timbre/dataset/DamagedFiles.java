package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import studio.timbre.dataset.table.KeptRows;
import studio.timbre.dataset.table.OwnTable;
import studio.timbre.dataset.table.TableFile;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.TableShape;
import studio.timbre.model.UserFacingException;

/** Damages sound files at random, by a seed, and holds that what is left is read or refused with a place and a reason. */
final class DamagedFiles {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("src/test/resources/imports"),
          Path.of("src/test/resources/tables"),
          Path.of("src/test/resources/transcripts"),
          Path.of("src/test/resources/returned"));

  /** Of the tables that came back those that take the longest way. */
  private static final String OF_RETURNED = "sorted-xlsx[.](xlsx|ods|csv)|edited-csv[.](xlsx|csv)";

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final long LONG_NANOS = 10_000_000_000L;
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
              "'",
              "\n",
              "\n\n\n",
              "\r\n",
              "\t",
              "---\n",
              "# Heading\n",
              "Customer: ",
              "null",
              "1e999999",
              "-",
              "=cmd|' /C calc'!A0",
              "<",
              "</row>",
              "<row r=\"1048577\">",
              "<c r=\"ZZZZZZ1\" t=\"s\"><v>99999999999</v></c>",
              "<f>[1]Other!A1</f>",
              "&#xD800;",
              "&lol;",
              "<!DOCTYPE a [<!ENTITY lol SYSTEM \"file:///etc/hostname\">]>",
              " table:number-columns-repeated=\"99999999\"",
              " table:number-rows-repeated=\"99999999\"",
              "_xD800_",
              "{\"messages\":7}",
              "\"messages\":[],",
              "\"mapping\":{},",
              "\"current_node\":7,",
              "\"data\":[{}],",
              "\"chosen\":\"a\",\"rejected\":[],",
              "\"conversations\":[[]],")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  /** What is said a hundred thousand times: nesting without end, and one value without end. */
  private static final List<byte[]> SAID_AGAIN =
      List.of(
              "[",
              "{\"a\":",
              "[{\"messages\":",
              "]",
              "\"",
              "\\",
              "\\ud83d",
              "x",
              " ",
              "\n",
              "\r",
              "\t",
              ",",
              ";",
              "|",
              "9",
              "\0",
              "<a>",
              "<text:p>",
              "<row>",
              "<table:table-row>",
              "<table:table-cell/>",
              "<c r=\"A1\"/>",
              "<si/>",
              "&amp;",
              "# ",
              "Customer: ",
              "- ",
              "**",
              "=1+1,")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  private static final int TIMES = 100_000;
  private static final int MOST_KEPT = 1_000;

  /** Far more than the packed file is long. */
  private static final int BOMB_BYTES = 64 << 20;

  private final Path folder;
  private final List<Throwable> faults = new ArrayList<>();
  private long files;
  private long refused;

  /** A folder for the damaged files. */
  DamagedFiles(Path folder) {
    this.folder = folder;
  }

  long files() {
    return files;
  }

  long refused() {
    return refused;
  }

  /** What went wrong, at most the first fifty. */
  List<Throwable> faults() {
    return faults;
  }

  /** Each sound file damaged so often, with seeds from a first one. */
  void readAll(int times, int first) throws Exception {
    for (var sound : FOLDERS) {
      try (var list = Files.list(sound)) {
        for (var file : list.sorted().filter(DamagedFiles::isMeant).toList()) {
          byte[] whole = Files.readAllBytes(file);
          String name = String.valueOf(file.getFileName());
          for (int seed = first; seed < first + times; seed++) {
            look(damaged(whole, new Random(seed)), name, name + ", seed " + seed);
          }
        }
      }
    }
  }

  private static boolean isMeant(Path file) {
    return !file.getParent().endsWith("returned")
        || String.valueOf(file.getFileName()).matches(OF_RETURNED);
  }

  /** One fault does not hide the others; a small file that keeps a processor busy for long is a fault too. */
  private void look(byte[] bytes, String sound, String name) {
    long before = CLOCK.getCurrentThreadCpuTime();
    try {
      read(bytes, sound, name);
      assertThat(CLOCK.getCurrentThreadCpuTime() - before).as(name).isLessThan(LONG_NANOS);
    } catch (Exception | AssertionError e) {
      faults.add(e);
      if (faults.size() == 50) {
        throw new AssertionError("too many faults: " + faults);
      }
    }
  }

  private static byte[] damaged(byte[] whole, Random random) throws IOException {
    boolean packed = whole.length > 2 && whole[0] == 'P' && whole[1] == 'K';
    return packed && random.nextInt(4) > 0
        ? damagedInside(whole, random)
        : damagedBytes(whole, random);
  }

  /** One part of a packed file, so that the damage comes past the unpacking. */
  private static byte[] damagedInside(byte[] whole, Random random) throws IOException {
    var names = new ArrayList<String>();
    var parts = new ArrayList<byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          names.add(entry.getName());
          parts.add(in.readAllBytes());
        }
      }
    }
    var read =
        List.of("content.xml", "sheet1.xml", "sharedStrings.xml", "workbook.xml", "styles.xml");
    int chosen = random.nextInt(names.size());
    for (int i = 0; i < 20 && read.stream().noneMatch(names.get(chosen)::endsWith); i++) {
      chosen = random.nextInt(names.size());
    }
    boolean bomb = random.nextInt(150) == 0;
    parts.set(chosen, damagedBytes(parts.get(chosen), random));
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (int i = 0; i < names.size(); i++) {
        zip.putNextEntry(new ZipEntry(names.get(i)));
        zip.write(parts.get(i));
        if (bomb && i == chosen) {
          explode(zip, random);
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** Many megabytes of next to nothing. */
  private static void explode(ZipOutputStream zip, Random random) throws IOException {
    byte[] again = repeated(SAID_AGAIN.get(random.nextInt(SAID_AGAIN.size())), TIMES);
    for (long written = 0; written < BOMB_BYTES; written += again.length) {
      zip.write(again);
    }
  }

  private static byte[] repeated(byte[] once, int times) {
    var all = new byte[once.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    return all;
  }

  private static byte[] damagedBytes(byte[] whole, Random random) {
    byte[] bytes = whole;
    if (random.nextInt(40) == 0) {
      int at = random.nextInt(bytes.length + 1);
      byte[] once = SAID_AGAIN.get(random.nextInt(SAID_AGAIN.size()));
      bytes = joined(bytes, at, repeated(once, TIMES), at);
    }
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

  private void read(byte[] bytes, String sound, String name) throws Exception {
    var file =
        Files.write(folder.resolve("damaged" + sound.substring(sound.lastIndexOf('.'))), bytes);
    files++;
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good(_, var conversation, var parts, _) -> {
            assertThat(ConversationJson.parse(ConversationJson.writeLine(conversation)))
                .as(name)
                .isEqualTo(conversation);
            parts.forEach(part -> check(part, name));
          }
          case ConversationReader.Line.Refused(_, var refusal) -> {
            refused++;
            assertThat(refusal.line()).as(name).isPositive();
            check(refusal, name);
          }
          case ConversationReader.Line.Beside(_, var part) -> check(part, name);
        }
      }
      assertThat(reader.bytesRead()).as(name).isLessThanOrEqualTo(bytes.length);
      lookAtTable(file, name);
    } catch (UserFacingException whole) {
      assertThat(whole.key()).as(name).startsWith("error.dataset.");
      assertThat(TEXTS.containsKey(whole.key())).as(whole.key()).isTrue();
      refused++;
    } catch (RuntimeException | Error | IOException e) {
      throw new AssertionError(name, e);
    }
  }

  /** What the mapping and a table that comes back ask of it before it is read. */
  private static void lookAtTable(Path file, String name) throws Exception {
    var found = FileKind.of(file);
    if (found != FileKind.SEPARATED && found != FileKind.WORKBOOK) {
      return;
    }
    var kind = TableFile.Kind.valueOf(found.name());
    assertThat(OwnTable.stamps(file, kind)).as(name).isNotNull();
    var look = TableFile.look(file, kind);
    var kept = KeptRows.read(file, kind, look.guess().reading(), look.encoding(), MOST_KEPT);
    for (var shape : TableShape.values()) {
      var mapping = TableFile.reshaped(look.rows(), look.guess(), shape);
      try (var conversations = kept.conversations(mapping)) {
        while (conversations.next().isPresent()) {}
      }
    }
  }

  private static void check(Refusal part, String name) {
    assertThat(TEXTS.containsKey(part.key())).as(name + ": " + part.key()).isTrue();
    assertThat(part.english()).as(name).isNotBlank();
  }
}
