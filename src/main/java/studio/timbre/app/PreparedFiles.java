package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.app.ProviderOutlook.Change;
import studio.timbre.app.ProviderOutlook.Change.Kind;
import studio.timbre.dataset.ConversationWriter;
import studio.timbre.dataset.ProviderLine;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.Conversation;
import studio.timbre.model.Grader;
import studio.timbre.model.Placing;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.WrittenFormat;

/** The training files of a provider while they are written, and what was done to the conversations on the way. */
final class PreparedFiles implements AutoCloseable {
  private static final int TOLD = 1000;
  private static final int KEYS_NAMED = 8;

  /** The data is looked over for any grader; this one is as good as others. */
  private static final ApiMethod GRADED =
      new ApiMethod.Reinforcement(
          new Grader.StringCheck(
              "any",
              "{{sample.output_text}}",
              "{{item.reference_answer}}",
              Grader.StringCheck.Operation.EQ),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());

  private final ProviderTarget target;
  private final boolean pairs;
  private final Map<Split, Path> files = new EnumMap<>(Split.class);
  private final Map<Split, ConversationWriter> writers = new EnumMap<>(Split.class);
  private final Map<Split, List<Long>> numbers = new EnumMap<>(Split.class);
  private final Map<Kind, List<Long>> changed = new EnumMap<>(Kind.class);
  private final Set<String> keys = new LinkedHashSet<>();

  /**
   * @param folder where they are written, under the names of their splits
   * @param pairs whether every conversation has a rejected answer that is learned from
   */
  PreparedFiles(ProviderTarget target, Path folder, boolean pairs) {
    this.target = target;
    this.pairs = pairs;
    for (var split : Split.values()) {
      files.put(split, folder.resolve(split + ".jsonl"));
      numbers.put(split, new ArrayList<>());
    }
  }

  /** @param number by which the conversation is known where it comes from */
  void take(Split split, long number, Conversation conversation) throws IOException {
    if (target.graded()) {
      takeQuestion(split, number, conversation);
      return;
    }
    var line = ProviderLine.of(conversation, pairs);
    // Training here passes over what it does not know.
    var written = target.provider().isEmpty() ? kept(conversation) : line.conversation();
    if (target.provider().isPresent()) {
      note(line, number);
    } else if (line.rejected()) {
      note(Kind.REJECTED_LEFT_OUT, number);
    }
    if (writer(split).write(written, Placing.NONE)) {
      numbers.get(split).add(number);
    }
  }

  /** All keys stay: graders reach them. */
  private void takeQuestion(Split split, long number, Conversation conversation)
      throws IOException {
    if (conversation.extras().containsKey(Conversation.REJECTED)) {
      note(Kind.REJECTED_LEFT_OUT, number);
    }
    if (writer(split).write(conversation, Placing.NONE)) {
      numbers.get(split).add(number);
    } else {
      note(Kind.NO_QUESTION, number);
    }
  }

  private Conversation kept(Conversation conversation) {
    return pairs ? conversation : conversation.withExtra(Conversation.REJECTED, Optional.empty());
  }

  private void note(ProviderLine line, long number) {
    if (line.rejected()) {
      note(Kind.REJECTED_LEFT_OUT, number);
    }
    if (!line.leftOut().isEmpty()) {
      note(Kind.KEYS_LEFT_OUT, number);
      keys.addAll(line.leftOut());
    }
    if (line.developers()) {
      note(Kind.DEVELOPER_RENAMED, number);
    }
    if (line.mutes() && !target.mutes()) {
      note(Kind.MUTES_UNSURE, number);
    }
  }

  private void note(Kind kind, long number) {
    changed.computeIfAbsent(kind, _ -> new ArrayList<>()).add(number);
  }

  private ConversationWriter writer(Split split) throws IOException {
    var writer = writers.get(split);
    if (writer == null) {
      writer = ConversationWriter.open(files.get(split), format(), target.wantsMark());
      writers.put(split, writer);
    }
    return writer;
  }

  private WrittenFormat format() {
    if (target.graded()) {
      return WrittenFormat.RFT;
    }
    return pairs ? WrittenFormat.DPO : WrittenFormat.CHAT;
  }

  private ApiMethod method() {
    if (target.graded()) {
      return GRADED;
    }
    return pairs ? new ApiMethod.Preference(OptionalDouble.empty()) : new ApiMethod.Supervised();
  }

  /** Puts the files in their folder. */
  void finish() throws IOException {
    writer(Split.TRAINING);
    for (var writer : writers.values()) {
      writer.finish();
    }
  }

  Path training() {
    return files.get(Split.TRAINING);
  }

  /** Empty where nothing is held out. */
  Optional<Path> validation() {
    return writers.containsKey(Split.HELD_OUT)
        ? Optional.of(files.get(Split.HELD_OUT))
        : Optional.empty();
  }

  /** Looks the files over as the provider would. */
  ProviderOutlook outlook(FileCheck check) throws UserFacingException {
    var findings = new ArrayList<Finding>();
    if (target.provider().isPresent()) {
      var wanted =
          new FileCheck.Target(target.provider().get(), target.model().orElse("any model"));
      check.preflight(wanted, training(), validation(), method()).stream()
          .map(finding -> finding.of(written(finding)))
          .forEach(findings::add);
    } else if (numbers.get(Split.TRAINING).isEmpty()) {
      findings.add(Finding.of(Finding.Severity.BLOCKING, "preflight.empty"));
    }
    return new ProviderOutlook(
        numbers.get(Split.TRAINING).size(),
        numbers.get(Split.HELD_OUT).size(),
        pairs,
        changes(),
        findings);
  }

  private long[] written(Finding finding) {
    var split =
        finding.file().equals(Optional.of(DataFile.VALIDATION)) ? Split.HELD_OUT : Split.TRAINING;
    return numbers.get(split).stream().mapToLong(Long::longValue).toArray();
  }

  private List<Change> changes() {
    var changes = new ArrayList<Change>();
    changed.forEach(
        (kind, all) -> {
          var arguments = new ArrayList<Object>();
          arguments.add((long) all.size());
          if (kind == Kind.KEYS_LEFT_OUT) {
            String named = String.join(", ", keys.stream().limit(KEYS_NAMED).toList());
            arguments.add(keys.size() > KEYS_NAMED ? named + ", …" : named);
          }
          changes.add(new Change(kind, arguments, all.stream().limit(TOLD).toList()));
        });
    if (target.wantsMark()) {
      changes.add(new Change(Kind.MARKED, List.of(), List.of()));
    }
    return changes;
  }

  @Override
  public void close() throws IOException {
    for (var writer : writers.values()) {
      writer.close();
    }
  }
}
