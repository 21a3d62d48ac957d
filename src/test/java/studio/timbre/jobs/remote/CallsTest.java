package studio.timbre.jobs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import studio.timbre.jobs.remote.ProviderFacts.Named;
import studio.timbre.jobs.remote.ProviderFacts.Page;

/** Lists that name where they go on. */
class CallsTest {
  private record Item(String id) implements Named {}

  private final Calls calls = new Calls(new QuickPace(), new Semaphore(0));
  private final List<String> seen = new ArrayList<>();

  private boolean walk(Calls.PageCall<Item> pages) throws Exception {
    return calls.walk(1, pages, item -> !seen.add(item.id()));
  }

  private static Page<Item> page(String next, String... ids) {
    return new Page<>(
        List.of(ids).stream().map(Item::new).toList(), !next.isEmpty(), Optional.of(next));
  }

  @Test
  void aListGoesOnWhereItSays() throws Exception {
    var asked = new ArrayList<String>();
    assertThat(
            walk(
                after -> {
                  asked.add(after.orElse("-"));
                  return switch (after.orElse("")) {
                    case "" -> page("x", "a", "b");
                    // A page may hold nothing and the list still go on.
                    case "x" -> page("y");
                    default -> new Page<>(List.of(new Item("c")), false);
                  };
                }))
        .isTrue();
    assertThat(asked).containsExactly("-", "x", "y");
    assertThat(seen).containsExactly("a", "b", "c");
  }

  @Test
  void aListThatGoesOnAtTheSamePlaceForEverIsNotWhole() throws Exception {
    assertThat(walk(_ -> page("x", "a"))).isFalse();
    assertThat(seen).containsExactly("a");
  }
}
