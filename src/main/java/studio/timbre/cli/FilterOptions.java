package studio.timbre.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Holding;
import studio.timbre.model.Progress;
import studio.timbre.model.Range;
import studio.timbre.model.SavedView;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.topics.Topic;

/** The options that say which conversations of a project are meant; an option given several times asks for any of its values. */
final class FilterOptions {
  private static final Pattern RANGE =
      Pattern.compile("(?<exactly>\\d{1,9})|(?<least>\\d{1,9})?-(?<most>\\d{1,9})?");

  @Option(
      names = "--view",
      paramLabel = "NAME",
      description =
          "A saved view of the project; an option for the same side takes the place of the view's.")
  private @Nullable String view;

  @Option(
      names = "--search",
      paramLabel = "WORDS",
      description = "Words that must all occur in the text.")
  private @Nullable String search;

  @Option(
      names = "--status",
      paramLabel = "S",
      description = "draft, in_review, approved or rejected.")
  private List<Status> statuses = List.of();

  @Option(names = "--split", paramLabel = "S", description = "training or held_out.")
  private List<Split> splits = List.of();

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "A tag; \"\" for conversations without any.")
  private List<String> tags = List.of();

  @Option(
      names = "--rating",
      paramLabel = "N[-[M]]",
      description = "Stars: 3, 3- for three or more, 2-4; 0 for none.")
  private @Nullable String rating;

  @Option(
      names = "--turns",
      paramLabel = "N[-[M]]",
      description = "Answers in it: 1, 4- for four or more, 2-3.")
  private @Nullable String turns;

  @Option(
      names = "--tokens",
      paramLabel = "N[-[M]]",
      description = "Tokens of the whole: 120-500, -100 for up to a hundred, 2000-.")
  private @Nullable String tokens;

  @Option(
      names = "--assignee",
      paramLabel = "NAME",
      description = "Whose turn it is; \"\" for nobody's.")
  private List<String> assignees = List.of();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "The language of the text, as en, pt or id; und where it cannot be told.")
  private List<String> languages = List.of();

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description =
          "What it is about, by the name of the topic as timbre topics lists it; \"\" for conversations near none.")
  private List<String> topics = List.of();

  @Option(
      names = "--holds",
      paramLabel = "THING",
      description =
          "system, developer, user, assistant, tool, function, tools, calls, images, pair, muted or refusal.")
  private List<Holding> holds = List.of();

  @Option(
      names = "--problem",
      paramLabel = "KIND",
      description = "A kind of problem, as empty_answer or duplicate.")
  private List<String> problems = List.of();

  /** Whether no option is given. */
  boolean isEmpty() {
    return view == null
        && search == null
        && rating == null
        && turns == null
        && tokens == null
        && Stream.of(statuses, splits, tags, assignees, languages, topics, holds, problems)
            .allMatch(List::isEmpty);
  }

  /** What is asked for of this project. */
  ConversationQuery query(ProjectSession project, Function<String, ParameterException> wrong) {
    var query = view == null ? ConversationQuery.ALL : view(project, view, wrong).query();
    var filter = query.filter();
    filter =
        filter
            .withSearch((filter.search() + " " + (search == null ? "" : search)).strip())
            .withStatuses(narrowed(filter.statuses(), statuses))
            .withSplits(narrowed(filter.splits(), splits))
            .withTags(narrowed(filter.tags(), tags))
            .withAssignees(narrowed(filter.assignees(), assignees))
            .withLanguages(narrowed(filter.languages(), languages))
            .withTopics(topics.isEmpty() ? filter.topics() : topics(project, wrong))
            .withHolds(narrowed(filter.holds(), holds))
            .withProblems(narrowed(filter.problems(), problems))
            .withRating(
                narrowed(filter.rating(), rating, "--rating takes stars, as 3, 3- or 2-4.", wrong))
            .withTurns(
                narrowed(filter.turns(), turns, "--turns takes answers, as 1, 4- or 2-3.", wrong))
            .withTokens(
                narrowed(
                    filter.tokens(), tokens, "--tokens takes tokens, as 120-500 or 2000-.", wrong));
    return new ConversationQuery(filter, query.sort(), query.descending());
  }

  private Set<Long> topics(ProjectSession project, Function<String, ParameterException> wrong) {
    project.topics().finish(false, Progress.NONE);
    var numbers = new TreeSet<Long>();
    for (var name : topics) {
      numbers.add(
          name.isBlank()
              ? Topic.OTHER
              : project
                  .topics()
                  .find(name)
                  .map(Topic::id)
                  .orElseThrow(
                      () ->
                          wrong.apply(
                              "There is no topic called %s. timbre topics lists them."
                                  .formatted(name))));
    }
    return numbers;
  }

  /** What is given takes the place of what the view asks for on the same side. */
  private static <T extends Comparable<T>> Set<T> narrowed(Set<T> viewed, List<T> given) {
    return given.isEmpty() ? viewed : new TreeSet<>(given);
  }

  private static SavedView view(
      ProjectSession project, String name, Function<String, ParameterException> wrong) {
    var view =
        project
            .views()
            .find(name)
            .orElseThrow(() -> wrong.apply("There is no saved view called %s.".formatted(name)));
    if (!view.understood()) {
      throw wrong.apply("The view %s needs a newer version of Timbre.".formatted(name));
    }
    return view;
  }

  private static Range narrowed(
      Range viewed,
      @Nullable String given,
      String rule,
      Function<String, ParameterException> wrong) {
    if (given == null) {
      return viewed;
    }
    var found = RANGE.matcher(given);
    if (!found.matches()) {
      throw wrong.apply(rule);
    }
    var exactly = number(found.group("exactly"));
    var least = exactly.isPresent() ? exactly : number(found.group("least"));
    var most = exactly.isPresent() ? exactly : number(found.group("most"));
    if (least.isEmpty() && most.isEmpty()) {
      throw wrong.apply(rule);
    }
    return least.isEmpty()
        ? Range.upTo(most.get())
        : most.isEmpty() ? Range.from(least.get()) : Range.between(least.get(), most.get());
  }

  private static Optional<Integer> number(@Nullable String digits) {
    return Optional.ofNullable(digits).map(Integer::valueOf);
  }
}
