package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.ApiRecipeJsonTest;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.Connection;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.PartedUpload;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

class ApiJobStoreTest {
  private static final Instant TIME = Instant.parse("2026-11-22T08:00:00Z");
  private static final JobId JOB = new JobId("job-a");

  @TempDir Path folder;

  private static final PartedUpload UPLOAD =
      new PartedUpload("data.jsonl", "upload-1", TIME, 64_000_000, List.of());

  private static ApiOrder order(JobId job, boolean full) {
    return new ApiOrder(
        job,
        "Brand voice",
        new Connection(
            "c1",
            "Our account",
            Provider.AZURE,
            URI.create("https://x.openai.azure.com/openai/v1")),
        full ? Optional.of("AZURE_KEY") : Optional.empty(),
        full ? ApiRecipeJsonTest.FULL : ApiRecipe.of("gpt-4o-mini"),
        full ? OptionalDouble.of(1.25) : OptionalDouble.empty(),
        full ? OptionalLong.of(17) : OptionalLong.empty(),
        TIME);
  }

  private Path file() {
    return folder.resolve("jobs.timbre");
  }

  @Test
  void whatIsKnownOfAJobSurvivesTheProgram() throws Exception {
    try (var file = ProjectFile.openShared(file())) {
      var jobs = file.apiJobs();
      jobs.put(order(JOB, true));
      jobs.put(order(new JobId("job-b"), false));
      jobs.change(
          JOB,
          now ->
              now.withTrainingFile(Optional.of("file-1"))
                  .withValidationFile(Optional.of("file-2"))
                  .asked(TIME)
                  .created("ftjob-1")
                  .withTunedModel("ft:x")
                  .cancelling()
                  .leaving("file-8")
                  .leaving("file-9")
                  .with(UPLOAD.withPart("part-1").withPart("part-2")));
      jobs.setTrainedTokens(JOB, 127_400);
      jobs.append(new JobEvent.Started(JOB, 1, TIME, 0, 9, 3, 12, 0, 0));
      jobs.append(new JobEvent.Step(JOB, 2, TIME, 6, Double.NaN, 0.5, Optional.empty()));
      jobs.append(new JobEvent.Step(JOB, 3, TIME, 4, Double.NaN, 0.75, Optional.empty()));
    }
    try (var file = ProjectFile.openShared(file())) {
      var job = file.apiJobs().find(JOB).orElseThrow();
      assertThat(job.order()).isEqualTo(order(JOB, true));
      assertThat(job.state()).isEqualTo(RunState.RUNNING);
      assertThat(job.step()).isEqualTo(6);
      assertThat(job.trainLoss()).hasValue(0.5);
      assertThat(job.trainedTokens()).hasValue(127_400);
      var standing = job.standing();
      assertThat(standing.stage()).isEqualTo(Stage.CREATED);
      assertThat(standing.askedAt()).contains(TIME);
      assertThat(standing.trainingFile()).contains("file-1");
      assertThat(standing.validationFile()).contains("file-2");
      assertThat(standing.providerJob()).contains("ftjob-1");
      assertThat(standing.tunedModel()).contains("ft:x");
      assertThat(standing.cancelWanted()).isTrue();
      assertThat(standing.leftBehind()).containsExactly("file-8", "file-9");
      assertThat(standing.uploads()).containsExactly(UPLOAD.withPart("part-1").withPart("part-2"));
      assertThat(standing.uploads().getFirst().sentBytes()).isEqualTo(128_000_000);
      assertThat(file.apiJobs().events(JOB, 1)).hasSize(2);

      var bare = file.apiJobs().find(new JobId("job-b")).orElseThrow();
      assertThat(bare.order()).isEqualTo(order(new JobId("job-b"), false));
      assertThat(bare.trainedTokens()).isEmpty();
      assertThat(bare.standing()).isEqualTo(ApiStanding.NEW);
    }
  }

