package studio.timbre.model;

/** The seven linear layers of a Llama block that LoRA can adapt, by their names in the weight files. */
public enum Projection {
  QUERY("self_attn.q_proj"),
  KEY("self_attn.k_proj"),
  VALUE("self_attn.v_proj"),
  OUTPUT("self_attn.o_proj"),
  GATE("mlp.gate_proj"),
  UP("mlp.up_proj"),
  DOWN("mlp.down_proj");

  private final String path;

  Projection(String path) {
    this.path = path;
  }

  /** Below {@code model.layers.N.}, as {@code self_attn.q_proj}. */
  public String path() {
    return path;
  }

  /** The last part of the path, as {@code q_proj}: what a PEFT configuration lists. */
  public String shortName() {
    return path.substring(path.indexOf('.') + 1);
  }
}
