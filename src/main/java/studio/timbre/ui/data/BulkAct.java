package studio.timbre.ui.data;

import java.util.Optional;
import studio.timbre.app.BulkEdits;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** What can be done to many conversations at once from a menu. */
enum BulkAct {
  APPROVE(
      "data.bulk.approve",
      (bulk, word, progress, ids) -> set(bulk, Status.APPROVED, progress, ids)),
  SEND("data.bulk.send", (bulk, word, progress, ids) -> set(bulk, Status.IN_REVIEW, progress, ids)),
  REJECT(
      "data.bulk.reject", (bulk, word, progress, ids) -> set(bulk, Status.REJECTED, progress, ids)),
  DRAFT("data.bulk.draft", (bulk, word, progress, ids) -> set(bulk, Status.DRAFT, progress, ids)),
  TRAINING(
      "data.bulk.training",
      (bulk, word, progress, ids) -> bulk.setSplit(Split.TRAINING, progress, ids)),
  HOLD_OUT(
      "data.bulk.holdOut",
      (bulk, word, progress, ids) -> bulk.setSplit(Split.HELD_OUT, progress, ids)),
  HOLD_OUT_SHARE(
      "data.bulk.holdOutShare",
      Asked.SHARE,
      (bulk, word, progress, ids) -> bulk.holdOut(Shares.of(word).orElseThrow(), progress, ids)),
  RATE(
      "data.bulk.rate",
      Asked.STARS,
      (bulk, word, progress, ids) -> bulk.rate(Integer.parseInt(word), progress, ids)),
  TAG("data.bulk.tag", Asked.WORD, (bulk, word, progress, ids) -> bulk.tag(word, progress, ids)),
  UNTAG(
      "data.bulk.untag",
      Asked.WORD,
      (bulk, word, progress, ids) -> bulk.untag(word, progress, ids)),
  ASSIGN(
      "data.bulk.assign",
      Asked.WORD_OR_NONE,
      (bulk, word, progress, ids) -> bulk.assign(word, progress, ids)),
  NOTE(
      "data.bulk.note",
      Asked.TEXT,
      (bulk, word, progress, ids) -> bulk.setNote(word, progress, ids)),
  SYSTEM(
      "data.bulk.system",
      Asked.TEXT,
      (bulk, word, progress, ids) -> bulk.replaceSystem(word, progress, ids)),
  MUTE("data.bulk.mute", (bulk, word, progress, ids) -> bulk.muteAnswers(progress, ids)),
  UNMUTE("data.bulk.unmute", (bulk, word, progress, ids) -> bulk.unmuteAnswers(progress, ids)),
  DUPLICATE("data.bulk.duplicate", (bulk, word, progress, ids) -> bulk.duplicate(progress, ids)),
  DELETE("data.bulk.delete", (bulk, word, progress, ids) -> bulk.delete(progress, ids));

  /** What has to be known first. */
  enum Asked {
    STARS,
    WORD,
    WORD_OR_NONE,
    TEXT,
    /** Percent. */
    SHARE
  }

  /** Does it to conversations, off the JavaFX thread. */
  @FunctionalInterface
  interface Doing {
    void make(BulkEdits bulk, String word, Progress progress, long... ids);
  }

  private final String key;
  private final Optional<Asked> asked;
  private final Doing doing;

  BulkAct(String key, Doing doing) {
    this(key, Optional.empty(), doing);
  }

  BulkAct(String key, Asked asked, Doing doing) {
    this(key, Optional.of(asked), doing);
  }

  BulkAct(String key, Optional<Asked> asked, Doing doing) {
    this.key = key;
    this.asked = asked;
    this.doing = doing;
  }

  private static void set(BulkEdits bulk, Status status, Progress progress, long... ids) {
    bulk.setStatus(status, progress, ids);
  }

  /** The text that names it, with the number of conversations. */
  String key() {
    return key;
  }

  Optional<Asked> asked() {
    return asked;
  }

  Doing doing() {
    return doing;
  }

  /** Whether a line stands above it in a menu. */
  boolean beginsGroup() {
    return this == TRAINING || this == RATE || this == SYSTEM || this == DUPLICATE;
  }
}
