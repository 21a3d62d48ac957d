package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.json.HeldJson;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Curated;
import studio.timbre.model.Facet;
import studio.timbre.model.Holding;
import studio.timbre.model.Message;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Place;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TokenCount;
import studio.timbre.model.Trained;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceScore;

/** Whatever is asked of whatever data, the database answers what a walk through all rows answers. */
class FilterRandomTest {
  private static final String COUNTER = "o200k_base";
  private static final List<String> WORDS =
      List.of(
          "harbour",
          "HARBOUR",
          "Você",
          "cafe\u0301",
          "café",
          "ação",
          "港口",
          "咖啡",
          "กาแฟ",
          "커피",
          "Кофе",
          "\u0627\u0644\u0642\u0647\u0648\u0629",
          "🦆",
          "👩‍👩‍👧",
          "a\u0000b",
          "\ud800",
          "\"quote\"",
          "100%",
          "_x_",
          "OR",
          "NEAR(",
          "it''s",
          "İstanbul",
          "Straße",
          "fi",
          "ok");
  private static final List<String> TAGS = List.of("menu", "Ação", "港", "it's", "x\"y");
  private static final List<String> NAMES = List.of("", "Ana", "Budi", "O'Neil");
  private static final List<String> LANGUAGES = List.of("en", "pt", "und");
  private static final List<String> KINDS = List.of("duplicate", "empty_answer", "content_hate");

  @TempDir Path folder;
  private Random random = new Random();
  private final TreeMap<Long, Map<Long, Curated>> states = new TreeMap<>();
  private final Map<String, Set<Long>> problems = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theDatabaseAnswersWhatAWalkThroughAllRowsAnswers(long seed) throws Exception {
    random = new Random(seed);
    try (var project = ProjectFile.create(folder.resolve("a.timbre"))) {
      fill(project);
      for (int round = 0; round < 12; round++) {
        change(project);
        see(project);
        var rows = rows(project);
        for (int i = 0; i < 12; i++) {
          compare(project, rows, filter(project));
        }
      }
    }
  }

  private void compare(ProjectFile project, List<ConversationRow> rows, ConversationFilter filter) {
    var plain = new PlainFilter(filter, knowledge());
    var expected = rows.stream().filter(plain::passes).map(ConversationRow::id).toList();
    var query = ConversationQuery.of(filter);
    assertThat(project.conversations().ids(query, COUNTER))
        .as("%s", filter)
        .containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
    assertThat(project.facetCounts().count(query, COUNTER, Progress.NONE))
        .isEqualTo(expected.size());
    var passed = rows.stream().filter(plain::passes).toList();
    for (var facet : Facet.values()) {
      assertThat(project.facetCounts().of(facet, query, COUNTER, Progress.NONE))
          .as("%s of %s", facet, filter)
          .isEqualTo(counts(facet, passed));
    }
  }

  private Map<String, Long> counts(Facet facet, List<ConversationRow> rows) {
    return rows.stream()
        .flatMap(row -> values(facet, row).stream())
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
  }

  private Set<String> values(Facet facet, ConversationRow row) {
    return switch (facet) {
      case STATUS -> Set.of(row.status().name());
      case SPLIT -> Set.of(row.split().name());
      case TAG -> row.review().tags().isEmpty() ? Set.of("") : row.review().tags();
      case ASSIGNEE -> Set.of(row.review().assignee());
      case HOLDS ->
          HeldJson.of(row.conversation()).stream().map(Enum::name).collect(Collectors.toSet());
      case LANGUAGE -> Set.of(language(row.conversation()));
      case TOPIC -> Set.of(String.valueOf(topic(row.conversation())));
      case VOICE -> row.voice() < 0 ? Set.of() : Set.of(String.valueOf(row.voice() / 10 * 10));
      case VOICE_RULE ->
          brokenRules(row.conversation()).stream().map(VoiceKind::name).collect(Collectors.toSet());
      case PROBLEM -> knowledge().problems(row.id());
    };
  }

  private PlainFilter.Knowledge knowledge() {
    return new PlainFilter.Knowledge() {
      @Override
      public String language(ConversationRow row) {
        return FilterRandomTest.language(row.conversation());
      }

      @Override
      public long topic(ConversationRow row) {
        return FilterRandomTest.topic(row.conversation());
      }

      @Override
      public Set<VoiceKind> brokenRules(ConversationRow row) {
        return FilterRandomTest.brokenRules(row.conversation());
      }

      @Override
      public Set<String> problems(long id) {
        return problems.entrySet().stream()
            .filter(entry -> entry.getValue().contains(id))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
      }

      @Override
      public Map<Long, Curated> state(long entry) {
        return states.getOrDefault(entry, Map.of());
      }

      @Override
      public boolean isNewToday(long id) {
        return true;
      }
    };
  }

