package studio.timbre.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a job at its provider. It is written down before each call that cannot be taken back and after its answer, so
 * that nothing that costs money is ever forgotten or asked for twice.
 *
 * @param askedAt when the job was asked for
 * @param trainingFile the provider's name of the uploaded file, which belongs to this job alone
 * @param providerJob the provider's name of the job
 * @param tunedModel the name under which the tuned model answers
 * @param cancelWanted a person asked for its end
 * @param leftBehind files that may still lie at the provider and that no job uses: their ids or names
 * @param uploads large files that are on their way in parts
 */
public record ApiStanding(
    Stage stage,
    Optional<Instant> askedAt,
    Optional<String> trainingFile,
    Optional<String> validationFile,
    Optional<String> providerJob,
    Optional<String> tunedModel,
    boolean cancelWanted,
    List<String> leftBehind,
    List<PartedUpload> uploads) {

  /** How far the beginning of a job has come. */
  public enum Stage {
    /** Nothing was sent. */
    PREPARED,
    /** Files are sent, or were. */
    UPLOADING,
    /** The provider was, or is just being asked for the job: whether it began is known only once an answer is. */
    ASKED,
    /** The provider has the job. */
    CREATED,
    /** It did not begin, and never will. */
    NOT_BEGUN
  }

  public static final ApiStanding NEW =
      new ApiStanding(
          Stage.PREPARED,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          List.of());

  public ApiStanding(
      Stage stage,
      Optional<Instant> askedAt,
      Optional<String> trainingFile,
      Optional<String> validationFile,
      Optional<String> providerJob,
      Optional<String> tunedModel,
      boolean cancelWanted,
      List<String> leftBehind) {
    this(
        stage,
        askedAt,
        trainingFile,
        validationFile,
        providerJob,
        tunedModel,
        cancelWanted,
        leftBehind,
        List.of());
  }

  public ApiStanding at(Stage next) {
    return new ApiStanding(
        next,
        askedAt,
        trainingFile,
        validationFile,
        providerJob,
        tunedModel,
        cancelWanted,
        leftBehind,
        uploads);
  }

  public ApiStanding asked(Instant time) {
    return new ApiStanding(
        Stage.ASKED,
        Optional.of(time),
        trainingFile,
        validationFile,
        providerJob,
        tunedModel,
        cancelWanted,
        leftBehind,
        uploads);
  }

  public ApiStanding created(String job) {
    return new ApiStanding(
        Stage.CREATED,
        askedAt,
        trainingFile,
        validationFile,
        Optional.of(job),
        tunedModel,
        cancelWanted,
        leftBehind,
        uploads);
  }

  public ApiStanding withTrainingFile(Optional<String> file) {
    return new ApiStanding(
        stage,
        askedAt,
        file,
        validationFile,
        providerJob,
        tunedModel,
        cancelWanted,
        leftBehind,
        uploads);
  }

  public ApiStanding withValidationFile(Optional<String> file) {
    return new ApiStanding(
        stage,
        askedAt,
        trainingFile,
        file,
        providerJob,
        tunedModel,
        cancelWanted,
        leftBehind,
        uploads);
  }

  public ApiStanding withTunedModel(String name) {
    return new ApiStanding(
        stage,
        askedAt,
        trainingFile,
        validationFile,
        providerJob,
        Optional.of(name),
        cancelWanted,
        leftBehind,
        uploads);
  }

  public ApiStanding cancelling() {
    return new ApiStanding(
        stage,
        askedAt,
        trainingFile,
        validationFile,
        providerJob,
        tunedModel,
        true,
        leftBehind,
        uploads);
  }

  /** One more file that may lie there unused. */
  public ApiStanding leaving(String file) {
    if (leftBehind.contains(file)) {
      return this;
    }
    var all = new ArrayList<>(leftBehind);
    all.add(file);
    return with(List.copyOf(all), uploads);
  }

  /** Without files that are gone from the provider. */
  public ApiStanding without(Set<String> gone) {
    return withTrainingFile(trainingFile.filter(file -> !gone.contains(file)))
        .withValidationFile(validationFile.filter(file -> !gone.contains(file)))
        .with(leftBehind.stream().filter(file -> !gone.contains(file)).toList(), uploads);
  }

  /** The upload of a file that is on its way. */
  public Optional<PartedUpload> upload(String file) {
    return uploads.stream().filter(upload -> upload.file().equals(file)).findFirst();
  }

  /** With this upload in place of an earlier one of the same file. */
  public ApiStanding with(PartedUpload upload) {
    var all = new ArrayList<>(withoutUpload(upload.file()).uploads);
    all.add(upload);
    return with(leftBehind, List.copyOf(all));
  }

  public ApiStanding withoutUpload(String file) {
    return with(
        leftBehind, uploads.stream().filter(upload -> !upload.file().equals(file)).toList());
  }

  private ApiStanding with(List<String> left, List<PartedUpload> underway) {
    return new ApiStanding(
        stage,
        askedAt,
        trainingFile,
        validationFile,
        providerJob,
        tunedModel,
        cancelWanted,
        left,
        underway);
  }
}
