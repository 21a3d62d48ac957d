package studio.timbre.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import studio.timbre.app.KeptReadings.One;
import studio.timbre.app.LocalReading.Seen;
import studio.timbre.dataset.Pictures;
import studio.timbre.model.Conversation;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.ChangedConversations;
import studio.timbre.store.Changes;
import studio.timbre.store.Conversations;
import studio.timbre.weights.Starters;

/**
 * What training on this computer would make of the data of a project, for each model that is here. What each makes of a conversation is
 * kept until that is touched, so an edit costs one conversation. Safe for use by several threads; they wait for each other.
 */
public final class LocalDestinations {
  private static final int BATCH = 500;

  private final Models models;
  private final TrainedIds trained;
  private final Conversations conversations;
  private final ChangedConversations changed;
  private final Leaving leaving;
  private final LocalReading.Opened opened = new LocalReading.Opened();
  private final Map<String, KeptReadings> kept = new HashMap<>();

  /**
   * The figures, by the model's own tokenizer.
   *
   * @param tokens of all conversations that the model can read
   * @param keptTokens after each is cut to what is learned of it
   * @param longest tokens of the longest
   * @param learned conversations in which there is something to learn
   * @param limit tokens that are learned of one at most
   */
  public record Figures(long tokens, long keptTokens, int longest, long learned, int limit) {}

  /**
   * Models to which the data means the same.
   *
   * @param models at least one
   * @param figures empty where the models cannot be opened, as the findings say
   * @param findings worst first; those that are about conversations name them
   */
  public record Here(List<LibraryModel> models, Optional<Figures> figures, List<Finding> findings) {
    public Here {
      models = List.copyOf(models);
      findings = List.copyOf(findings);
    }

    public boolean isReady() {
      return findings.stream().noneMatch(Finding::isBlocking);
    }
  }

  /** A model that could be fetched. */
  public record Offered(String title, long bytes) {}

  /**
   * What a look came to.
   *
   * @param conversations that would be learned; where there is none, nothing is looked at
   * @param here ready ones first; empty where there is no model on this computer
   * @param offered the one to begin with, where there is none here
   */
  public record Outlook(long conversations, List<Here> here, Optional<Offered> offered) {
    public Outlook {
      here = List.copyOf(here);
    }
  }

  LocalDestinations(
      Models models,
      TrainingSource source,
      Conversations conversations,
      ChangedConversations changed,
      Leaving leaving) {
    this.models = models;
    this.trained = new TrainedIds(source, conversations);
    this.conversations = conversations;
    this.changed = changed;
    this.leaving = leaving;
  }

  /**
   * Looks at whatever has changed since the last look.
   *
   * @param most conversations that may be read for it; where it needs more, nothing is looked at and nothing is answered
   * @throws CancellationException where the progress is cancelled; what was looked at so far is kept
   */
  public synchronized Optional<Outlook> look(long most, Progress progress) {
    var touched = changed.take();
    forget(touched);
    long[] ids = trained.fresh(touched);
    if (ids.length == 0) {
      return Optional.of(new Outlook(0, List.of(), Optional.empty()));
    }
    var library = models.list();
    if (library.isEmpty()) {
      return Optional.of(new Outlook(ids.length, List.of(), offered()));
    }
    var broken = new ArrayList<Here>();
    var readings = new LinkedHashMap<LibraryModel, LocalReading>();
    for (var model : library) {
      try {
        readings.put(model, opened.of(model));
      } catch (UserFacingException problem) {
        broken.add(new Here(List.of(model), Optional.empty(), List.of(Finding.of(problem))));
      }
    }
    var ways = new LinkedHashMap<String, LocalReading>();
    readings.values().forEach(reading -> ways.putIfAbsent(reading.way(), reading));
    kept.keySet().retainAll(ways.keySet());
    if (!read(ids, ways, most, leaving.with(progress))) {
      return Optional.empty();
    }
    var here = here(readings, ids);
    here.addAll(broken);
    return Optional.of(
        new Outlook(
            ids.length,
            Stream.concat(
                    here.stream().filter(Here::isReady),
                    here.stream().filter(one -> !one.isReady()))
                .toList(),
            Optional.empty()));
  }

  private void forget(Changes touched) {
    if (touched.all()) {
      kept.clear();
    }
    kept.values().forEach(readings -> touched.ids().forEach(readings::forget));
  }

  private static Optional<Offered> offered() {
    return Starters.load().stream()
        .findFirst()
        .map(starter -> new Offered(starter.title(), starter.bytes()));
  }

  /** Answers false, and reads nothing, where it would be more than may be read. */
  private boolean read(long[] ids, Map<String, LocalReading> ways, long most, Progress progress) {
    ways.keySet().forEach(way -> kept.computeIfAbsent(way, _ -> new KeptReadings()));
    long[] unread =
        Arrays.stream(ids)
            .filter(id -> kept.values().stream().anyMatch(readings -> !readings.knows(id)))
            .toArray();
    if (unread.length > most) {
      return false;
    }
    for (int from = 0; from < unread.length; from += BATCH) {
      if (progress.isCancelled()) {
        throw new CancellationException("looking what models here make of the data was cancelled");
      }
      progress.report(from, unread.length);
      read(Arrays.copyOfRange(unread, from, Math.min(from + BATCH, unread.length)), ways);
    }
    return true;
  }

  /** One conversation, and what each way of reading makes of it. */
  private record Read(long id, Map<String, One> made) {}

  private void read(long[] batch, Map<String, LocalReading> ways) {
    var rows = conversations.rows("", batch);
    var made =
        (rows.size() == 1 ? rows.stream() : rows.parallelStream())
            .map(row -> new Read(row.id(), made(row.conversation(), ways)))
            .toList();
    for (var one : made) {
      one.made().forEach((way, reading) -> kept.get(way).put(one.id(), reading));
    }
  }

  private static Map<String, One> made(Conversation conversation, Map<String, LocalReading> ways) {
    boolean pictures = Pictures.of(conversation).count() > 0;
    boolean pair = conversation.isPair();
    var made = new HashMap<String, One>();
    ways.forEach(
        (way, reading) -> made.put(way, One.of(seen(reading, conversation), pictures, pair)));
    return made;
  }

  private static Optional<Seen> seen(LocalReading reading, Conversation conversation) {
    try {
      return Optional.of(reading.look(conversation));
    } catch (UserFacingException refusal) {
      return Optional.empty();
    }
  }

  /** What is the same of several models is said once. */
  private List<Here> here(Map<LibraryModel, LocalReading> readings, long[] ids) {
    var sums = new HashMap<String, LocalSums>();
    var grouped = new LinkedHashMap<Map.Entry<Figures, List<Finding>>, List<LibraryModel>>();
    readings.forEach(
        (model, reading) -> {
          var sum =
              sums.computeIfAbsent(
                  reading.way(), way -> LocalSums.of(reading.limit(), kept.get(way), ids));
          grouped
              .computeIfAbsent(
                  Map.entry(sum.figures(), sum.findings(reading)), _ -> new ArrayList<>())
              .add(model);
        });
    var here = new ArrayList<Here>();
    grouped.forEach(
        (said, same) -> here.add(new Here(same, Optional.of(said.getKey()), said.getValue())));
    return here;
  }
}
