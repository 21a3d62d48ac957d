package studio.timbre.cli;

import java.util.List;
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
import studio.timbre.model.Range;
import studio.timbre.model.SavedView;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** The options that say which conversations of a project are meant; an option given several times asks for any of its values. */
final class FilterOptions {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})?(-)?(\\d{1,9})?");

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
        && Stream.of(statuses, splits, tags, assignees, languages, holds, problems)
            .allMatch(List::isEmpty);
  }

  /** What is asked for of this project. */
  ConversationQuery query(ProjectSession project, Function<String, ParameterException> wrong) {
    var query = view == null ? ConversationQuery.ALL : view(project, view, wrong).query();
    var filter = query.filter();
    if (search != null) {
      filter = filter.withSearch((filter.search() + " " + search).strip());
    }
    filter =
        filter
            .withStatuses(narrowed(filter.statuses(), statuses))
            .withSplits(narrowed(filter.splits(), splits))
            .withTags(narrowed(filter.tags(), tags))
            .withAssignees(narrowed(filter.assignees(), assignees))
            .withLanguages(narrowed(filter.languages(), languages))
            .withHolds(narrowed(filter.holds(), holds))
            .withProblems(narrowed(filter.problems(), problems));
    if (rating != null) {
      filter = filter.withRating(range("--rating takes stars, as 3, 3- or 2-4.", rating, wrong));
    }
    if (turns != null) {
      filter = filter.withTurns(range("--turns takes answers, as 1, 4- or 2-3.", turns, wrong));
    }
    if (tokens != null) {
      filter =
          filter.withTokens(range("--tokens takes tokens, as 120-500 or 2000-.", tokens, wrong));
    }
    return new ConversationQuery(filter, query.sort(), query.descending());
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

  private static Range range(String rule, String text, Function<String, ParameterException> wrong) {
    var found = RANGE.matcher(text);
    if (text.isEmpty() || !found.matches() || found.group(1) == null && found.group(3) == null) {
      throw wrong.apply(rule);
    }
    if (found.group(2) == null) {
      int exactly = Integer.parseInt(text);
      return Range.between(exactly, exactly);
    }
    if (found.group(3) == null) {
      return Range.from(Integer.parseInt(found.group(1)));
    }
    return found.group(1) == null
        ? Range.upTo(Integer.parseInt(found.group(3)))
        : Range.between(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(3)));
  }
}
