package studio.timbre.app;

import static studio.timbre.app.Finding.Severity.BLOCKING;
import static studio.timbre.app.Finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.app.KeptReadings.One;
import studio.timbre.app.LocalDestinations.Figures;
import studio.timbre.model.UserFacingException;

/** What a model on this computer makes of all conversations together. */
final class LocalSums {
  private final int limit;
  private final Places refused = new Places();
  private final Places unlearned = new Places();
  private final Places cut = new Places();
  private final Places answerCut = new Places();
  private final Places pictures = new Places();
  private final Places pairs = new Places();
  private long tokens;
  private long keptTokens;
  private long cutTokens;
  private int longest;
  private long learned;

  private LocalSums(int limit) {
    this.limit = limit;
  }

  /** @param ids of conversations that were read */
  static LocalSums of(int limit, KeptReadings readings, long... ids) {
    var sums = new LocalSums(limit);
    for (long id : ids) {
      // One that was deleted since was not read.
      if (readings.knows(id)) {
        sums.add(id, readings.get(id));
      }
    }
    return sums;
  }

  private void add(long id, One one) {
    pictures.addIf(one.hasPictures(), id);
    pairs.addIf(one.isPair(), id);
    if (one.isRefused()) {
      refused.addIf(true, id);
      return;
    }
    tokens += one.tokens();
    keptTokens += Math.min(one.tokens(), limit);
    longest = Math.max(longest, one.tokens());
    learned += one.keeps() ? 1 : 0;
    boolean isLonger = one.learns() && one.tokens() > limit;
    unlearned.addIf(!one.learns(), id);
    cut.addIf(isLonger && one.keeps(), id);
    answerCut.addIf(isLonger && !one.keeps(), id);
    cutTokens += isLonger && one.keeps() ? one.tokens() - limit : 0;
  }

  Figures figures() {
    return new Figures(tokens, keptTokens, longest, learned, limit);
  }

  /** What stops it first. */
  List<Finding> findings(LocalReading reading) {
    var findings = new ArrayList<Finding>();
    refused.tell(BLOCKING, "where.local.template", findings);
    if (learned == 0) {
      findings.add(Finding.of(TrainingData.nothingToLearn()));
    }
    try {
      reading.checkMemory(longest);
    } catch (UserFacingException tooLittle) {
      findings.add(Finding.of(tooLittle));
    }
    answerCut.tell(WARNING, "where.local.cutAnswer", findings, limit, reading.reads());
    cut.tell(WARNING, "where.local.cut", findings, limit, reading.reads(), cutTokens);
    unlearned.tell(WARNING, "where.local.unlearned", findings);
    pairs.tell(WARNING, "where.local.pairs", findings);
    pictures.tell(WARNING, "where.local.pictures", findings);
    return findings;
  }

  /** Conversations of which the same is to be said. */
  private static final class Places {
    private final List<Long> first = new ArrayList<>();
    private long count;

    void addIf(boolean isSo, long id) {
      if (isSo && ++count <= Finding.LINES_TOLD) {
        first.add(id);
      }
    }

    void tell(Finding.Severity severity, String key, List<Finding> all, Object... arguments) {
      if (count > 0) {
        all.add(
            new Finding(
                severity,
                key,
                List.of(arguments),
                Optional.of(DataFile.TRAINING),
                List.of(),
                first,
                count));
      }
    }
  }
}
