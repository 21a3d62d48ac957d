package studio.timbre.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

/** What is kept between edits says the same as a comparison of everything. */
class ChangedLooksTest {
  private static final List<String> LANGUAGES = List.of("en", "pt", "id", "");

  private record Row(long id, Split split, long fingerprint, Look look) {
    /** Few of some and many of others; none for some. */
    int topic() {
      int part = Math.floorMod((int) fingerprint, 40);
      return part < 18 ? 1 : part < 30 ? 2 : part < 34 ? 3 : part == 35 ? 4 : 0;
    }
  }

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final List<Row> rows = new ArrayList<>();
  private long next;

  private Split split() {
    return random.nextInt(4) == 0 ? Split.HELD_OUT : Split.TRAINING;
  }

  /** Few texts and small changes to them, so that all kinds of neighbours meet. */
  private Row row(long id) {
    var said = new ArrayList<String>();
    int template = random.nextInt(6);
    for (int i = 0; i < 30; i++) {
      said.add("w" + template + "x" + i);
    }
    for (int changes = random.nextInt(5); changes > 0; changes--) {
      said.set(random.nextInt(said.size()), "n" + random.nextInt(40));
    }
    if (random.nextInt(5) == 0) {
      said.subList(random.nextInt(28), 30).clear();
    }
    if (random.nextInt(20) == 0) {
      for (int i = 0; i < 200; i++) {
        said.add("much" + i);
      }
    }
    String opening =
        List.of("", "Great question. ", "Yes. ", "No, ", "Here you go: ").get(random.nextInt(5));
    String question = random.nextInt(3) == 0 ? "When?" : "Why " + random.nextInt(30);
    String answer = opening + String.join(" ", said);
    String language = LANGUAGES.get(random.nextInt(12) / 3);
    var look =
        Look.at(
            List.of(
                new Said(Role.USER, Said.Kind.SPOKEN, question),
                new Said(Role.ASSISTANT, Said.Kind.SPOKEN, answer)),
            random.nextInt(8),
            text -> language);
    return new Row(id, split(), Wording.mixed((question + answer).hashCode()), look);
  }

  private LookedSet whole() {
    var set = new LookedSet(rows.size());
    rows.forEach(row -> set.add(row.id, row.split, row.fingerprint, row.look));
    set.compare();
    rows.forEach(row -> set.topics().put(row.id, row.topic()));
    set.topics().settle();
    return set;
  }

  private static Map<String, List<Long>> found(LookedSet set) {
    var found = new TreeMap<String, List<Long>>();
    for (var kind : TextProblem.values()) {
      found.put(kind.kind(), List.copyOf(set.with(kind)));
    }
    for (int bit = 0; bit < 3; bit++) {
      found.put("form" + bit, List.copyOf(set.with(LookedSet.FORM + bit)));
    }
    found.put("copies", List.copyOf(set.with(LookedSet.COPY)));
    found.put("overlaps", List.copyOf(set.with(LookedSet.OVERLAP)));
    found.put(
        "topics",
        set.topics().with(TextProblem.RARE_TOPIC).stream().map(Integer::longValue).toList());
    found.put("training", set.training(LookedSet.FORM));
    return found;
  }

  private OptionalLong behind(int place) {
    return place == 0 ? OptionalLong.empty() : OptionalLong.of(rows.get(place - 1).id());
  }

  private void act(LookedSet set) {
    int place = rows.isEmpty() ? 0 : random.nextInt(rows.size());
    switch (rows.size() < 5 ? 0 : random.nextInt(6)) {
      case 0, 1 -> {
        int at = random.nextInt(rows.size() + 1);
        var row = row(++next);
        set.insert(row.id, behind(at), row.split, row.fingerprint, row.look);
        set.topics().put(row.id, row.topic());
        set.topics().settle();
        rows.add(at, row);
      }
      case 2 -> {
        int most = random.nextInt(60) == 0 ? rows.size() / 2 : 2;
        var gone = new ArrayList<>(rows.subList(place, Math.min(rows.size(), place + most)));
        set.remove(gone.stream().mapToLong(Row::id).toArray());
        rows.removeAll(gone);
      }
      case 3 -> {
        var row = row(rows.get(place).id);
        set.change(row.id, row.split, row.fingerprint, row.look);
        set.topics().put(row.id, row.topic());
        set.topics().settle();
        rows.set(place, row);
      }
      case 4 -> {
        var old = rows.get(place);
        var row =
            new Row(
                old.id,
                old.split == Split.TRAINING ? Split.HELD_OUT : Split.TRAINING,
                old.fingerprint,
                old.look);
        set.change(row.id, row.split, row.fingerprint, row.look);
        rows.set(place, row);
      }
      default -> {
        var row = rows.remove(place);
        set.lift(row.id);
        int to = random.nextInt(rows.size() + 1);
        set.put(row.id, behind(to));
        rows.add(to, row);
      }
    }
  }

  @Test
  void afterAnyEditsTheSameIsFoundAsByComparingEverything() {
    for (int i = 0; i < 400; i++) {
      rows.add(row(++next));
    }
    var set = whole();
    assertThat(set.with(TextProblem.NEAR_DUPLICATE)).hasSizeGreaterThan(50);
    assertThat(set.with(TextProblem.HELD_OUT_LEAK)).hasSizeGreaterThan(50);
    for (int step = 0; step < 1_500; step++) {
      act(set);
      if (step % 7 == 0) {
        assertThat(found(set)).as("seed %d, step %d", seed, step).isEqualTo(found(whole()));
      }
    }
    assertThat(found(set)).as("seed %d", seed).isEqualTo(found(whole()));
  }

  @Test
  void aProjectThatGrowsFromNothingAndShrinksToNothingIsFollowed() {
    var set = whole();
    for (int step = 0; step < 300; step++) {
      act(set);
    }
    assertThat(found(set)).as("seed %d", seed).isEqualTo(found(whole()));
    while (!rows.isEmpty()) {
      set.remove(rows.removeFirst().id());
      if (rows.size() % 9 == 0) {
        assertThat(found(set)).as("seed %d", seed).isEqualTo(found(whole()));
      }
    }
    assertThat(set.size()).isZero();
  }

  @Test
  void aListKeepsWhatItSaw() {
    for (int i = 0; i < 50; i++) {
      rows.add(row(++next));
    }
    var set = whole();
    var seen = set.with(LookedSet.FORM + 0);
    var then = List.copyOf(set.with(LookedSet.FORM + 0));
    for (int step = 0; step < 200; step++) {
      act(set);
    }
    assertThat(seen).as("seed %d", seed).isEqualTo(then);
  }
}
