package studio.timbre.voice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.timbre.model.Conversation;
import studio.timbre.model.Role;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Person;
import studio.timbre.model.voice.VoiceRule.Register;
import studio.timbre.model.voice.VoiceRule.Sign;

/**
 * Learns a guide from answers that were approved: what nearly all of them keep is a rule, and how many do is told with it. In place of
 * which other words ours are said is for people to name. Used by one thread, once.
 */
public final class VoiceLearner {
  /** From fewer answers nothing is learned. */
  public static final int FEWEST = 10;

  /** So many of the answers that tell anything of two ways go one of them. */
  private static final double ONE_WAY = 0.9;

  /** What so few answers have is no habit of ours. */
  private static final double SELDOM = 0.02;

  private static final int MOST_PICTURES = 6;

  private final Function<String, String> language;
  private final EdgeLearner greeting = new EdgeLearner(false);
  private final EdgeLearner signOff = new EdgeLearner(true);
  private final WordLearner words = new WordLearner();
  private final TellingWords telling = new TellingWords();
  private final DisclaimerLearner disclaimers = new DisclaimerLearner();
  private final FollowingLearner following = new FollowingLearner();
  private final VarietyLearner spelling = new VarietyLearner();
  private final Shares emoji = new Shares();
  private final Shares exclamations = new Shares();
  private final Shares longestSentences = new Shares();
  private final Map<ReadingLevel, Shares> levels = new EnumMap<>(ReadingLevel.class);
  private final Map<Person, Integer> speakers = new EnumMap<>(Person.class);
  private final Map<Register, Integer> registers = new EnumMap<>(Register.class);
  private final Map<Sign, Integer> signs = new EnumMap<>(Sign.class);
  private final Set<String> pictures = new LinkedHashSet<>();
  private int answers;

  /** @param language as {@link VoiceScorer} wants it */
  public VoiceLearner(Function<String, String> language) {
    this.language = language;
  }

  /** Learns from the answers of an approved conversation. */
  public void approved(Conversation conversation) {
    var texts = new ArrayList<AnswerText>();
    for (var answer : Answers.of(conversation, language)) {
      if (!answer.judged().text().words().isEmpty()) {
        approved(answer.judged());
        texts.add(answer.judged().text());
      }
    }
    telling.accept(
        texts,
        conversation.messages().stream()
            .filter(message -> message.role().equals(Role.USER))
            .map(message -> new AnswerText(message.text()))
            .toList());
  }

  /** Learns from a conversation that was rejected what not to say. */
  public void rejected(Conversation conversation) {
    Answers.of(conversation, language).forEach(answer -> words.rejected(answer.judged().text()));
  }

  /** Learns from an answer beside which another was preferred. */
  public void rejected(String answer) {
    words.rejected(new AnswerText(answer));
  }

  private void approved(Judged answer) {
    answers++;
    var text = answer.text();
    greeting.accept(answer);
    signOff.accept(answer);
    words.approved(text);
    disclaimers.accept(text);
    following.accept(text);
    spelling.accept(answer);
    var found = Emoji.in(text.text());
    emoji.add(found.size());
    found.forEach(place -> pictures.add(text.text().substring(place.start(), place.end())));
    exclamations.add((int) text.text().chars().filter(RuleChecks::isExclamation).count());
    longestSentences.add(text.longest().words());
    for (var sign : Sign.values()) {
      if (Signs.has(text.text(), sign)) {
        signs.merge(sign, 1, Integer::sum);
      }
    }
    ReadingLevel.of(answer.language())
        .ifPresent(
            level -> {
              if (text.words().size() >= ReadingLevel.FEWEST_WORDS) {
                levels
                    .computeIfAbsent(level, _ -> new Shares())
                    .add((int) Math.round(level.figure(text)));
              }
            });
    oneOf(Person.values(), person -> Registers.speaks(answer, person))
        .ifPresent(person -> speakers.merge(person, 1, Integer::sum));
    oneOf(Register.values(), register -> Registers.sounds(answer, register))
        .ifPresent(register -> registers.merge(register, 1, Integer::sum));
  }

  /** The one that holds, where it is the only one. */
  private static <T> Optional<T> oneOf(T[] values, Function<T, Boolean> holds) {
    Optional<T> only = Optional.empty();
    for (var value : values) {
      if (holds.apply(value)) {
        if (only.isPresent()) {
          return Optional.empty();
        }
        only = Optional.of(value);
      }
    }
    return only;
  }

