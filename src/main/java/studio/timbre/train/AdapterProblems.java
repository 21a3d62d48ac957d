package studio.timbre.train;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** What can be wrong with an adapter folder. */
public final class AdapterProblems {
  private AdapterProblems() {}

  static UserFacingException none(Path folder) {
    return new UserFacingException(
        "error.adapter.none",
        "There is no adapter in %s: the file adapter_config.json is missing. ".formatted(folder)
            + "Choose the folder that a training run left behind.",
        folder);
  }

  public static UserFacingException damaged(Path folder, Throwable cause) {
    return new UserFacingException(
        "error.adapter.damaged",
        "The adapter in %s is damaged and cannot be used. ".formatted(folder)
            + "Copy it again from where it came, or train it again.",
        cause,
        folder);
  }

  static UserFacingException unsupported(Path folder, String setting) {
    return new UserFacingException(
        "error.adapter.unsupported",
        "The adapter in %s uses a setting that Timbre cannot apply (%s). "
                .formatted(folder, setting)
            + "Timbre takes plain LoRA adapters on the linear layers of a Llama model.",
        folder,
        setting);
  }

  /** The adapter's matrices are not those that this base model and its configuration ask for. */
  public static UserFacingException otherBase(Path folder, String baseName, String tensor) {
    return new UserFacingException(
        "error.adapter.otherBase",
        "The adapter in %s does not fit the model %s (at %s). ".formatted(folder, baseName, tensor)
            + "Choose the base model that it was trained on.",
        folder,
        baseName,
        tensor);
  }
}