  @Test
  void anEventThatIsThereIsNotKeptTwice() throws Exception {
    try (var file = ProjectFile.openShared(file())) {
      file.apiJobs().put(order(JOB, false));
      file.apiJobs().append(new JobEvent.Log(JOB, 1, TIME, "one"));
      file.apiJobs().append(new JobEvent.Log(JOB, 1, TIME, "another"));
      assertThat(file.apiJobs().events(JOB, 0))
          .containsExactly(new JobEvent.Log(JOB, 1, TIME, "one"));
      assertThat(file.apiJobs().lastSequence(JOB)).isEqualTo(1);
    }
  }

  @Test
  void theNewestRewardIsKept() throws Exception {
    try (var file = ProjectFile.openShared(file())) {
      file.apiJobs().put(order(JOB, false));
      var none = OptionalDouble.empty();
      file.apiJobs().append(new JobEvent.Rewarded(JOB, 1, TIME, 6, none, OptionalDouble.of(-0.5)));
      file.apiJobs().append(new JobEvent.Rewarded(JOB, 2, TIME, 3, none, OptionalDouble.of(-0.75)));
      file.apiJobs().append(new JobEvent.Rewarded(JOB, 3, TIME, 7, OptionalDouble.of(1), none));
    }
    try (var file = ProjectFile.openShared(file())) {
      var job = file.apiJobs().find(JOB).orElseThrow();
      assertThat(job.heldOutReward()).hasValue(-0.5);
      assertThat(job.heldOutLoss()).isEmpty();
      assertThat(job.step()).isEqualTo(7);
    }
  }

  @Test
  void severalProgramsUseTheFileAtATime() throws Exception {
    try (var one = ProjectFile.openShared(file());
        var other = ProjectFile.openShared(file())) {
      one.apiJobs().put(order(JOB, false));
      other.apiJobs().change(JOB, ApiStanding::cancelling);
      assertThat(one.apiJobs().find(JOB).orElseThrow().standing().cancelWanted()).isTrue();
    }
  }

  @Test
  void aCopyOfAProjectBeginsNothingThatTheOriginalBegins() throws Exception {
    var copy = folder.resolve("copy.timbre");
    try (var project = ProjectFile.create(folder.resolve("a.timbre"))) {
      project.apiJobs().put(order(JOB, false));
      project.apiJobs().put(order(new JobId("job-b"), false));
      project.apiJobs().change(JOB, now -> now.asked(TIME).created("ftjob-1"));
      project.copyTo(copy);
    }
    try (var project = ProjectFile.open(copy)) {
      assertThat(project.apiJobs().list()).extracting(job -> job.id()).containsExactly(JOB);
    }
  }

  @Test
  void jobsOfAnEarlierShapeKeepWhatWasOrdered() throws Exception {
    try (var old = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = old.createStatement()) {
      for (var script : List.of("V001__project", "V002__run_files", "V003__api_jobs")) {
        try (var sql = getClass().getResourceAsStream("/studio/timbre/sql/" + script + ".sql")) {
          statement.executeUpdate(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      statement.executeUpdate(
          """
          INSERT INTO api_job (id, connection, connection_name, provider, address, model, epochs, suffix, created, stage, state)
          VALUES ('a', 'c', 'Ours', 'OPENAI', 'https://api.openai.com/v1', 'gpt-4o-mini', 3, 'brand', 1, 'CREATED', 'RUNNING'),
                 ('b', 'c', 'Ours', 'OPENAI', 'https://api.openai.com/v1', 'gpt-4o', NULL, NULL, 0, 'PREPARED', 'QUEUED')""");
      statement.executeUpdate("PRAGMA application_id = " + ProjectHeader.APPLICATION);
      statement.executeUpdate("PRAGMA user_version = 3");
    }
    try (var file = ProjectFile.openShared(file())) {
      assertThat(file.apiJobs().list().stream().map(job -> job.order().recipe()))
          .containsExactly(
              ApiRecipe.of("gpt-4o-mini")
                  .withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(3)))
                  .withSuffix(Optional.of("brand")),
              ApiRecipe.of("gpt-4o"));
      assertThat(file.apiJobs().list().stream().map(job -> job.order().name()))
          .containsExactly("brand", "gpt-4o");
    }
  }
}