  /** All that was learned, in the order of the kinds. */
  public VoiceLesson lesson() {
    var rules = new ArrayList<LearnedRule>();
    if (answers >= FEWEST) {
      rules.addAll(words.neverSay());
      var edges = new ArrayList<LearnedRule>();
      greeting.rule(FEWEST).ifPresent(edges::add);
      signOff.rule(FEWEST).ifPresent(edges::add);
      var claims = new ArrayList<>(disclaimers.rules());
      claims.addAll(following.rules(List.copyOf(claims)));
      rules.addAll(telling.rules(words(edges, claims)));
      rules.addAll(words.spelledSo());
      rules.addAll(spelling.rules(FEWEST, ONE_WAY));
      rules.addAll(edges);
      oneWay(speakers, VoiceRule.Speaker::new).ifPresent(rules::add);
      oneWay(registers, VoiceRule.Formality::new).ifPresent(rules::add);
      rules.add(emojiRule());
      int most = exclamations.most();
      rules.add(
          new LearnedRule(
              new VoiceRule.Exclamations(most), exclamations.count(n -> n <= most), answers));
      int longest = longestSentences.most();
      rules.add(
          new LearnedRule(
              new VoiceRule.SentenceLength(longest),
              longestSentences.count(n -> n <= longest),
              answers));
      levels.forEach((level, figures) -> readingRule(level, figures).ifPresent(rules::add));
      signRules(rules);
      rules.addAll(claims);
    }
    return new VoiceLesson(answers, FEWEST, rules);
  }

  /** The words of greetings, sign-offs and disclaimers: they have rules of their own. */
  private static Set<String> words(List<LearnedRule> edges, List<LearnedRule> claims) {
    return Stream.of(edges, claims)
        .flatMap(List::stream)
        .flatMap(
            learned ->
                switch (learned.rule()) {
                  case VoiceRule.Greeting(_, var phrases, _) -> phrases.stream();
                  case VoiceRule.SignOff(_, var phrases, _) -> phrases.stream();
                  case VoiceRule.Disclaimer(var some) ->
                      some.stream().map(VoiceRule.Claim::disclaimer);
                  default -> Stream.<String>empty();
                })
        .flatMap(phrase -> new AnswerText(phrase).words().stream().map(AnswerText.Word::low))
        .collect(Collectors.toUnmodifiableSet());
  }

  private <T> Optional<LearnedRule> oneWay(Map<T, Integer> counts, Function<T, VoiceRule> rule) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= FEWEST && entry.getValue() >= ONE_WAY * all)
        .map(entry -> new LearnedRule(rule.apply(entry.getKey()), entry.getValue(), all))
        .findFirst();
  }

  private LearnedRule emojiRule() {
    int most = emoji.most();
    var only =
        most > 0 && pictures.size() <= MOST_PICTURES ? List.copyOf(pictures) : List.<String>of();
    return new LearnedRule(new VoiceRule.Emoji(most, only), emoji.count(n -> n <= most), answers);
  }

  private static Optional<LearnedRule> readingRule(ReadingLevel level, Shares figures) {
    if (figures.size() < FEWEST) {
      return Optional.empty();
    }
    int limit = level.harderIsMore() ? figures.most() : figures.least();
    return Optional.of(
        new LearnedRule(
            new VoiceRule.Reading(Map.of(level.language(), limit)),
            figures.count(figure -> !level.isHarder(figure, limit)),
            figures.size()));
  }

  /** Which quotes are ours is told only where we have some. */
  private void signRules(List<LearnedRule> rules) {
    var never = new TreeSet<Sign>();
    for (var sign : Sign.values()) {
      if (count(sign) <= SELDOM * answers) {
        never.add(sign);
      }
    }
    if (never.contains(Sign.CURLY_QUOTES) == never.contains(Sign.STRAIGHT_QUOTES)) {
      never.remove(Sign.CURLY_QUOTES);
      never.remove(Sign.STRAIGHT_QUOTES);
    }
    for (var sign : never) {
      rules.add(
          new LearnedRule(new VoiceRule.Punctuation(Set.of(sign)), answers - count(sign), answers));
    }
  }

  private int count(Sign sign) {
    return signs.getOrDefault(sign, 0);
  }
}
