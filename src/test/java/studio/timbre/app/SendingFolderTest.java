package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of training data that was about to be sent when a program died. */
@Timeout(30)
class SendingFolderTest {
  /** Another program: has the claim on a folder until it is killed. */
  private static final String HOLDER =
      """
      import java.nio.channels.FileChannel;
      import java.nio.file.Path;
      import java.nio.file.StandardOpenOption;

      class Holder {
        public static void main(String[] args) throws Exception {
          var channel =
              FileChannel.open(
                  Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          channel.lock();
          System.out.println("held");
          Thread.sleep(60_000);
        }
      }
      """;

  @TempDir Path home;

  private Path leftBehind(String name) throws Exception {
    var folder = Files.createDirectories(home.resolve("api-jobs").resolve(name));
    Files.writeString(folder.resolve("training.jsonl"), "{}\n");
    Files.writeString(folder.resolve("lock"), "");
    return folder;
  }

  @Test
  void whatADeadProgramLeftIsClearedAtTheNextStartAndJobsAreLeftAlone() throws Exception {
    var leftOver = leftBehind("sending-123");
    var job = leftBehind("job-20260101-000000-00000001");
    try (var timbre = Timbre.startIn(new TimbreFolder(home))) {
      assertThat(leftOver).doesNotExist();
      assertThat(job.resolve("training.jsonl")).exists();
    }
  }

  @Test
  void whatThisProgramIsAboutToSendStaysAndIsGoneAfterwards() throws Exception {
    var sending = SendingFolder.in(home.resolve("api-jobs"));
    Files.writeString(sending.path().resolve("training.jsonl"), "{}\n");
    SendingFolder.clear(home.resolve("api-jobs"));
    assertThat(sending.path().resolve("training.jsonl")).exists();
    sending.close();
    assertThat(home.resolve("api-jobs")).isEmptyDirectory();
  }

  @Test
  void whatAnotherProgramIsAboutToSendStaysUntilThatOneIsKilled() throws Exception {
    var folder = leftBehind("sending-456");
    var program = home.resolve("Holder.java");
    Files.writeString(program, HOLDER);
    var other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                folder.resolve("lock").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held");
      SendingFolder.clear(home.resolve("api-jobs"));
      assertThat(folder.resolve("training.jsonl")).exists();
    } finally {
      other.destroyForcibly().waitFor();
    }
    SendingFolder.clear(home.resolve("api-jobs"));
    assertThat(folder).doesNotExist();
  }
}
