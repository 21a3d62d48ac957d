package studio.timbre.topics;

/**
 * The words of a conversation as a vector of length 1, of which only what is not 0 is kept.
 *
 * @param words numbers in a {@link Vocabulary}, upwards
 * @param weights of each
 */
record WordVector(int[] words, float[] weights) {
  boolean isEmpty() {
    return words.length == 0;
  }

  /** The cosine of the angle between this and a vector of length 1, of which all is kept. */
  double cosine(float... other) {
    double sum = 0;
    for (int i = 0; i < words.length; i++) {
      sum += weights[i] * other[words[i]];
    }
    return sum;
  }

  void addTo(float... sum) {
    for (int i = 0; i < words.length; i++) {
      sum[words[i]] += weights[i];
    }
  }
}
