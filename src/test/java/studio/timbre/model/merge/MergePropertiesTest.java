package studio.timbre.model.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/**
 * Whatever two people do to a conversation, the merge loses nothing of it. Everything that is written carries a mark of its own, as
 * {@code b3} or {@code o7}, so that what became of it can be told without asking the merge.
 */
class MergePropertiesTest {
  private static final int TRIES = 600;
  private static final Pattern MARK = Pattern.compile("\\b[bot]\\d+\\b");
  private static final List<Role> ROLES = List.of(Role.USER, Role.ASSISTANT, Role.TOOL);

  /** A person who edits, with marks of their own. */
  private static final class Editor {
    private final char mark;
    private final Random random;
    private int count;

    Editor(char mark, long seed) {
      this.mark = mark;
      this.random = new Random(seed);
    }

    String fresh() {
      return mark + String.valueOf(++count);
    }

    Message message() {
      var role = ROLES.get(random.nextInt(ROLES.size()));
      return Message.of(role, fresh() + " says " + words() + ", and then " + fresh());
    }

    /** Nobody can tell one message from another where all say nearly the same. */
    private String words() {
      return random
          .ints(40, 'a', 'z' + 1)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());
    }

    Curated base(int messages) {
      var said = Stream.generate(this::message).limit(messages).toList();
      var extras = new LinkedHashMap<String, String>();
      extras.put("tools", "[\"" + fresh() + "\"]");
      extras.put("store", "\"" + fresh() + "\"");
      return new Curated(
          Status.DRAFT,
          Split.TRAINING,
          new Conversation(said, extras),
          new Review(2, new TreeSet<>(List.of(fresh(), fresh())), "Note " + fresh(), fresh()));
    }

    Curated edit(Curated start, int edits) {
      var state = start;
      for (int i = 0; i < edits; i++) {
        state = random.nextInt(3) == 0 ? editOutside(state) : editMessages(state);
      }
      return state;
    }

    private Curated editOutside(Curated state) {
      var review = state.review();
      return switch (random.nextInt(8)) {
        case 0 -> state.withStatus(Status.values()[random.nextInt(4)]);
        case 1 -> state.withSplit(Split.values()[random.nextInt(2)]);
        case 2 -> state.withReview(review.withRating(random.nextInt(6)));
        case 3 -> state.withReview(review.withNote("Note " + fresh()));
        case 4 -> state.withReview(review.withAssignee(random.nextBoolean() ? fresh() : ""));
        case 5 -> {
          var tags = new ArrayList<>(review.tags());
          tags.add(fresh());
          yield state.withReview(review.withTags(tags));
        }
        case 6 -> {
          var tags = new ArrayList<>(review.tags());
          if (!tags.isEmpty()) {
            tags.remove(random.nextInt(tags.size()));
          }
          yield state.withReview(review.withTags(tags));
        }
        default -> {
          var extras = new LinkedHashMap<>(state.conversation().extras());
          var keys = List.of("tools", "store", "more");
          String key = keys.get(random.nextInt(keys.size()));
          if (random.nextInt(3) == 0) {
            extras.remove(key);
          } else {
            extras.put(key, "\"" + fresh() + "\"");
          }
          yield state.withConversation(new Conversation(state.conversation().messages(), extras));
        }
      };
    }

    private static void join(List<Message> messages, int at) {
      if (at + 1 < messages.size()) {
        var second = messages.remove(at + 1);
        var first = messages.get(at);
        messages.set(at, first.withText(first.text() + " " + second.text()));
      }
    }

