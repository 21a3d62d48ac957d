package studio.timbre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileVoice;
import studio.timbre.app.FileVoice.Scored;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.VoiceReason;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.VoiceBreach;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceLesson;

/** {@code timbre voice}: scores answers by a voice guide, the worst first with their reasons. */
@Command(
    name = "voice",
    description = {
      "Scores the answers of a training file or a project by a voice guide, from 0 to 100, the worst first with the reasons."
          + " Nothing is sent anywhere."
    },
    footer = {
      "",
      "Without --guide it is the guide of the project; of a file, what its answers teach. A guide is a JSON file, as --save and the"
          + " window write it."
    })
final class VoiceCommand extends TimbreCommand {
  private static final int MOST = 100_000;
  private static final int SHOWN = 60;

  @Parameters(
      paramLabel = "FILE|PROJECT",
      description = "A training file in any shape that is imported, or a .timbre project.")
  private Path file;

  @Option(names = "--guide", paramLabel = "GUIDE", description = "The voice guide to score by.")
  private @Nullable Path guideFile;

  @Option(
      names = "--learn",
      description =
          "Add what the approved answers teach: those of the project, or of a file those that it calls approved, or all.")
  private boolean learn;

  @Option(
      names = "--save",
      paramLabel = "GUIDE",
      description = "Write the guide that was used into a file.")
  private @Nullable Path save;

  @Option(
      names = "--keep",
      description =
          "Put the guide that was used in force in the project; the one before stays in its history.")
  private boolean keep;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many answers are told, 20 without it.")
  private int limit;

  VoiceCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    needFile(file);
    if (limit < 1 || limit > MOST) {
      throw wrongUsage("--limit takes a whole number from 1 to " + MOST + ".");
    }
    boolean isProject = String.valueOf(file.getFileName()).endsWith(ProjectSession.ENDING);
    if (keep && !isProject) {
      throw wrongUsage("--keep is for a project; a guide is written into a file with --save.");
    }
    var voice = timbre.fileVoice();
    var base =
        guideFile == null ? Optional.<VoiceGuide>empty() : Optional.of(voice.readGuide(guideFile));
    if (!isProject) {
      boolean learned = learn || base.isEmpty();
      var guide =
          learned ? with(voice.learn(file), base.orElse(VoiceGuide.NONE), output) : base.get();
      return tell(guide, voice.judge(file, guide, limit), voice, output);
    }
    try (var project = timbre.openAlone(file)) {
      var own = base.orElseGet(() -> project.voice().guide());
      var guide = learn ? with(project.voice().learn(Progress.NONE), own, output) : own;
      if (keep) {
        project.voice().change(guide);
      }
      return tell(guide, voice.judge(project, guide, limit), voice, output);
    }
  }

  /** What only people take over is told: rare words of a topic look like words of a voice. */
  private static VoiceGuide with(VoiceLesson lesson, VoiceGuide base, Output output) {
    if (lesson.missing() > 0) {
      output.remark(
          "Nothing was learned: rules are learned from at least %d approved answers, and there are %d."
              .formatted(lesson.fewest(), lesson.examples()));
      return base;
    }
    output.say("Learned from %s answers.".formatted(Numbers.whole(lesson.examples())));
    if (!lesson.byHand().isEmpty()) {
      output.say("Left for you to take over into the guide:");
      lesson.byHand().forEach(learned -> output.say("  " + LearnedWords.of(learned)));
    }
    return lesson.untouched().over(base);
  }

  private int tell(VoiceGuide guide, FileVoice.Report report, FileVoice voice, Output output)
      throws UserFacingException {
    if (save != null) {
      voice.writeGuide(save, guide);
    }
    if (guide.isEmpty()) {
      output.remark(
          "There is no voice guide to score by. Name one with --guide, or learn one with --learn.");
      return TimbreCommandLine.FAILED;
    }
    output.object(
        new JsonFields()
            .with("answers", report.answers())
            .with("mean", report.mean())
            .with("broken_lines", report.refused())
            .with("rules", guide.all().stream().map(rule -> rule.kind().key()).toList())
            .with("worst", report.worst().stream().map(VoiceCommand::fields).toList()));
    output.say(
        "%s: %s answers scored by %d rules, %s on average"
            .formatted(
                file,
                Numbers.whole(report.answers()),
                guide.all().size(),
                Numbers.tenths(report.mean())));
    for (var scored : report.worst()) {
      if (!scored.voice().score().breaches().isEmpty()) {
        say(scored, output);
      }
    }
    if (report.refused() > 0) {
      output.remark(
          "%s lines could not be read and were not scored. timbre check names them."
              .formatted(Numbers.whole(report.refused())));
    }
    return 0;
  }

  private static void say(Scored scored, Output output) {
    output.say(
        "%3d  %d  %s"
            .formatted(scored.voice().score().points(), scored.place(), beginning(scored.text())));
    reasons(scored).forEach(reason -> output.say("       " + reason));
  }

  /** The same reason is told once. */
  private static List<String> reasons(Scored scored) {
    return scored.voice().score().breaches().stream().map(VoiceReason::english).distinct().toList();
  }

  private static String beginning(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > SHOWN
        ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN))) + "…"
        : line;
  }

  private static JsonFields fields(Scored scored) {
    var breaches = new ArrayList<JsonFields>();
    for (VoiceBreach breach : scored.voice().score().breaches()) {
      breaches.add(
          new JsonFields()
              .with("rule", breach.kind().key())
              .with("start", breach.start())
              .with("end", breach.end())
              .with("points", breach.points())
              .with("text", scored.text().substring(breach.start(), breach.end()))
              .with("message", VoiceReason.english(breach)));
    }
    return new JsonFields()
        .with("conversation", scored.place())
        .with("message", scored.voice().message())
        .with("score", scored.voice().score().points())
        .with("breaches", breaches);
  }
}
