package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.Conversation;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.voice.Unknown;
import studio.timbre.voice.VoiceLearner;
import studio.timbre.voice.VoiceScorer;

/** The voice of answers in a file that is in no project, and of those in a project by any guide. Nothing is kept of it. */
public final class FileVoice {
  /**
   * An answer and its score.
   *
   * @param place of its conversation: its line in the file, or its number in the project
   */
  public record Scored(long place, String text, AnswerVoice voice) {
    int points() {
      return voice.score().points();
    }
  }

  /**
   * What judging came to.
   *
   * @param answers that were judged
   * @param points the sum of their scores
   * @param worst the weakest answers, the worst first
   * @param refused lines of the file that could not be read
   */
  public record Report(long answers, long points, List<Scored> worst, long refused) {
    public double mean() {
      return answers == 0 ? 0 : points / (double) answers;
    }
  }

  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingInt(Scored::points)
          .thenComparingLong(Scored::place)
          .thenComparingInt(scored -> scored.voice().message());

  FileVoice() {}

  /** A guide that {@link Voice#exportGuide} wrote. */
  public VoiceGuide readGuide(Path file) throws UserFacingException {
    return GuideFile.read(file);
  }

  /** Writes a guide into a file, in place of what is there. */
  public void writeGuide(Path file, VoiceGuide guide) throws UserFacingException {
    GuideFile.write(file, guide);
  }

  /** What the answers of a file teach: those that it calls approved and rejected, or all where it says nothing of the kind. */
  public VoiceLesson learn(Path file) throws UserFacingException {
    var all = new VoiceLearner(Voice::language);
    var marked = new VoiceLearner(Voice::language);
    boolean[] anyApproved = {false};
    read(
        file,
        good -> {
          all.approved(good.conversation());
          switch (good.placing().status().orElse(Status.DRAFT)) {
            case APPROVED -> {
              anyApproved[0] = true;
              marked.approved(good.conversation());
            }
            case REJECTED -> marked.rejected(good.conversation());
            case DRAFT, IN_REVIEW -> {}
          }
        });
    return (anyApproved[0] ? marked : all).lesson();
  }

  /**
   * Judges the answers of a file.
   *
   * @param worst how many of the weakest are told
   */
  public Report judge(Path file, VoiceGuide guide, int worst) throws UserFacingException {
    var scorer = new VoiceScorer(guide, Voice::language, FileVoice::misspelled);
    var report = new Judging(scorer, worst);
    long refused = read(file, good -> report.add(good.number(), good.conversation()));
    return report.done(refused);
  }

  private static List<Unknown> misspelled(String text) {
    return Spelling.check(text, key -> java.util.Optional.empty()).stream()
        .map(word -> new Unknown(word.start(), word.end()))
        .toList();
  }

  /** As the other, of a project. */
  public Report judge(ProjectSession project, VoiceGuide guide, int worst) {
    return project.voice().judgeAll(guide, worst);
  }

  /** Takes conversations and keeps the weakest of their answers. */
  static final class Judging {
    private final VoiceScorer scorer;
    private final int most;
    private final PriorityQueue<Scored> worst = new PriorityQueue<>(WORST_FIRST.reversed());
    private long answers;
    private long points;

    Judging(VoiceScorer scorer, int most) {
      this.scorer = scorer;
      this.most = most;
    }

    void add(long place, Conversation conversation) {
      for (var voice : scorer.score(conversation)) {
        answers++;
        points += voice.score().points();
        worst.add(new Scored(place, conversation.messages().get(voice.message()).text(), voice));
        if (worst.size() > most) {
          worst.remove();
        }
      }
    }

    Report done(long refused) {
      var sorted = new ArrayList<>(worst);
      sorted.sort(WORST_FIRST);
      return new Report(answers, points, sorted, refused);
    }
  }

  /** Answers how many lines could not be read. */
  private static long read(Path file, Consumer<ConversationReader.Line.Good> taker)
      throws UserFacingException {
    long refused = 0;
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good good -> taker.accept(good);
          case ConversationReader.Line.Refused _ -> refused++;
          case ConversationReader.Line.Beside _ -> {}
        }
      }
    } catch (IOException e) {
      throw new UserFacingException(
          "error.voice.unreadable",
          "%s could not be read. Nothing was taken over. See whether the file is there, and whether you may open it."
              .formatted(file.getFileName()),
          e,
          String.valueOf(file.getFileName()));
    }
    return refused;
  }
}
