package studio.timbre.weights;

/**
 * The measures of a Llama-shaped model.
 *
 * @param architecture as {@code llama}
 * @param layers transformer blocks
 * @param hiddenSize width of the residual stream
 * @param heads query heads
 * @param keyValueHeads key and value heads; each serves {@code heads / keyValueHeads} query heads
 * @param headSize width of one head
 * @param feedForwardSize inner width of the SwiGLU
 * @param vocabularySize rows of the embedding
 * @param contextLength longest sequence that it was trained for
 * @param ropeTheta base of the rotary frequencies
 * @param rmsNormEpsilon added under the root
 * @param tiedEmbeddings true where the head is the embedding transposed
 */
public record ModelConfig(
    String architecture,
    int layers,
    int hiddenSize,
    int heads,
    int keyValueHeads,
    int headSize,
    int feedForwardSize,
    int vocabularySize,
    int contextLength,
    double ropeTheta,
    double rmsNormEpsilon,
    boolean tiedEmbeddings) {

  /** Numbers in the model, without LoRA. */
  public long parameters() {
    long attention = (long) hiddenSize * headSize * (2L * heads + 2L * keyValueHeads);
    long feedForward = 3L * hiddenSize * feedForwardSize;
    long embedding = (long) vocabularySize * hiddenSize;
    return layers * (attention + feedForward + 2L * hiddenSize)
        + hiddenSize
        + embedding * (tiedEmbeddings ? 1 : 2);
  }
}
