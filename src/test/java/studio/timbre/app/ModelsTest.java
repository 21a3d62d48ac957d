package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.RealModel;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.FaultyHub;
import studio.timbre.weights.PackageDownload;
import studio.timbre.weights.Starters;
import studio.timbre.weights.TinyModel;

class ModelsTest {

  @TempDir private Path folder;

  private Models models(String endpoint) {
    return new Models(folder.resolve("library"), () -> endpoint, PackageDownload.without());
  }

  @Test
  void theStarterHasItsName() {
    assertThat(Starters.load().getFirst().name()).isEqualTo(Models.STARTER);
  }

  @Test
  void aModelOfTheHubIsFetchedOnceAndFound() throws Exception {
    try (var hub = new FaultyHub(TinyModel.huggingFace(folder.resolve("served")))) {
      var models = models(hub.address());
      var fetched = models.fetch(FaultyHub.MODEL, Progress.NONE);
      assertThat(fetched.name()).isEqualTo(FaultyHub.MODEL);
      assertThat(models.find(FaultyHub.MODEL)).isEqualTo(fetched);
      assertThat(models.list()).containsExactly(fetched);
      hub.failWith("/", 500);
      assertThat(models.fetch(FaultyHub.MODEL, Progress.NONE)).isEqualTo(fetched);
      models.remove(FaultyHub.MODEL);
      assertThat(fetched.path()).doesNotExist();
    }
  }

  @Test
  void whereNoSourceAnswersAFileCanBePicked() throws Exception {
    try (var hub = new FaultyHub(TinyModel.huggingFace(folder.resolve("served")))) {
      hub.failWith("/api/", 503);
      assertThatThrownBy(() -> models(hub.address()).fetch(Models.STARTER, Progress.NONE))
          .isInstanceOfSatisfying(
              UserFacingException.class,
              failure -> assertThat(failure.key()).isEqualTo("error.download.noSource"))
          .hasMessageContaining("pick a model file")
          .hasMessageContaining("pip")
          .hasMessageContaining("HTTP 503");
    }
  }

  @Test
  void aModelIsFoundByItsPathToo() throws Exception {
    Path path = TinyModel.huggingFace(folder.resolve("tiny"));
    var models = models("https://hub.example.org");
    assertThat(models.find(path.toString()).path()).isEqualTo(path);
    assertThat(models.list()).isEmpty();
    assertThat(models.find(RealModel.path().toString()).parameters()).isEqualTo(134_515_008);
  }

  @Test
  void unknownNamesAreNamed() {
    var models = models("https://hub.example.org");
    assertThat(models.starter()).isEmpty();
    for (var unknown :
        List.of(
            new String[] {"no-such-model", "error.library.unknown"},
            new String[] {Models.STARTER, "error.library.notFetched"})) {
      assertThatThrownBy(() -> models.find(unknown[0]))
          .isInstanceOfSatisfying(
              UserFacingException.class,
              failure -> assertThat(failure.key()).isEqualTo(unknown[1]));
    }
    assertThatThrownBy(() -> models.fetch("no-such-model", Progress.NONE))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            failure -> assertThat(failure.key()).isEqualTo("error.hub.name"));
  }
}