  /** Not true ones, as the languages: 101 has no answer, and of every fifth text nobody knows. */
  private static int voice(Conversation conversation) {
    int hash = Math.floorMod(conversation.question().hashCode(), 1000);
    return hash % 5 == 0 ? VoiceScores.UNJUDGED : hash % 102;
  }

  private static Set<VoiceKind> brokenRules(Conversation conversation) {
    return voice(conversation) < VoiceScore.FULL
        ? VoiceKind.of(1 << conversation.question().length() % 14 | 2)
        : Set.of();
  }

  /** Not a true one: what is found must only follow from the text. */
  private static String language(Conversation conversation) {
    return LANGUAGES.get(Math.floorMod(conversation.question().hashCode(), LANGUAGES.size()));
  }

  /** From 0, which is none, to 3. */
  private static long topic(Conversation conversation) {
    return Math.floorMod(conversation.question().hashCode() / 7, 4);
  }

  private void fill(ProjectFile project) {
    states.put(0L, Map.of());
    project
        .edits("Ana")
        .write(
            "import",
            pen -> {
              for (int i = 0; i < 40; i++) {
                pen.add(curated(), Place.end());
              }
              return true;
            });
    remember(project);
  }

  private void change(ProjectFile project) {
    long[] ids = project.conversations().ids(ConversationQuery.ALL, COUNTER);
    switch (random.nextInt(6)) {
      case 0 -> {
        if (project.journal().position() > 1) {
          project.journal().undo();
        }
      }
      case 1 -> project.journal().redo();
      case 2 -> project.edits("Ana").delete(ids[random.nextInt(ids.length)]);
      default ->
          project
              .edits("Ana")
              .write(
                  "edit",
                  pen -> {
                    for (int i = 0; i < 6; i++) {
                      pen.put(ids[random.nextInt(ids.length)], curated());
                    }
                    return pen.add(curated(), Place.start());
                  });
    }
    remember(project);
  }

  /** A state is forgotten where an edit was made after it was taken back: nothing leads to it any more. */
  private void remember(ProjectFile project) {
    long position = project.journal().position();
    var known =
        project.journal().history(1000).stream().map(ChangeInfo::entry).collect(Collectors.toSet());
    states.keySet().removeIf(entry -> entry != 0 && !known.contains(entry));
    var now = new LinkedHashMap<Long, Curated>();
    rows(project).forEach(row -> now.put(row.id(), row.curated()));
    states.put(position, now);
  }

  private void see(ProjectFile project) {
    var unlooked = project.traits().unlooked(1000);
    project
        .traits()
        .put(
            unlooked.stream()
                .map(one -> new Traits.Seen(one, language(one.conversation())))
                .toList());
    var guide = project.voiceGuides(() -> "Ana").add(VoiceGuide.NONE, GuideVersion.Origin.WRITTEN);
    project
        .voiceScores()
        .walk(
            guide.id(),
            project.voiceScores().next(guide.id(), 1000).stream()
                .map(
                    one ->
                        new VoiceScores.Judged(
                            one,
                            voice(one.conversation()),
                            VoiceKind.bits(brokenRules(one.conversation()))))
                .toList());
    var topics = project.topics();
    topics.put(
        new TopicSet(
            Map.of(),
            LongStream.rangeClosed(1, 3)
                .mapToObj(id -> new Topic(id, "" + id, false, Map.of()))
                .toList()),
        1);
    topics
        .told()
        .walk(
            topics.newest(),
            topics.told().next(topics.newest(), 1000).stream()
                .map(one -> new ToldTopics.Told(one, topic(one.conversation())))
                .toList());
    var counts = project.tokenCounts();
    counts.put(
        COUNTER,
        counts.uncounted(COUNTER, Long.MIN_VALUE, Integer.MAX_VALUE).stream()
            .filter(one -> random.nextInt(5) > 0)
            .map(
                one -> {
                  int tokens = one.conversation().question().length();
                  return new TokenCounts.Counted(one, new TokenCount(tokens, tokens, List.of()));
                })
            .toList());
    problems.clear();
    for (String kind : KINDS) {
      problems.put(
          kind,
          rows(project).stream()
              .map(ConversationRow::id)
              .filter(id -> random.nextInt(4) == 0)
              .collect(Collectors.toSet()));
    }
    project
        .foundProblems()
        .put(
            problems.entrySet().stream()
                .map(
                    entry ->
                        new Problem(
                            entry.getKey(),
                            Problem.Severity.WARNING,
                            List.copyOf(entry.getValue())))
                .toList());
  }

