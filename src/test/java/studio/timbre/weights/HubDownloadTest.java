package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

class HubDownloadTest {

  private static final String LARGE = "model.safetensors";

  @TempDir private Path folder;
  private FaultyHub hub;
  private Path target;

  @BeforeEach
  void serve() throws Exception {
    hub = new FaultyHub(TinyModel.huggingFace(folder.resolve("served")));
    target = folder.resolve("fetched");
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private Path fetch(Progress progress) throws UserFacingException {
    return new HubDownload(hub.address() + "/", Duration.ofSeconds(1))
        .fetch(FaultyHub.MODEL, target, progress);
  }

  private void failsWith(String key) {
    assertThatThrownBy(() -> fetch(Progress.NONE))
        .isInstanceOfSatisfying(
            UserFacingException.class, failure -> assertThat(failure.key()).isEqualTo(key));
  }

  private long largeRequests() {
    return hub.requests().stream().filter(request -> request.startsWith("/storage/")).count();
  }

  @Test
  void aModelComesInWholeAndCanBeOpened() throws Exception {
    var reports = new ArrayList<Long>();
    var totals = new ArrayList<Long>();
    Path fetched =
        fetch(
            (done, total) -> {
              reports.add(done);
              totals.add(total);
            });
    try (var model = BaseModels.open(fetched)) {
      assertThat(model.config()).isEqualTo(TinyModel.CONFIG);
    }
    assertThat(reports).isSorted();
    assertThat(reports.getLast()).isEqualTo(totals.getLast());
    try (var files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.json",
              "generation_config.json",
              "tokenizer.json",
              "tokenizer_config.json",
              LARGE);
    }
  }

  @Test
  void whatIsThereIsNotFetchedAgain() throws Exception {
    fetch(Progress.NONE);
    int before = hub.requests().size();
    fetch(Progress.NONE);
    assertThat(hub.requests()).hasSize(before + 1);
  }

  @Test
  void aBrokenConnectionIsTakenUpWhereItEnded() throws Exception {
    hub.cuts.addAll(List.of(1000, 2000));
    fetch(Progress.NONE);
    assertThat(target.resolve(LARGE)).hasBinaryContent(hub.file(LARGE));
    assertThat(hub.requests())
        .contains("/storage/" + LARGE + " bytes=1000-", "/storage/" + LARGE + " bytes=3000-");
  }

  @Test
  void aConnectionThatGivesNothingEndsAndTheNextTryGoesOn() throws Exception {
    hub.cuts.addAll(List.of(1000, 0));
    failsWith("error.hub.cut");
    assertThat(target.resolve(LARGE)).doesNotExist();
    assertThat(target.resolve(LARGE + ".part")).hasSize(1000);
    fetch(Progress.NONE);
    assertThat(target.resolve(LARGE)).hasBinaryContent(hub.file(LARGE));
    assertThat(hub.requests().getLast()).endsWith(" bytes=1000-");
    assertThat(target.resolve(LARGE + ".part")).doesNotExist();
  }

  @Test
  void aFileThatChangedMeanwhileBeginsAnew() throws Exception {
    hub.cuts.addAll(List.of(1000, 0));
    failsWith("error.hub.cut");
    byte[] changed = hub.file(LARGE).clone();
    changed[changed.length - 1] ^= 1;
    hub.put(LARGE, changed);
    fetch(Progress.NONE);
    assertThat(target.resolve(LARGE)).hasBinaryContent(changed);
  }

  @Test
  void aServerThatCannotGoOnSendsAllOfItAgain() throws Exception {
    hub.ignoresRanges = true;
    hub.cuts.add(1000);
    fetch(Progress.NONE);
    assertThat(target.resolve(LARGE)).hasBinaryContent(hub.file(LARGE));
  }

  @Test
  void aFileWithAnotherCheckSumIsThrownAway() throws Exception {
    hub.wrongSum = "0".repeat(64);
    failsWith("error.download.checkSum");
    assertThat(target.resolve(LARGE)).doesNotExist();
    assertThat(target.resolve(LARGE + ".part")).doesNotExist();
  }

