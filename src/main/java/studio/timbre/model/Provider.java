package studio.timbre.model;

/** Who takes a training job over the network. Where each differs from OpenAI is known to the packages under {@code jobs} alone. */
public enum Provider {
  OPENAI,
  /** Azure OpenAI and Microsoft Foundry. */
  AZURE,
  NEBIUS,
  CRUSOE,
  /** Any other address that speaks OpenAI's interface. */
  COMPATIBLE
}
