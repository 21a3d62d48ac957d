package studio.timbre.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import studio.timbre.dataset.ConversationChecks;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.dataset.Pictures;
import studio.timbre.dataset.SentLine;
import studio.timbre.json.Fingerprint;
import studio.timbre.json.PairJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.ConversationCounter;

/** What one pass over a file finds, line by line, holding one line at a time. */
final class DataLook {
  /** Pictures that one line may have. */
  static final int PICTURES = 10;

  /** The lines of one kind: their number, and the first of them by name. */
  static final class Lines {
    private final List<Long> first = new ArrayList<>();
    private long count;

    private void add(long line) {
      count++;
      if (first.size() < Finding.LINES_TOLD) {
        first.add(line);
      }
    }

    long count() {
      return count;
    }

    Finding finding(Finding.Severity severity, String key, Object... arguments) {
      return new Finding(
          severity, key, List.of(arguments), Optional.empty(), first, List.of(), count);
    }
  }

  /** The longest line that a model learns whole, in tokens as this counter counts them. Equal where both have the same name. */
  record Limit(ConversationCounter counter, int tokens) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Limit(var otherCounter, int otherTokens)
          && tokens == otherTokens
          && counter.name().equals(otherCounter.name());
    }

    @Override
    public int hashCode() {
      return Objects.hash(counter.name(), tokens);
    }
  }

  final Lines good = new Lines();
  final Lines broken = new Lines();
  final Lines unfit = new Lines();
  final Lines withPictures = new Lines();
  final Lines manyPictures = new Lines();
  final Lines skippedPictures = new Lines();
  final Map<FormatProblem, Lines> problems = new EnumMap<>(FormatProblem.class);
  private final Set<Long> fingerprints = new HashSet<>();
  private final Map<Limit, Lines> cut = new LinkedHashMap<>();
  private final SentLine form;
  private long bytes;
  private long pairs;

  DataLook(SentLine form, Collection<Limit> limits) {
    this.form = form;
    limits.forEach(limit -> cut.put(limit, new Lines()));
  }

  static DataLook at(Path file, SentLine form, Collection<Limit> limits)
      throws UserFacingException {
    var look = new DataLook(form, limits);
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good(long number, var conversation, _, _) ->
              look.take(number, conversation);
          case ConversationReader.Line.Refused(long number, _) -> look.broken.add(number);
          case ConversationReader.Line.Beside _ -> {}
        }
      }
    } catch (IOException e) {
      throw ApiOrders.unreadable(file, e);
    }
    return look;
  }

  /** Lines that are longer than one of the limits of this look. */
  Lines cut(Limit limit) {
    return cut.get(limit);
  }

  void take(long number, Conversation conversation) {
    good.add(number);
    ConversationChecks.of(conversation).forEach(problem -> of(problem).add(number));
    var sent = form.write(conversation);
    if (sent.isEmpty()) {
      unfit.add(number);
    }
    sent.ifPresent(text -> bytes += text.getBytes(StandardCharsets.UTF_8).length + 1);
    pairs += conversation.isPair() ? 1 : 0;
    fingerprints.add(Fingerprint.of(conversation));
    var lengths = new HashMap<String, Integer>();
    cut.forEach(
        (limit, lines) -> {
          var counter = limit.counter();
          if (lengths.computeIfAbsent(counter.name(), _ -> longest(counter, conversation))
              > limit.tokens()) {
            lines.add(number);
          }
        });
    take(number, Pictures.of(conversation));
  }

  /** Tokens with the longer of two answers. */
  private static int longest(ConversationCounter counter, Conversation conversation) {
    int tokens = counter.count(conversation).total();
    var rejected = PairJson.rejected(conversation);
    if (rejected.isEmpty()) {
      return tokens;
    }
    var question = conversation.messages().subList(0, conversation.messages().size() - 1);
    var other = new ArrayList<>(question);
    other.addAll(rejected.get());
    return Math.max(tokens, counter.count(conversation.withMessages(other)).total());
  }

  private void take(long number, Pictures pictures) {
    if (pictures.count() > 0) {
      withPictures.add(number);
    }
    if (pictures.count() > PICTURES) {
      manyPictures.add(number);
    }
    if (pictures.skipped() > 0) {
      skippedPictures.add(number);
    }
  }

  private Lines of(FormatProblem problem) {
    return problems.computeIfAbsent(problem, _ -> new Lines());
  }

  /** Bytes of what is sent of it. */
  long bytes() {
    return bytes;
  }

  /** Conversations with a preferred and a rejected answer. */
  long pairs() {
    return pairs;
  }

  /** Conversations that another file has as well. */
  long shared(DataLook other) {
    return fingerprints.stream().filter(other.fingerprints::contains).count();
  }
}
