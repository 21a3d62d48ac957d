package studio.timbre.train.torch;

import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import studio.timbre.model.Sampling;
import studio.timbre.train.SpeakingModel;
import studio.timbre.weights.BaseModel;

/** A Llama model that continues texts. */
final class Speaker implements SpeakingModel {
  private final Optional<Lora> lora;
  private final Llama llama;

  /**
   * @param lora closed with this
   */
  Speaker(BaseModel base, Optional<Lora> lora) {
    this.lora = lora;
    llama = new Llama(new BaseWeights(base), lora);
  }

  @Override
  public int generate(
      int[] prompt, Set<Integer> endTokens, Sampling sampling, IntPredicate onToken) {
    int room = llama.config().contextLength() - prompt.length;
    int longest = Math.min(sampling.maxTokens(), room);
    if (prompt.length == 0 || longest <= 0) {
      return 0;
    }
    var chooser = new WordChooser(sampling.temperature(), new SplittableRandom(sampling.seed()));
    try (var cache = new KeyValueCache(llama.config(), prompt.length + longest)) {
      var newest = prompt;
      for (int said = 0; said < longest; said++) {
        int token = next(newest, cache, chooser);
        if (endTokens.contains(token)) {
          return said;
        }
        if (!onToken.test(token)) {
          return said + 1;
        }
        newest = new int[] {token};
      }
      return longest;
    }
  }

  private int next(int[] newest, KeyValueCache cache, WordChooser chooser) {
    try (var scope = new Scope()) {
      return chooser.choose(Tensors.floats(llama.goOn(newest, cache)));
    }
  }

  @Override
  public void close() {
    llama.close();
    lora.ifPresent(Lora::close);
  }
}
