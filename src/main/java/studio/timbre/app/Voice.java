package studio.timbre.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import studio.timbre.checks.CommonWords;
import studio.timbre.json.PairJson;
import studio.timbre.json.VoiceGuideJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.AnswerVoice;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.store.Conversations;
import studio.timbre.store.Settings;
import studio.timbre.store.VoiceGuides;
import studio.timbre.store.VoiceScores;
import studio.timbre.voice.Unknown;
import studio.timbre.voice.VoiceLearner;
import studio.timbre.voice.VoiceScorer;

/**
 * How the brand of a project sounds: the guide, and how well conversations keep it. Scores follow edits and changes of the guide in the
 * background. Where there never was a guide, the first one is learned there as soon as enough answers are approved. Safe for use by several
 * threads; nearly everything reads the disk and belongs off the JavaFX thread.
 */
public final class Voice implements AutoCloseable {
  private static final String DRAFT = "timbre.voice.draft";

  /** Of more approved conversations than this every second is read, or every third, and so on. */
  private static final int MOST_EXAMPLES = 20_000;

  private static final int PAGE = 200;

  /** In larger projects nothing is learned and judged before somebody asks for the guide. */
  private static final long MOST_UNASKED = 100_000;

  private final VoiceGuides guides;
  private final VoiceScores scores;
  private final Conversations conversations;
  private final Settings settings;
  private final VoiceScoring scoring;
  private final Leaving leaving = new Leaving();
  private volatile boolean asked;
  private volatile long tried;

  /**
   * @param settings what the project remembers
   * @param moved called when scores have come
   */
  Voice(
      VoiceGuides guides,
      VoiceScores scores,
      Conversations conversations,
      Settings settings,
      Runnable moved) {
    this.guides = guides;
    this.scores = scores;
    this.conversations = conversations;
    this.settings = settings;
    this.scoring = new VoiceScoring(guides, scores, this::scorer, this::learnFirst, moved);
  }

  /** How far the scores are. */
  public VoiceStanding standing() {
    return scoring.standing();
  }

  /** Calls back when {@link #standing} has moved, on any thread, until closed. */
  public Subscription onProgress(Runnable listener) {
    return scoring.onProgress(listener);
  }

  /** Leaves the scores as they are; conversations that were not reached keep those of the guide before. */
  public void pause() {
    scoring.pause();
  }

  /** Goes on where it was paused. */
  public void goOn() {
    scoring.goOn();
  }

  /** The guide in force. */
  public VoiceGuide guide() {
    return current().map(GuideVersion::guide).orElse(VoiceGuide.NONE);
  }

  /** The guide in force, and how it came to be; empty where there never was one. */
  public Optional<GuideVersion> current() {
    return guides.current();
  }

  /** The newest first. */
  public List<GuideVersion> history(int limit) {
    return guides.history(limit);
  }

  /** Puts a guide in force; the one before can be gone back to. All is judged anew in the background. */
  public void change(VoiceGuide guide) {
    put(guide, Origin.WRITTEN);
  }

  /** Keeps a rule as somebody is writing it, so that it is there after a crash. No part of the guide; in the file when it returns. */
  public void keepDraft(VoiceRule rule) {
    settings.put(DRAFT, VoiceGuideJson.write(VoiceGuide.NONE.with(rule)));
  }

  /** Nobody is writing a rule that is not in the guide. */
  public void dropDraft() {
    if (settings.get(DRAFT).isPresent()) {
      settings.remove(DRAFT);
    }
  }

  /** A rule that somebody was writing when the program ended before it was in the guide. */
  public Optional<VoiceRule> draft() {
    try {
      var kept = settings.get(DRAFT);
      return kept.isEmpty()
          ? Optional.empty()
          : VoiceGuideJson.read(kept.get()).all().stream().findFirst();
    } catch (UserFacingException _) {
      // Of a newer version, which knows rules that this one does not.
      return Optional.empty();
    }
  }

  /** Goes back to a guide of the {@link #history}; this is a change like any other. */
  public void restore(GuideVersion version) {
    put(version.guide(), Origin.RESTORED);
  }

  private void put(VoiceGuide guide, Origin origin) {
    if (current().map(GuideVersion::guide).filter(guide::equals).isEmpty()) {
      guides.add(guide, origin);
      scoring.goOn();
    }
  }

  /** Writes the guide in force into a file, in place of what is there. */
  public void exportGuide(Path file) throws UserFacingException {
    GuideFile.write(file, guide());
  }

