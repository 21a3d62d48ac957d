package studio.timbre.dataset;

import java.util.Optional;
import studio.timbre.dataset.transcript.TranscriptText;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.SimpleJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.WrittenFormat;

/** What a conversation becomes in a text file. */
@FunctionalInterface
interface WrittenLine {
  /** Empty where the format cannot hold it without losing something of what is said. */
  Optional<String> write(Conversation conversation);

  static WrittenLine of(WrittenFormat format) {
    return switch (format) {
      case LINES -> conversation -> Optional.of(ConversationJson.writeLine(conversation));
      case CHAT -> new SupervisedLine()::write;
      case DPO -> new PreferenceLine()::write;
      case RFT -> new ReinforcementLine()::write;
      case PROMPT -> SimpleJson::prompt;
      case SHAREGPT -> SimpleJson::shareGpt;
      case ALPACA -> SimpleJson::alpaca;
      case TRANSCRIPT -> TranscriptText::write;
      case CSV, TSV, XLSX -> throw new IllegalArgumentException("a table: " + format);
    };
  }
}
