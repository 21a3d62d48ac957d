package studio.timbre.ui.train;

import java.text.ListFormat;
import java.util.TreeSet;
import studio.timbre.model.TrainingFilter;
import studio.timbre.ui.fx.Texts;

/** What is trained on, in words. */
public final class TrainsOnWords {
  private TrainsOnWords() {}

  static String sentence(Texts texts, TrainsOnViewModel.State state) {
    return texts.get("training.line", of(texts, state.filter()), state.chosen(), state.all());
  }

  /** As "approved and draft, tagged refund, from 4 stars". */
  public static String of(Texts texts, TrainingFilter filter) {
    var format =
        ListFormat.getInstance(texts.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL);
    var words =
        new StringBuilder(
            format.format(
                new TreeSet<>(filter.statuses())
                    .reversed().stream()
                        .map(status -> texts.get("training.status." + status.name()))
                        .toList()));
    if (!filter.tags().isEmpty()) {
      var either =
          ListFormat.getInstance(texts.locale(), ListFormat.Type.OR, ListFormat.Style.FULL);
      words
          .append(", ")
          .append(
              texts.get(
                  "training.tagged",
                  either.format(new TreeSet<>(filter.tags()).stream().toList())));
    }
    if (filter.leastRating() > 0) {
      words.append(", ").append(texts.get("training.rated", filter.leastRating()));
    }
    return words.toString();
  }
}
