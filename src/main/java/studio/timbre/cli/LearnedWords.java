package studio.timbre.cli;

import java.util.stream.Collectors;
import studio.timbre.model.voice.LearnedRule;
import studio.timbre.model.voice.VoiceRule;

/** What was learned and is for people to take over, with its evidence, in a line. */
final class LearnedWords {
  private LearnedWords() {}

  static String of(LearnedRule learned) {
    return switch (learned.rule()) {
      case VoiceRule.NeverSay(var phrases) ->
          "never say \"%s\": %d of %d rejected answers, no approved one"
              .formatted(String.join(", ", phrases), learned.against(), learned.ofAgainst());
      case VoiceRule.WeSay(var terms) ->
          "say \"%s\": %d of %d answers, %d of %d questions"
              .formatted(
                  terms.stream().map(VoiceRule.Term::say).collect(Collectors.joining(", ")),
                  learned.speaking(),
                  learned.of(),
                  learned.against(),
                  learned.ofAgainst());
      case VoiceRule.Disclaimer(var claims) ->
          claims.stream()
                  .map(
                      claim ->
                          "with \"%s\" add \"%s\""
                              .formatted(String.join(", ", claim.words()), claim.disclaimer()))
                  .collect(Collectors.joining(", "))
              + ": %d of %d answers".formatted(learned.speaking(), learned.of());
      default ->
          "%s: %d of %d answers"
              .formatted(learned.rule().kind().key(), learned.speaking(), learned.of());
    };
  }
}
