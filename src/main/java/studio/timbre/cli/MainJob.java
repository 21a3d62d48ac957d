package studio.timbre.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.app.Models;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Problem;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/**
 * What Timbre is for, from end to end in the terminal: the sample project, its check, its cost, a short training of the starter
 * model, and the voice before and after it. Run again, it goes on with a training that was interrupted.
 */
public final class MainJob {
  private static final String RUN_NAME = "First training";

  /** The sample's English conversations are those that its makers approved. */
  private static final TrainingFilter LEARNED = TrainingFilter.of(Status.APPROVED);

  /** A few minutes on two cores: about once through the conversations. */
  private static final TrainingSpec SPEC = spec();

  private static final int QUESTIONS = 3;

  private final Timbre timbre;
  private final Output output;

  private MainJob(Timbre timbre, Output output) {
    this.timbre = timbre;
    this.output = output;
  }

  /** Runs it in this process's terminal and answers the exit code. */
  public static int run() {
    return run(Session.ofThisProcess());
  }

  static int run(Session session) {
    var output = session.output(false);
    try (var timbre = session.timbre();
        var project = timbre.openSample()) {
      return new MainJob(timbre, output).run(project);
    } catch (UserFacingException e) {
      output.error(e.key(), String.valueOf(e.getMessage()));
      return TimbreCommandLine.FAILED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return TimbreCommandLine.FAILED;
    } finally {
      session.flush();
    }
  }

  private int run(ProjectSession project) throws UserFacingException, InterruptedException {
    output.say(
        "Timbre " + timbre.version() + ": there is no display, so it works in the terminal.");
    output.say("The commands are listed by --help.");
    show(project);
    check(project);
    count(project);
    var base = starter();
    var run = train(project, base);
    if (run.state() != RunState.FINISHED) {
      return TimbreCommandLine.FAILED;
    }
    compare(project, base, run);
    conclude(run);
    return 0;
  }

  private void show(ProjectSession project) {
    heading("The sample project");
    output.say(project.file().toString());
    output.say(
        "%s conversations to learn, %s held out to measure with"
            .formatted(
                Numbers.whole(project.ids(ConversationQuery.of(Split.TRAINING)).length),
                Numbers.whole(project.ids(ConversationQuery.of(Split.HELD_OUT)).length)));
  }

  private void check(ProjectSession project) {
    heading("Check");
    var problems = project.problems();
    var texts = ResourceBundle.getBundle("studio.timbre.messages", Locale.ROOT);
    if (problems.isEmpty()) {
      output.say("Nothing is wrong with the conversations.");
    }
    for (Problem problem : problems) {
      output.say(
          "%s: %d conversations"
              .formatted(
                  MessageFormat.format(
                      texts.getString("problem." + problem.kind() + ".title"), problem.detail()),
                  problem.conversations().size()));
    }
  }

  private void count(ProjectSession project) throws InterruptedException {
    heading("Tokens and cost");
    while (project.totals(ConversationQuery.ALL).uncounted() > 0) {
      Thread.sleep(50);
    }
    var estimate = project.estimate();
    output.say(
        "%s tokens, %d epochs: %s on %s"
            .formatted(
                Numbers.whole(estimate.tokens()),
                estimate.epochs(),
                estimate.costUsd().isPresent()
                    ? "about " + Numbers.dollars(estimate.costUsd().getAsDouble())
                    : "price not known",
                estimate.model()));
    output.say("On this computer it costs nothing but time.");
  }

  private LibraryModel starter() throws UserFacingException {
    heading("The base model");
    var here = timbre.models().starter();
    var model =
        here.isPresent()
            ? here.get()
            : timbre
                .models()
                .fetch(Models.STARTER, output.progress("Downloading " + Models.STARTER));
    output.say(
        "%s, %s parameters, %s"
            .formatted(
                model.title(),
                Numbers.parameters(model.parameters()),
                Numbers.bytes(model.bytes())));
    return model;
  }

  private RunSummary train(ProjectSession project, LibraryModel base)
      throws UserFacingException, InterruptedException {
    heading("Training on this computer");
    var runs = project.runs();
    var open =
        runs.list().stream()
            .filter(run -> run.name().equals(RUN_NAME))
            .filter(run -> run.state().isLive() || run.state().canResume())
            .findFirst();
    if (open.isPresent()) {
      output.say("Goes on with the training that was begun before.");
      if (open.get().state().canResume()) {
        runs.resume(open.get().id());
      }
      return new FollowedRun(runs, open.get().id(), output).await();
    }
    var plan = runs.plan(base, SPEC, LEARNED);
    output.say(
        "%d conversations in English, %d steps, about %s, about %s of memory"
            .formatted(
                plan.examples(),
                plan.steps(),
                Durations.inWords(plan.seconds().orElse(0)),
                Numbers.bytes(plan.peakMemoryBytes())));
    output.say("Ctrl+C stops it; the same command goes on with it.");
    return new FollowedRun(runs, runs.start(base, SPEC, RUN_NAME, LEARNED), output).await();
  }

  private void compare(ProjectSession project, LibraryModel base, RunSummary run)
      throws UserFacingException, InterruptedException {
    heading("The voice before and after, on questions that it has never seen");
    var comparison =
        new Comparison(
            timbre.hearing(),
            new Voice.Local(base.path(), Optional.empty()),
            new Voice.Local(base.path(), run.adapter()),
            output);
    for (var row : questions(project)) {
      comparison.ask(row.conversation());
    }
  }

  /** Some held-out conversations from all over the list. */
  private static List<ConversationRow> questions(ProjectSession project) {
    long[] ids = project.ids(ConversationQuery.of(Split.HELD_OUT));
    return Stream.iterate(0, i -> i + 1)
        .limit(Math.min(QUESTIONS, ids.length))
        .flatMap(i -> project.rows(ids[i * ids.length / QUESTIONS]).stream())
        .toList();
  }

  private void conclude(RunSummary run) {
    heading("What came of it");
    if (run.firstEvalLoss().isPresent() && run.lastEvalLoss().isPresent()) {
      double before = run.firstEvalLoss().getAsDouble();
      double after = run.lastEvalLoss().getAsDouble();
      output.say(
          String.format(
              Locale.ENGLISH,
              "Held-out loss: %.3f before, %.3f after (%.0f %% less)",
              before,
              after,
              (1 - after / before) * 100));
    }
    run.adapter().ifPresent(folder -> output.say("The adapter lies in " + folder));
  }

  private void heading(String title) {
    output.say("");
    output.say(title);
    output.say("-".repeat(title.length()));
  }

  private static TrainingSpec spec() {
    var standard = TrainingSpec.DEFAULT;
    return new TrainingSpec(
        standard.lora(),
        2,
        OptionalInt.of(60),
        5e-4,
        standard.schedule(),
        standard.warmupFraction(),
        standard.batchSize(),
        standard.accumulation(),
        standard.maxGradientNorm(),
        standard.weightDecay(),
        standard.maxLength(),
        standard.seed(),
        15,
        15);
  }
}
