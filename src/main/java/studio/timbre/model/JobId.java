package studio.timbre.model;

/** The name of a training run: also the name of its folder. Letters, digits and dashes only. */
public record JobId(String value) {
  public JobId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9-]{0,79}")) {
      throw new IllegalArgumentException("not a job name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
