package studio.timbre.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Holding;
import studio.timbre.model.PastRun;
import studio.timbre.model.Range;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.Trained;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.ui.fx.Texts;

/**
 * Filters in words.
 *
 * @param runs of which the project knows what they were given
 * @param problemDetails what stands in the titles of problems that have a place for it
 * @param topics by their numbers
 */
record FilterWords(
    Texts texts, List<PastRun> runs, Map<String, String> problemDetails, Map<Long, String> topics) {
  private static final String UNDETERMINED = "und";

  FilterWords {
    runs = List.copyOf(runs);
    problemDetails = Map.copyOf(problemDetails);
    topics = Map.copyOf(topics);
  }

  /** Of what is the same in every project. */
  static FilterWords of(Texts texts) {
    return new FilterWords(texts, List.of(), Map.of(), Map.of());
  }

  FilterWords withTopics(Map<Long, String> names) {
    return new FilterWords(texts, runs, problemDetails, names);
  }

  String of(FilterGroup group) {
    return texts.get("data.filter." + group.name().toLowerCase(Locale.ROOT));
  }

  /** A value of a group, as it stands under the group's name. */
  String of(FilterGroup group, Object value) {
    return switch (value) {
      case Status status -> Words.of(texts, status);
      case Split split -> Words.of(texts, split);
      case Holding holding -> texts.get("data.holds." + holding.name());
      case Since.LastDays(int days) -> texts.get("data.since.days", days);
      case Since.Change(long entry) ->
          texts.get("data.since.run", run(entry).map(PastRun::name).orElse("?"));
      case Trained trained -> run(trained).map(PastRun::name).orElse("?");
      case VoiceKind kind -> texts.get("voice.rule." + kind.key());
      case Range range -> range(group, range);
      case Long topic -> topic(topic);
      default -> word(group, String.valueOf(value));
    };
  }

  private String word(FilterGroup group, String word) {
    return switch (group) {
      case TAGS -> word.isEmpty() ? texts.get("data.filter.untagged") : word;
      case ASSIGNEE -> word.isEmpty() ? texts.get("data.filter.nobody") : word;
      case LANGUAGE -> language(word);
      case PROBLEM -> problem(word);
      default -> word;
    };
  }

  private String topic(long number) {
    return number == Topic.OTHER
        ? texts.get("data.filter.topicOther")
        : topics.getOrDefault(number, texts.get("data.filter.topicGone"));
  }

  private String language(String code) {
    return code.equals(UNDETERMINED)
        ? texts.get("data.filter.undetermined")
        : Locale.of(code).getDisplayLanguage(texts.locale());
  }

  private String problem(String kind) {
    String key = "problem." + kind + ".title";
    return texts.has(key) ? texts.get(key, problemDetails.getOrDefault(kind, "")) : kind;
  }

  private String range(FilterGroup group, Range range) {
    if (group == FilterGroup.RATING) {
      return stars(range);
    }
    if (range.to().isEmpty()) {
      return texts.get("data.range.from", range.from().orElse(0));
    }
    if (range.from().isEmpty()) {
      return texts.get("data.range.upTo", range.to().getAsInt());
    }
    return range.from().equals(range.to())
        ? texts.number(range.from().getAsInt())
        : texts.get("data.range.between", range.from().getAsInt(), range.to().getAsInt());
  }

  private String stars(Range range) {
    if (range.to().isEmpty()) {
      return texts.get("data.filter.stars", range.from().orElse(0));
    }
    int most = range.to().getAsInt();
    int least = range.from().orElse(0);
    if (most == 0) {
      return texts.get("data.filter.unrated");
    }
    return most == least
        ? texts.get("data.filter.stars.exactly", most)
        : texts.get("data.filter.stars.between", least, most);
  }

  private Optional<PastRun> run(long entry) {
    return runs.stream().filter(run -> run.data().entry() == entry).findFirst();
  }

  private Optional<PastRun> run(Trained trained) {
    return runs.stream().filter(run -> run.data().equals(trained)).findFirst();
  }
}
