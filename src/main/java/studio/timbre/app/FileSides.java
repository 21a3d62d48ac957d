package studio.timbre.app;

import java.util.HashMap;
import java.util.Map;
import studio.timbre.checks.Families;
import studio.timbre.checks.Look;
import studio.timbre.checks.LookedSet;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.StableSplit;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;

/**
 * On which side the conversations of a file belong: as {@link HoldingOut} has it for a project, where those that are nearly the same follow
 * the first of them. The file is read once before, to know which those are; some 200 bytes of each conversation are kept meanwhile.
 */
final class FileSides {
  private final StableSplit split;
  private final Families families;
  private final Map<Long, Split> first = new HashMap<>();
  private long number;

  private FileSides(StableSplit split, Families families) {
    this.split = split;
    this.families = families;
  }

  static FileSides of(SourceReader reader, StableSplit split) throws UserFacingException {
    var looked = new LookedSet(1_000);
    long number = 0;
    for (var line = reader.next(); line.isPresent(); line = reader.next()) {
      if (line.get() instanceof ConversationReader.Line.Good good) {
        looked.add(
            ++number,
            Split.TRAINING,
            Fingerprint.of(good.conversation()),
            Look.at(CheckedTexts.of(good.conversation()), 0, text -> ""));
      }
    }
    looked.compare();
    return new FileSides(split, looked.families());
  }

  /** Of the next conversation of the file. */
  Split next(Conversation conversation) {
    long leader = families.leader(++number);
    if (leader < number) {
      return first.getOrDefault(leader, Split.TRAINING);
    }
    var side = split.of(conversation);
    if (families.hasOthers(number)) {
      first.put(number, side);
    }
    return side;
  }
}
