package studio.timbre.dataset;

import java.util.EnumSet;
import studio.timbre.json.PairJson;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/** The checks of a preference pair: one answer of the assistant on each side, both in words alone, as OpenAI's guide to DPO asks. */
final class PairChecks {
  private PairChecks() {}

  static void check(Conversation conversation, EnumSet<FormatProblem> problems) {
    if (!conversation.isPair()) {
      return;
    }
    var preferred = conversation.messages().getLast();
    var rejected = PairJson.rejected(conversation).filter(answers -> answers.size() == 1);
    if (rejected.isEmpty()
        || !rejected.get().getFirst().role().isAssistant()
        || !preferred.role().isAssistant()) {
      problems.add(FormatProblem.PAIR_NOT_TWO_ANSWERS);
      return;
    }
    var other = rejected.get().getFirst();
    if (!isText(preferred) || !isText(other)) {
      problems.add(FormatProblem.PAIR_NOT_TEXT);
    } else if (preferred.text().strip().equals(other.text().strip())) {
      problems.add(FormatProblem.PAIR_OF_THE_SAME);
    }
  }

  private static boolean isText(Message answer) {
    return !(answer.content() instanceof Content.Missing)
        && !answer.text().isBlank()
        && !ToolCalls.calls(answer)
        && !ToolCalls.showsImage(answer);
  }
}