  @Test
  void aConnectionThatStandsStillIsGivenUp() throws Exception {
    hub.stallAfter = 500;
    failsWith("error.hub.cut");
    assertThat(target.resolve(LARGE + ".part").toFile().length()).isBetween(500L, 4000L);
  }

  @Test
  void aDownloadCanBeStoppedWhileNothingComes() throws Exception {
    hub.stallAfter = 500;
    long start = System.nanoTime();
    Progress stopped =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return largeRequests() > 0 && System.nanoTime() - start > 300_000_000L;
          }
        };
    assertThatThrownBy(() -> fetch(stopped))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            failure -> assertThat(failure.key()).isEqualTo("error.download.cancelled"));
    hub.stallAfter = -1;
    fetch(Progress.NONE);
    assertThat(target.resolve(LARGE)).hasBinaryContent(hub.file(LARGE));
    assertThat(hub.requests().getLast()).endsWith(" bytes=500-");
  }

  @ParameterizedTest
  @CsvSource({
    "api, 401, denied",
    "api, 404, missing",
    "api, 500, server",
    "resolve, 403, denied",
    "storage, 404, missing",
    "storage, 429, busy",
    "storage, 503, server"
  })
  void refusalsAreNamed(String path, int status, String reason) {
    hub.failWith("/" + path + "/", status);
    failsWith("error.hub." + reason);
  }

  @Test
  void aRefusalKeepsWhatHasCome() throws Exception {
    hub.cuts.addAll(List.of(1000, 0));
    failsWith("error.hub.cut");
    hub.failWith("/storage/", 503);
    failsWith("error.hub.server");
    assertThat(target.resolve(LARGE + ".part")).hasSize(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://models.example.org/x",
        "ftp://127.0.0.1/x",
        "http://",
        "file:///etc/passwd"
      })
  void unsafeAddressesAreNotFollowed(String address) {
    hub.redirectTo = address;
    failsWith("error.hub.redirected");
  }

  @Test
  void endlessRedirectsEnd() {
    hub.redirectTo =
        "/" + FaultyHub.MODEL + "/resolve/0123456789abcdef0123456789abcdef01234567/" + LARGE;
    failsWith("error.hub.redirected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://models.example.org", "models.example.org", "", "file:///tmp", "https://"})
  void onlySafeHubsAreTaken(String address) {
    assertThatThrownBy(() -> new HubDownload(address))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            failure -> assertThat(failure.key()).isEqualTo("error.hub.address"));
  }

  @Test
  void aHubThatIsNotThereIsNamed() {
    hub.close();
    failsWith("error.hub.unreachable");
  }

  @Test
  void whatIsNoHubIsNamed() {
    hub.failWith("/api/", 200);
    failsWith("error.hub.description");
  }

  @Test
  void aDiskThatTakesNothingIsNamed() throws Exception {
    Files.createDirectories(target.resolve(LARGE + ".part"));
    failsWith("error.download.disk");
  }

  @Test
  void namesThatAreNoneAreRefused() {
    for (String name :
        List.of("tiny", "a/b/c", "../up", "a/..", "/etc", "a b/c", "a/b?x", ".a/b")) {
      assertThat(HubDownload.isName(name)).as(name).isFalse();
    }
    assertThat(HubDownload.isName("HuggingFaceTB/SmolLM2-135M-Instruct")).isTrue();
  }

  @Test
  void aModelWithoutSafetensorsComesAsGguf() throws Exception {
    hub.close();
    Path served = Files.createDirectories(folder.resolve("ggufs"));
    for (String kind : List.of("F16", "Q4_K_M", "Q8_0", "Q2_K")) {
      TinyModel.gguf(served.resolve("Tiny-" + kind + ".gguf"));
    }
    hub = new FaultyHub(served);
    Path fetched = fetch(Progress.NONE);
    assertThat(fetched.getFileName().toString().toLowerCase(Locale.ROOT)).contains("q8_0");
    BaseModels.open(fetched).close();
  }
}