    private Curated editMessages(Curated state) {
      var messages = new ArrayList<>(state.conversation().messages());
      if (messages.isEmpty() || random.nextInt(4) == 0) {
        messages.add(random.nextInt(messages.size() + 1), message());
      } else {
        int at = random.nextInt(messages.size());
        var message = messages.get(at);
        switch (random.nextInt(7)) {
          case 0 -> messages.remove(at);
          case 6 -> join(messages, at);
          case 1 -> messages.add(random.nextInt(messages.size()), messages.remove(at));
          case 2 -> messages.set(at, message.withText(message.text() + " " + fresh()));
          case 3 -> messages.set(at, message.withText(fresh()));
          case 4 -> messages.set(at, message.withWeight(OptionalInt.of(random.nextInt(2))));
          default -> messages.set(at, message.withRole(ROLES.get(random.nextInt(ROLES.size()))));
        }
      }
      return state.withConversation(state.conversation().withMessages(messages));
    }
  }

  private record Parted(Curated base, Curated ours, Curated theirs) {}

  @Provide
  static Arbitrary<Parted> parted() {
    return Arbitraries.longs()
        .flatMap(
            seed ->
                Arbitraries.integers()
                    .between(0, 8)
                    .flatMap(
                        messages ->
                            Arbitraries.integers()
                                .between(0, 12)
                                .tuple2()
                                .map(edits -> part(seed, messages, edits.get1(), edits.get2()))));
  }

  private static Parted part(long seed, int messages, int ourEdits, int theirEdits) {
    var base = new Editor('b', seed).base(messages);
    return new Parted(
        base,
        new Editor('o', seed + 1).edit(base, ourEdits),
        new Editor('t', seed + 2).edit(base, theirEdits));
  }

  private static Merged merge(Curated base, Curated ours, Curated theirs, Choices choices) {
    return ConversationMerge.merge(
        Optional.of(base), Optional.of(ours), Optional.of(theirs), choices);
  }

  private static String all(Curated state) {
    return state.toString();
  }

  private static String clashes(Merged merged) {
    return merged.clashes().toString();
  }

  private static TreeSet<String> marks(String text) {
    return MARK.matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Property(tries = TRIES)
  void whatEitherSideWroteIsInTheResultOrInAClash(@ForAll("parted") Parted parted) {
    var merged = merge(parted.base(), parted.ours(), parted.theirs(), Choices.NONE);
    var found = marks(all(merged.result().orElseThrow()) + clashes(merged));
    var before = marks(all(parted.base()));
    for (var side : List.of(parted.ours(), parted.theirs())) {
      var written = marks(all(side));
      written.removeAll(before);
      assertThat(found).containsAll(written);
    }
  }

  @Property(tries = 3000)
  void whatEitherSideTookAwayIsGoneOrInAClash(@ForAll("parted") Parted parted) {
    var merged = merge(parted.base(), parted.ours(), parted.theirs(), Choices.NONE);
    var left = marks(all(merged.result().orElseThrow()));
    left.removeAll(marks(clashes(merged)));
    for (var side : List.of(parted.ours(), parted.theirs())) {
      var removed = marks(all(parted.base()));
      removed.removeAll(marks(all(side)));
      removed.retainAll(left);
      assertThat(removed).isEmpty();
    }
  }

  /** Outside the messages every cell can be told by itself. */
  @Property(tries = TRIES)
  void everyCellHoldsWhatTheSideThatChangedItPutThere(@ForAll("parted") Parted parted) {
    var merged = merge(parted.base(), parted.ours(), parted.theirs(), Choices.NONE);
    var result = merged.result().orElseThrow();
    List<Function<Curated, Object>> cells =
        List.of(
            Curated::status,
            Curated::split,
            state -> state.review().rating(),
            state -> state.review().note(),
            state -> state.review().assignee(),
            state -> Optional.ofNullable(state.conversation().extras().get("tools")),
            state -> Optional.ofNullable(state.conversation().extras().get("store")),
            state -> Optional.ofNullable(state.conversation().extras().get("more")));
    int expected = 0;
    for (var cell : cells) {
      var was = cell.apply(parted.base());
      var ours = cell.apply(parted.ours());
      var theirs = cell.apply(parted.theirs());
      if (theirs.equals(was) || ours.equals(theirs)) {
        assertThat(cell.apply(result)).isEqualTo(ours);
      } else if (ours.equals(was)) {
        assertThat(cell.apply(result)).isEqualTo(theirs);
      } else {
        expected++;
      }
    }
    var outside = new TreeSet<>(List.of("STATUS", "SPLIT", "RATING", "NOTE", "ASSIGNEE", "EXTRA"));
    assertThat(
            merged.clashes().stream().filter(clash -> outside.contains(clash.cell().part().name())))
        .hasSize(expected);
  }

  @Property(tries = TRIES)
  void oneSideAloneIsTakenAsItIs(@ForAll("parted") Parted parted) {
    var none = merge(parted.base(), parted.ours(), parted.base(), Choices.NONE);
    assertThat(none.clashes()).isEmpty();
    assertThat(none.result()).contains(parted.ours());
    var taken = merge(parted.base(), parted.base(), parted.theirs(), Choices.NONE);
    assertThat(taken.clashes()).isEmpty();
    assertThat(taken.result()).contains(parted.theirs());
    var same = merge(parted.base(), parted.ours(), parted.ours(), Choices.NONE);
    assertThat(same.clashes()).isEmpty();
    assertThat(same.result()).contains(parted.ours());
  }

  @Property(tries = TRIES)
  void neitherSideIsFavoured(@ForAll("parted") Parted parted) {
    var here = merge(parted.base(), parted.ours(), parted.theirs(), Choices.all(Choice.OURS));
    var there = merge(parted.base(), parted.theirs(), parted.ours(), Choices.all(Choice.THEIRS));
    assertThat(turned(there)).isEqualTo(straight(here));
    assertThat(content(there.result().orElseThrow()))
        .isEqualTo(content(here.result().orElseThrow()));
  }

  private static TreeMap<String, List<String>> straight(Merged merged) {
    var clashes = new TreeMap<String, List<String>>();
    merged
        .clashes()
        .forEach(
            clash ->
                clashes.put(
                    clash.cell().id(), List.of(clash.ours().print(), clash.theirs().print())));
    return clashes;
  }

  private static TreeMap<String, List<String>> turned(Merged merged) {
    var clashes = straight(merged);
    clashes.replaceAll(
        (cell, values) -> {
          var turned = new ArrayList<>(values);
          Collections.reverse(turned);
          return turned;
        });
    return clashes;
  }

  /** Without the order of what stands at one place. */
  private static List<String> content(Curated state) {
    var content =
        new ArrayList<>(
            List.of(
                state.status().name(),
                state.split().name(),
                state.review().toString(),
                new TreeMap<>(state.conversation().extras()).toString()));
    state.conversation().messages().stream().map(Message::toString).sorted().forEach(content::add);
    return content;
  }

  @Property(tries = TRIES)
  void whatIsMergedMergesToItself(@ForAll("parted") Parted parted) {
    var merged = merge(parted.base(), parted.ours(), parted.theirs(), Choices.all(Choice.THEIRS));
    var once = merged.result().orElseThrow();
    // Brought back once more with nothing new: theirs is the base of next time.
    assertThat(merge(parted.theirs(), once, parted.theirs(), Choices.NONE).result()).contains(once);
  }

  /** The ordinary case: nothing is asked where two people worked on different messages, however alike these are. */
  @Property(tries = TRIES)
  void editsOfDifferentMessagesAreTakenWithoutAClash(
      @ForAll @IntRange(min = 2, max = 12) int size, @ForAll long seed) {
    var random = new Random(seed);
    var base = new ArrayList<Message>();
    for (int i = 0; i < size; i++) {
      base.add(
          Message.of(
              ROLES.get(i % 2),
              "Thank you for order " + (1000 + i) + ", it left on day " + i + " by ship."));
    }
    var ours = new ArrayList<>(base);
    var theirs = new ArrayList<>(base);
    var expected = new ArrayList<>(base);
    for (int i = 0; i < size; i++) {
      var edited = edited(base.get(i), random);
      int who = random.nextInt(3);
      if (who > 0) {
        (who == 1 ? ours : theirs).set(i, edited);
        expected.set(i, edited);
      }
    }
    var merged = merge(saying(base), saying(ours), saying(theirs), Choices.NONE);
    assertThat(merged.clashes()).isEmpty();
    assertThat(merged.result()).contains(saying(expected));
  }

  private static Message edited(Message message, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> message.withText(message.text() + " We will write again.");
      case 1 -> message.withText(message.text().replace("ship", "night train"));
      case 2 -> message.withWeight(OptionalInt.of(0));
      default -> message.withRole(Role.TOOL);
    };
  }

  private static Curated saying(List<Message> messages) {
    return Curated.draft(Conversation.of(messages.toArray(Message[]::new)), Split.TRAINING);
  }

  @Property(tries = 200)
  void movesAreKept(@ForAll @IntRange(min = 2, max = 9) int size, @ForAll long seed) {
    var editor = new Editor('b', seed);
    var base = editor.base(size);
    var moved = new ArrayList<>(base.conversation().messages());
    Collections.shuffle(moved, new Random(seed));
    var ours = base.withConversation(base.conversation().withMessages(moved));
    var theirs = base.withStatus(Status.APPROVED);
    assertThat(merge(base, ours, theirs, Choices.NONE).result())
        .contains(ours.withStatus(Status.APPROVED));
  }
}