  /** Puts the guide of a file in force. */
  public void importGuide(Path file) throws UserFacingException {
    put(GuideFile.read(file), Origin.IMPORTED);
  }

  /**
   * What approved conversations teach, and, of what not to say, the rejected ones. Cancelled, {@link
   * java.util.concurrent.CancellationException} is thrown.
   */
  public VoiceLesson learn(Progress progress) {
    var learner = new VoiceLearner(Voice::language);
    long[] approved = examples(Status.APPROVED);
    long[] rejected = examples(Status.REJECTED);
    var steps = new Steps(progress, approved.length + (long) rejected.length);
    read(
        approved,
        steps,
        conversation -> {
          learner.approved(conversation);
          PairJson.rejected(conversation).stream()
              .flatMap(List::stream)
              .filter(message -> message.role().isAssistant() && !message.text().isBlank())
              .forEach(message -> learner.rejected(message.text()));
        });
    read(rejected, steps, learner::rejected);
    return learner.lesson();
  }

  /** All of a status, or as many evenly spread over the project. */
  private long[] examples(Status status) {
    long[] all = conversations.ids(with(status), "");
    int apart = 1 + all.length / (MOST_EXAMPLES + 1);
    return IntStream.range(0, all.length)
        .filter(place -> place % apart == 0)
        .mapToLong(place -> all[place])
        .toArray();
  }

  private void read(long[] ids, Steps steps, Consumer<Conversation> taker) {
    for (int from = 0; from < ids.length; from += PAGE) {
      long[] page = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + PAGE));
      for (var row : conversations.rows("", page)) {
        taker.accept(row.conversation());
      }
      for (int i = 0; i < page.length; i++) {
        steps.done();
      }
    }
  }

  private long count(Status status) {
    return conversations.totals(with(status), "").conversations();
  }

  private static ConversationQuery with(Status status) {
    return ConversationQuery.of(ConversationFilter.ALL.withStatuses(Set.of(status)));
  }

  /** Somebody looks at the guide: where there is none yet, it begins now however large the project is. */
  public void ask() {
    asked = true;
    scoring.start();
  }

  /** Begins the guide where there is none yet; what not to say is left for people to take over. */
  private void learnFirst() {
    long all = conversations.totals(ConversationQuery.ALL, "").conversations();
    long approved = count(Status.APPROVED);
    // As many as the last time teach nothing new: this is called after every edit.
    if (approved > 0 && approved != tried && (asked || all <= MOST_UNASKED)) {
      tried = approved;
      var lesson = learn(leaving.with(Progress.NONE));
      if (lesson.missing() == 0) {
        guides.addFirst(start(lesson));
      }
    }
  }

  private static VoiceGuide start(VoiceLesson lesson) {
    return lesson.untouched().over(VoiceGuide.NONE);
  }

  /** The scores of the answers of a conversation by the guide in force, at once. */
  public List<AnswerVoice> judge(Conversation conversation) {
    return scoring.judge(conversation);
  }

  /** The weakest answers by any guide, without keeping anything. */
  FileVoice.Report judgeAll(VoiceGuide guide, int worst) {
    var judging = new FileVoice.Judging(scorer(guide), worst);
    conversations.each(ConversationQuery.ALL, "", row -> judging.add(row.id(), row.conversation()));
    return judging.done(0);
  }

  /** How many conversations have which score, from 0 to 100, in the order of the scores; one read of an index. */
  public Map<Integer, Long> counts() {
    return scores.counts();
  }

  /** How many conversations break which rule; one read of an index. */
  public Map<VoiceKind, Long> breaking() {
    return scores.breaking();
  }

  private VoiceScorer scorer(VoiceGuide guide) {
    return new VoiceScorer(guide, Voice::language, this::misspelled);
  }

  static String language(String text) {
    return CommonWords.languageOf(text).orElse("");
  }

  private List<Unknown> misspelled(String text) {
    return Spelling.check(text, settings::get).stream()
        .map(word -> new Unknown(word.start(), word.end()))
        .toList();
  }

  /** The project has other words of its own: where the guide asks for dictionaries, all is judged anew. */
  void wordsChanged() {
    if (guide().rule(VoiceKind.DICTIONARY).isPresent()) {
      scores.restart();
      scoring.goOn();
    }
  }

  /** Judges what nobody has judged, after a while without another call. */
  void start() {
    scoring.start();
  }

  /** Begins nothing more; what is under way ends soon. */
  void stop() {
    leaving.begin();
    scoring.stop();
  }

  @Override
  public void close() {
    scoring.close();
  }
}
