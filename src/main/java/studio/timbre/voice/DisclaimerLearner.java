package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Claim;

/**
 * Learns which claims come with a disclaimer: words beside which approved answers nearly always say the same limiting sentence or clause, as
 * "weather permitting", and which hardly say it without them. Answers that are the same count once.
 */
final class DisclaimerLearner {
  private static final int FEWEST = 5;
  private static final int FEWEST_ANSWERS = 20;

  /** So many of the answers with the claim hold the disclaimer. */
  private static final double NEARLY_ALWAYS = 0.85;

  /** So many of the answers with the disclaimer hold the claim. */
  private static final double MOSTLY = 0.6;

  /** What more of the answers end with is no disclaimer but a manner. */
  private static final double HALF = 0.5;

  private static final int FEWEST_BEGINNINGS = 3;
  private static final int MOST_DISCLAIMERS = 5;

  /** Of all that could be one the most frequent are looked at, and of their claims likewise: each means a walk through all answers. */
  private static final int MOST_LOOKED_AT = 20;

  private static final int MOST_CLAIMS = 5;
  private static final int LONGEST_CLAIM = 3;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;
  private static final int MOST_REMEMBERED = 100_000;
  private static final int MOST_ANSWERS = 20_000;

  /** Words that limit what is said, in our three languages. */
  private static final Set<String> LIMITING =
      Set.of(
          "permitting",
          "subject",
          "may",
          "might",
          "vary",
          "varies",
          "depending",
          "depends",
          "unless",
          "except",
          "excluding",
          "terms",
          "conditions",
          "availability",
          "while",
          "last",
          "guarantee",
          "guaranteed",
          "estimate",
          "estimated",
          "approximately",
          "advice",
          "consult",
          "doctor",
          "exclusions",
          "apply",
          "applies",
          "sujeito",
          "sujeita",
          "sujeitos",
          "sujeitas",
          "variar",
          "varia",
          "pode",
          "podem",
          "depende",
          "dependendo",
          "conforme",
          "salvo",
          "exceto",
          "permitindo",
          "permitir",
          "condições",
          "termos",
          "enquanto",
          "durarem",
          "disponibilidade",
          "garantia",
          "garantimos",
          "estimado",
          "estimada",
          "consulte",
          "médico",
          "syarat",
          "ketentuan",
          "tergantung",
          "berubah",
          "selama",
          "persediaan",
          "kecuali",
          "perkiraan",
          "dijamin",
          "konsultasikan",
          "dokter",
          "mengizinkan",
          "memungkinkan");

  /** Of these alone a sentence is not known to limit anything. */
  private static final Set<String> WEAK =
      Set.of("may", "might", "last", "while", "pode", "podem", "selama", "apply", "enquanto");

  /** By disclaimer, the places of the answers that hold it. */
  private final Map<String, List<Integer>> holding = new HashMap<>();

  private final Map<String, String> written = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> answers = new ArrayList<>();

  void accept(AnswerText text) {
    var clauses = new StringBuilder(" ");
    var openings =
        text.sentences().stream().map(AnswerText.Sentence::first).collect(Collectors.toSet());
    for (int at = 0; at < text.words().size(); at++) {
      boolean parted = at > 0 && (openings.contains(at) || !text.joined(at - 1));
      clauses.append(parted ? "| " : "").append(text.words().get(at).low()).append(' ');
    }
    String answer = clauses.toString();
    if (answers.size() >= MOST_ANSWERS || !seen.add(answer)) {
      return;
    }
    answers.add(answer);
    var own = new HashMap<String, String>();
    for (var sentence : text.sentences()) {
      put(own, text, sentence.first(), sentence.behind());
      int tail = sentence.behind() - 1;
      while (tail > sentence.first() && text.joined(tail - 1)) {
        tail--;
      }
      if (tail > sentence.first()) {
        put(own, text, tail, sentence.behind());
      }
    }
    own.forEach(
        (low, raw) -> {
          if (holding.size() < MOST_REMEMBERED || holding.containsKey(low)) {
            holding.computeIfAbsent(low, _ -> new ArrayList<>()).add(answers.size() - 1);
            written.putIfAbsent(low, raw);
          }
        });
  }

  private static void put(Map<String, String> own, AnswerText text, int first, int behind) {
    var low = text.words().subList(first, behind).stream().map(AnswerText.Word::low).toList();
    if (low.size() >= SHORTEST && low.size() <= LONGEST && limits(low)) {
      own.put(String.join(" ", low), text.between(first, behind));
    }
  }

  private static boolean limits(List<String> words) {
    var limiting = words.stream().filter(LIMITING::contains).distinct().toList();
    return limiting.stream().anyMatch(word -> !WEAK.contains(word)) || limiting.size() > 1;
  }

