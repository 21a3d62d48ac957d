package studio.timbre.ui.voice;

import java.util.List;
import java.util.stream.Collectors;
import studio.timbre.app.VoiceReason;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceBreach;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceRule.Manner;
import studio.timbre.ui.fx.Texts;

/** Rules of a voice guide, and breaches of them, in words. */
public record VoiceWords(Texts texts) {
  private static final String LEARNED = "voice.learned.";

  String of(VoiceKind kind) {
    return texts.get("voice.rule." + kind.key());
  }

  /** What a rule asks for, as one short sentence. */
  String of(VoiceRule rule) {
    String key = LEARNED + rule.kind().key();
    return switch (rule) {
      case VoiceRule.NeverSay(var phrases) -> texts.get(key, String.join(", ", phrases));
      case VoiceRule.WeSay(var terms) ->
          texts.get(key, terms.stream().map(VoiceRule.Term::say).collect(Collectors.joining(", ")));
      case VoiceRule.SpelledSo(var spellings) -> texts.get(key, String.join(", ", spellings));
      case VoiceRule.Greeting(var manner, var phrases, _) -> edge(key, manner, phrases);
      case VoiceRule.SignOff(var manner, var phrases, _) -> edge(key, manner, phrases);
      case VoiceRule.Speaker(var person) -> texts.get(key, texts.get("voice.person." + person));
      case VoiceRule.Formality(var register) -> texts.get(key + "." + register);
      case VoiceRule.Emoji(int most, var only) ->
          only.isEmpty()
              ? texts.get(key, most)
              : texts.get(key + ".only", most, String.join(" ", only));
      case VoiceRule.Exclamations(int most) -> texts.get(key, most);
      case VoiceRule.SentenceLength(int most) -> texts.get(key, most);
      case VoiceRule.Reading(var limits) ->
          limits.entrySet().stream()
              .map(
                  limit ->
                      texts.get(
                          key, texts.get("voice.reading." + limit.getKey()), limit.getValue()))
              .collect(Collectors.joining(", "));
      case VoiceRule.Punctuation(var never) ->
          never.stream()
              .sorted()
              .map(sign -> texts.get("voice.sign." + sign))
              .collect(Collectors.joining(", "));
      case VoiceRule.Disclaimer(var claims) ->
          claims.stream()
              .map(claim -> texts.get(key, String.join(", ", claim.words()), claim.disclaimer()))
              .collect(Collectors.joining(", "));
      case VoiceRule.Spelling(var varieties) ->
          varieties.stream()
              .sorted()
              .map(
                  variety ->
                      texts.get(
                          key,
                          texts.get("voice.spelling." + variety.language()),
                          texts.get("voice.variety." + variety)))
              .collect(Collectors.joining(", "));
      case VoiceRule.Dictionary _ -> of(rule.kind());
    };
  }

  private String edge(String key, Manner manner, List<String> phrases) {
    return manner == Manner.NONE ? texts.get(key + ".none") : texts.get(key, or(phrases));
  }

  private String or(List<String> phrases) {
    String all = texts.get("voice.learned.one", phrases.isEmpty() ? "" : phrases.getFirst());
    for (var phrase : phrases.subList(Math.min(1, phrases.size()), phrases.size())) {
      all = texts.get("voice.learned.or", all, phrase);
    }
    return all;
  }

  /** How many examples speak for a rule. */
  String evidence(LearnedRule learned) {
    return switch (learned.rule().kind()) {
      case WE_SAY ->
          texts.get(
              "voice.evidence.questions",
              learned.speaking(),
              learned.of(),
              learned.against(),
              learned.ofAgainst());
      case DISCLAIMER -> texts.get("voice.evidence.disclaimer", learned.speaking(), learned.of());
      case SPELLING -> texts.get("voice.evidence.spelling", learned.speaking(), learned.of());
      default -> counted(learned);
    };
  }

  private String counted(LearnedRule learned) {
    return learned.ofAgainst() > 0
        ? texts.get("voice.evidence.rejected", learned.against(), learned.ofAgainst())
        : texts.get("voice.evidence", learned.speaking(), learned.of());
  }

  /** Why a place is marked, and how many points it takes off. */
  public String of(VoiceBreach breach) {
    String reason = VoiceReason.of(breach, texts::get);
    return breach.points() == 0
        ? reason
        : texts.get("voice.breach.points", reason, breach.points());
  }
}
