package studio.timbre.model;

/** Who takes a training job over the network. Where each differs from OpenAI is known to the packages under {@code jobs} alone. */
public enum Provider {
  OPENAI,
  /** Azure OpenAI and Microsoft Foundry. */
  AZURE,
  NEBIUS,
  CRUSOE,
  /** Together AI, with an interface of its own. */
  TOGETHER,
  /** Fireworks AI, with an interface of its own. Its addresses hold the name of an account. */
  FIREWORKS,
  /** Any other address that speaks OpenAI's interface. */
  COMPATIBLE
}