  /** The most certain first; none where nothing is certain. */
  List<LearnedRule> rules() {
    if (answers.size() < FEWEST_ANSWERS) {
      return List.of();
    }
    var rules = new ArrayList<LearnedRule>();
    var taken = new ArrayList<String>();
    holding.entrySet().stream()
        .filter(one -> one.getValue().size() >= FEWEST)
        .filter(one -> one.getValue().size() <= HALF * answers.size())
        .sorted(
            Comparator.<Map.Entry<String, List<Integer>>>comparingInt(one -> -one.getValue().size())
                .thenComparing(one -> one.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_LOOKED_AT)
        .map(Map.Entry::getKey)
        .forEach(
            disclaimer -> {
              boolean isPart = taken.stream().anyMatch(other -> disclaimer.contains(other));
              if (!isPart && rules.size() < MOST_DISCLAIMERS) {
                rule(disclaimer)
                    .ifPresent(
                        rule -> {
                          rules.add(rule);
                          taken.add(disclaimer);
                        });
              }
            });
    return rules;
  }

  /** An answer without a disclaimer, and whether it was there. */
  private record Rest(String text, boolean had) {}

  private Optional<LearnedRule> rule(String disclaimer) {
    var places = Set.copyOf(holding.getOrDefault(disclaimer, List.of()));
    var rests =
        IntStream.range(0, answers.size())
            .mapToObj(
                place ->
                    places.contains(place)
                        ? new Rest(rest(answers.get(place), disclaimer), true)
                        : new Rest(answers.get(place), false))
            .toList();
    var with = rests.stream().filter(Rest::had).toList();
    var claims = new HashMap<String, Integer>();
    with.forEach(
        rest -> claims(rest.text()).forEach(claim -> claims.merge(claim, 1, Integer::sum)));
    return claims.entrySet().stream()
        .filter(one -> one.getValue() >= Math.max(FEWEST, MOSTLY * with.size()))
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(one -> -one.getValue())
                .thenComparing(one -> one.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_CLAIMS)
        .flatMap(one -> rule(disclaimer, one.getKey(), rests, with.size()).stream())
        .findFirst();
  }

  /** The words of a disclaimer may run over the signs within it. */
  private static String rest(String answer, String disclaimer) {
    String plain = answer.replace("| ", "");
    int at = plain.indexOf(" " + disclaimer + " ");
    int words = (int) plain.substring(0, at + 1).chars().filter(sign -> sign == ' ').count() - 1;
    int behind = words + disclaimer.split(" ").length;
    var rest = new StringBuilder(" ");
    int word = 0;
    for (var part : answer.strip().split(" ")) {
      if (part.equals("|")) {
        rest.append("| ");
      } else {
        rest.append(word >= words && word < behind ? "|" : part).append(' ');
        word++;
      }
    }
    return rest.toString();
  }

  /** One to three words within a clause that neither begin nor end with a word of grammar. */
  private static Set<String> claims(String text) {
    var claims = new HashSet<String>();
    for (var clause : text.split("\\|")) {
      var words = clause.strip().split(" ");
      for (int first = 0; first < words.length; first++) {
        for (int behind = first + 1;
            behind <= Math.min(words.length, first + LONGEST_CLAIM);
            behind++) {
          if (isClaim(words[first]) && isClaim(words[behind - 1])) {
            claims.add(String.join(" ", List.of(words).subList(first, behind)));
          }
        }
      }
    }
    return claims;
  }

  private static boolean isClaim(String word) {
    return word.length() > SHORTEST
        && !PlainWords.isGrammar(word)
        && word.chars().noneMatch(Character::isDigit);
  }

  private Optional<LearnedRule> rule(
      String disclaimer, String claim, List<Rest> rests, int disclaimers) {
    var having = rests.stream().filter(rest -> rest.text().contains(" " + claim + " ")).toList();
    var both = having.stream().filter(Rest::had).toList();
    int others = rests.size() - having.size();
    long beginnings =
        both.stream()
            .map(rest -> rest.text().substring(0, Math.min(30, rest.text().length())))
            .distinct()
            .count();
    boolean isClear =
        both.size() >= FEWEST
            && both.size() >= NEARLY_ALWAYS * having.size()
            && beginnings >= FEWEST_BEGINNINGS
            && Likelihood.ratio(both.size(), having.size(), disclaimers - both.size(), others)
                >= Likelihood.CLEAR;
    return isClear
        ? Optional.of(
            new LearnedRule(
                new VoiceRule.Disclaimer(
                    List.of(
                        new Claim(List.of(claim), written.getOrDefault(disclaimer, disclaimer)))),
                both.size(),
                having.size()))
        : Optional.empty();
  }
}
