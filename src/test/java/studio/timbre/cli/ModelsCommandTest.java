package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.RealModel;

class ModelsCommandTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() {
    run = new CommandRun(folder);
  }

  @Test
  void anEmptyLibrarySaysHowToBegin() throws Exception {
    assertThat(run.command("models")).isZero();
    assertThat(run.out()).contains("timbre models fetch smollm2-135m-instruct");
    assertThat(run.command("models", "--json")).isZero();
    assertThat(run.out()).isEqualTo("{\"models\":[]}\n");
  }

  @Test
  void whatIsAddedIsListed() throws Exception {
    var file = RealModel.path();
    assertThat(run.command("models", "add", file.toString(), "--json")).isZero();
    var added = MAPPER.readTree(run.out());
    assertThat(added.get("format").asText()).isEqualTo("GGUF");
    assertThat(added.get("parameters").asLong()).isEqualTo(134_515_008);

    assertThat(run.command("models", "--json")).isZero();
    assertThat(MAPPER.readTree(run.out()).get("models")).containsExactly(added);

    assertThat(run.command("models")).isZero();
    assertThat(run.out()).contains("Parameters").contains("134.5 M").contains(file.toString());
  }

  @Test
  void aPathThatIsNotThereIsWrongUsage() {
    assertThat(run.command("models", "add", "nowhere.gguf")).isEqualTo(2);
    assertThat(run.err()).startsWith("There is no file or folder nowhere.gguf.");
  }

  @Test
  void aFileThatIsNoModelIsASentence() {
    assertThat(run.command("models", "add", "pom.xml")).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).doesNotContain("Exception");
  }
}
