package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;

class LastLookTest {
  @TempDir Path folder;
  private final AtomicInteger looks = new AtomicInteger();
  private final LastLook<Integer> look = new LastLook<>(_ -> looks.incrementAndGet());
  private Path data;

  @BeforeEach
  void write() throws Exception {
    data = Files.writeString(folder.resolve("data.jsonl"), "one");
  }

  private ApiJobs.Wanted wanted(String model) {
    return new ApiJobs.Wanted(
        "Voice",
        new Connection("c", "Test", Provider.OPENAI, URI.create("https://api.openai.com/v1")),
        Optional.empty(),
        ApiRecipe.of(model),
        data,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  @Test
  void theSameJobIsLookedAtOnce() throws Exception {
    assertThat(look.at(wanted("m"))).isEqualTo(1);
    assertThat(look.at(wanted("m"))).isEqualTo(1);
    assertThat(look.at(wanted("other"))).isEqualTo(2);
    assertThat(look.at(wanted("m"))).isEqualTo(3);
  }

  @Test
  void changedDataIsLookedAtAgain() throws Exception {
    look.at(wanted("m"));
    Files.writeString(data, "three");
    assertThat(look.at(wanted("m"))).isEqualTo(2);
    var later = FileTime.fromMillis(Files.getLastModifiedTime(data).toMillis() + 5_000);
    Files.setLastModifiedTime(data, later);
    assertThat(look.at(wanted("m"))).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsNeverRemembered() throws Exception {
    Files.delete(data);
    assertThat(look.at(wanted("m"))).isEqualTo(1);
    assertThat(look.at(wanted("m"))).isEqualTo(2);
  }
}