  private List<ConversationRow> rows(ProjectFile project) {
    var conversations = project.conversations();
    return conversations.rows(COUNTER, conversations.ids(ConversationQuery.ALL, COUNTER));
  }

  private ConversationFilter filter(ProjectFile project) {
    var filter = ConversationFilter.ALL;
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      filter = narrowed(filter, project);
    }
    return filter;
  }

  private ConversationFilter narrowed(ConversationFilter filter, ProjectFile project) {
    return switch (random.nextInt(17)) {
      case 0 -> filter.withStatuses(some(List.of(Status.values())));
      case 1 -> filter.withSplits(some(List.of(Split.values())));
      case 2 -> filter.withTags(some(with(TAGS, "")));
      case 3 -> filter.withRating(range(5));
      case 4 -> filter.withAssignees(some(NAMES));
      case 5 -> filter.withTurns(range(3));
      case 6 -> filter.withTokens(range(30));
      case 7 -> filter.withHolds(some(List.of(Holding.values())));
      case 8 -> filter.withLanguages(some(LANGUAGES));
      case 9 -> filter.withProblems(some(KINDS));
      case 10 ->
          filter.withSince(
              Optional.of(
                  random.nextInt(3) == 0
                      ? Since.today()
                      : new Since.Change(one(List.copyOf(states.keySet())))));
      case 11 ->
          filter.withTrained(
              Optional.of(
                  new Trained(
                      one(List.copyOf(states.keySet())),
                      new TrainingFilter(
                          some(List.of(Status.values())),
                          random.nextBoolean() ? Set.of() : some(TAGS),
                          random.nextInt(3)))));
      case 12 -> filter.withVoice(range(100));
      case 13 -> filter.withVoiceRules(some(List.of(VoiceKind.values())));
      case 14 -> filter.withTopics(some(List.of(0L, 1L, 2L, 3L)));
      case 15 -> {
        var ids = project.conversations().ids(ConversationQuery.ALL, COUNTER);
        yield filter.withOnly(
            Optional.of(
                NumberSet.of(Arrays.stream(ids).filter(id -> random.nextInt(3) > 0).toArray())));
      }
      default -> filter.withSearch(piece(one(WORDS)) + (random.nextBoolean() ? " \u3000" : ""));
    };
  }

  /** A word, or a part of it in the middle. */
  private String piece(String word) {
    int[] letters = word.codePoints().toArray();
    int from = random.nextInt(letters.length);
    int to = from + 1 + random.nextInt(letters.length - from);
    return random.nextBoolean() ? word : new String(letters, from, to - from);
  }

  private Range range(int most) {
    int from = random.nextInt(most + 1);
    return switch (random.nextInt(3)) {
      case 0 -> Range.from(from);
      case 1 -> Range.upTo(from);
      default -> Range.between(from, from + random.nextInt(most));
    };
  }

  private Curated curated() {
    var review =
        new Review(
            random.nextInt(Review.MOST_STARS + 1),
            new TreeSet<>(random.nextBoolean() ? Set.of() : some(TAGS)),
            "",
            one(NAMES));
    return new Curated(
        one(List.of(Status.values())), one(List.of(Split.values())), conversation(), review);
  }

  private Conversation conversation() {
    var messages = new ArrayList<Message>();
    if (random.nextInt(3) == 0) {
      messages.add(Message.of(Role.SYSTEM, sentence()));
    }
    messages.add(Message.of(Role.USER, sentence()));
    if (random.nextInt(5) == 0) {
      String parts =
          "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/b.png\"}}]";
      messages.add(
          new Message(
              Role.USER,
              new Content.Other(parts, ""),
              Optional.empty(),
              OptionalInt.empty(),
              Map.of()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      var answer = Message.of(Role.ASSISTANT, sentence());
      messages.add(random.nextInt(4) == 0 ? answer.withWeight(OptionalInt.of(0)) : answer);
    }
    var extras = new LinkedHashMap<String, String>();
    if (random.nextInt(6) == 0) {
      extras.put("tools", "[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]");
    }
    if (random.nextInt(6) == 0) {
      extras.put(Conversation.REJECTED, "[{\"role\":\"assistant\",\"content\":\"no\"}]");
    }
    return new Conversation(messages, extras);
  }

  private String sentence() {
    var words = new ArrayList<String>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      words.add(one(WORDS));
    }
    return String.join(one(List.of(" ", "", "\n", "\u00a0")), words);
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> Set<T> some(List<T> from) {
    var chosen = new HashSet<T>();
    chosen.add(one(from));
    if (random.nextBoolean()) {
      chosen.add(one(from));
    }
    return chosen;
  }

  private static List<String> with(List<String> list, String more) {
    var all = new ArrayList<>(list);
    all.add(more);
    return all;
  }
}
