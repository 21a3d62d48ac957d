package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;

/** Puts another system prompt in front of all that a project trains on and measures with. Belongs off the JavaFX thread. */
public final class PromptChange {
  private static final int EXAMPLES = 3;

  private final ProjectSession project;

  /**
   * One conversation.
   *
   * @param before its prompt; empty for none
   * @param question what is asked first, whoever asks
   */
  public record Example(String before, String question) {}

  /**
   * What would change.
   *
   * @param all conversations that were looked at
   * @param changed how many of them have another prompt now
   * @param examples the first of those, of different prompts where there are some
   */
  public record Preview(long all, long changed, List<Example> examples) {}

  public PromptChange(ProjectSession project) {
    this.project = project;
  }

  /** Changes nothing. */
  public Preview preview(String prompt, Progress progress) {
    var steps = new Steps(progress, all());
    var examples = new ArrayList<Example>();
    var counts = new long[2];
    for (var split : Split.values()) {
      project.eachChosen(
          split,
          conversation -> {
            counts[0]++;
            steps.done();
            if (!SystemPrompts.with(conversation, prompt).equals(conversation)) {
              counts[1]++;
              keep(examples, conversation);
            }
          });
    }
    return new Preview(counts[0], counts[1], List.copyOf(examples));
  }

  private static void keep(List<Example> examples, Conversation conversation) {
    String before = SystemPrompts.of(conversation);
    boolean isNew = examples.stream().noneMatch(example -> example.before().equals(before));
    if (isNew && examples.size() < EXAMPLES) {
      examples.add(new Example(before, question(conversation)));
    }
  }

  private static String question(Conversation conversation) {
    return SystemPrompts.with(conversation, "").messages().stream()
        .findFirst()
        .map(message -> message.text())
        .orElse("");
  }

  /** One step of undo; see {@link BulkEdits}. Answers how many conversations were looked at. */
  public long make(String prompt, Progress progress) {
    long[] ids = queries().flatMapToLong(query -> LongStream.of(project.ids(query))).toArray();
    project
        .bulk()
        .transform(
            "system",
            curated -> curated.withConversation(SystemPrompts.with(curated.conversation(), prompt)),
            progress,
            ids);
    return ids.length;
  }

  private Stream<ConversationQuery> queries() {
    return Stream.of(Split.values()).map(split -> project.training().get().query(split));
  }

  private long all() {
    return Stream.of(Split.values())
        .mapToLong(split -> project.training().totals(split).conversations())
        .sum();
  }
}
