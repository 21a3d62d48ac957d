package studio.timbre.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.UserFacingException;

class ModelLibraryTest {

  @TempDir private Path folder;
  private Path gguf;
  private ModelLibrary library;

  @BeforeEach
  void open() throws Exception {
    gguf = TinyModel.gguf(folder.resolve("Tiny Model.Q8.gguf"));
    library = new ModelLibrary(folder.resolve("library"));
  }

  @Test
  void addedModelsAreThereInTheNextProgram() throws Exception {
    LibraryModel added = library.add(gguf);
    assertThat(added.name()).isEqualTo("tiny-model.q8");
    assertThat(added.title()).isEqualTo("Tiny");
    assertThat(added.format()).isEqualTo("GGUF");
    assertThat(added.bytes()).isEqualTo(Files.size(gguf));
    assertThat(added.parameters()).isEqualTo(TinyModel.CONFIG.parameters());
    LibraryModel second = library.add(TinyModel.huggingFace(folder.resolve("tiny-model.q8")));
    assertThat(second.name()).isEqualTo("tiny-model.q8-2");
    assertThat(second.format()).isEqualTo("safetensors");
    assertThat(new ModelLibrary(folder.resolve("library")).list()).containsExactly(added, second);
    assertThat(library.find("tiny-model.q8-2")).contains(second);
  }

  @Test
  void aModelIsAddedOnce() throws Exception {
    assertThat(library.add(gguf)).isEqualTo(library.add(gguf));
    assertThat(library.list()).hasSize(1);
  }

  /** The file of the starter model calls itself by the name of an experiment. */
  @Test
  void aTitleThatPeopleKnowComesBeforeThatOfTheFile() throws Exception {
    library.add("starter", "Starter 135M", gguf);
    assertThat(library.find("starter").orElseThrow().title()).isEqualTo("Starter 135M");
    assertThat(library.find("starter").orElseThrow().path()).isEqualTo(gguf.toAbsolutePath());
  }

  @Test
  void whatIsNoModelIsNotAdded() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello, this is no model");
    assertThatThrownBy(() -> library.add(text)).isInstanceOf(UserFacingException.class);
    assertThat(library.list()).isEmpty();
  }

  @Test
  void modelsWhoseFileIsGoneAreNotListedUntilItComesBack() throws Exception {
    library.add(gguf);
    Path elsewhere = Files.move(gguf, folder.resolve("moved.gguf"));
    assertThat(library.list()).isEmpty();
    Files.move(elsewhere, gguf);
    assertThat(library.list()).hasSize(1);
  }

  @Test
  void forgettingDeletesOnlyWhatTimbreDownloaded() throws Exception {
    library.add(gguf);
    Path downloaded = TinyModel.huggingFace(library.folder().resolve("gull--tiny"));
    library.add("gull/tiny", downloaded);
    library.remove("tiny-model.q8");
    library.remove("gull/tiny");
    library.remove("never there");
    assertThat(library.list()).isEmpty();
    assertThat(gguf).exists();
    assertThat(downloaded).doesNotExist();
  }

  @Test
  void aBrokenIndexIsPutAside() throws Exception {
    library.add(gguf);
    Path index = library.folder().resolve("models.json");
    Files.writeString(index, "{\"models\": [");
    assertThat(library.list()).isEmpty();
    library.add(gguf);
    assertThat(library.list()).hasSize(1);
    assertThat(library.folder().resolve("models.broken.json")).exists();
  }
}
