package studio.timbre.weights;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/**
 * Fetches models from a hub with the file layout of the Hugging Face hub. A download that ends early leaves what has come and goes on
 * there the next time; a file counts only when its size and, where the hub tells it, its check sum are right.
 */
public final class HubDownload {

  private static final Pattern NAME =
      Pattern.compile("(?!\\.)[A-Za-z0-9._-]{1,96}/(?!\\.)[A-Za-z0-9._-]{1,96}");

  private final HubEndpoint endpoint;
  private final HubConnection connection;

  /**
   * @param endpoint the hub's address; https, or this computer
   */
  public HubDownload(String endpoint) throws UserFacingException {
    this(endpoint, Duration.ofSeconds(60));
  }

  /**
   * @param longestSilence after this time without a byte the connection counts as broken
   */
  HubDownload(String endpoint, Duration longestSilence) throws UserFacingException {
    this.endpoint = HubEndpoint.of(endpoint);
    this.connection =
        new HubConnection(
            HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build(),
            longestSilence);
  }

  /** True for {@code owner/model}. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.contains("..");
  }

  /**
   * Fetches what Timbre needs of a model: configuration, tokenizer and safetensors, or a GGUF file where there are none.
   *
   * @param name {@code owner/model}
   * @param folder takes the files; kept if the download ends early
   * @param progress told in bytes, over all files
   * @return the folder, or the GGUF file in it
   */
  public Path fetch(String name, Path folder, Progress progress) throws UserFacingException {
    if (!isName(name)) {
      throw HubProblems.name(name);
    }
    var repository = HubRepository.read(connection, endpoint, name, progress);
    List<HubRepository.File> files = repository.wanted();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw DownloadProblems.disk(folder, e);
    }
    var all = new AllFiles(files, progress);
    for (HubRepository.File file : files) {
      Path target = folder.resolve(file.name());
      new HubTransfer(connection, endpoint.file(name, repository.revision(), file.name()), file)
          .fetch(target, all);
      all.done(target);
    }
    return files.size() == 1 && files.getFirst().name().endsWith(".gguf")
        ? folder.resolve(files.getFirst().name())
        : folder;
  }

  /** Adds the files before to what one file reports. */
  private static final class AllFiles implements Progress {
    private final Progress listener;
    private final long total;
    private long before;

    AllFiles(List<HubRepository.File> files, Progress listener) {
      this.listener = listener;
      boolean known = files.stream().allMatch(file -> file.bytes() >= 0);
      total = known ? files.stream().mapToLong(HubRepository.File::bytes).sum() : -1;
    }

    @Override
    public void report(long done, long ofThisFile) {
      listener.report(before + done, total);
    }

    @Override
    public boolean isCancelled() {
      return listener.isCancelled();
    }

    void done(Path file) {
      before += file.toFile().length();
      listener.report(before, total);
    }
  }
}
