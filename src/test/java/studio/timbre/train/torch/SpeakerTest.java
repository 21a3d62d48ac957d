package studio.timbre.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Sampling;
import studio.timbre.train.Example;
import studio.timbre.train.SpeakingModel;
import studio.timbre.weights.BaseModel;

class SpeakerTest {
  private static final int[] PROMPT = {1, 70, 93, 40, 13, 2};

  private final BaseModel base = new TinyModel(TinyModel.UNTIED);
  private SpeakingModel speaker;

  @BeforeEach
  void open() throws Exception {
    speaker = TorchEngine.speak(base, Optional.empty());
  }

  @AfterEach
  void close() {
    speaker.close();
  }

  @Test
  void withTheCacheItSaysWhatItWouldSayReadingTheWholeTextEachTime() {
    var sampling = new Sampling(1, 50, 5);
    assertThat(speak(PROMPT, sampling)).isEqualTo(withoutCache(sampling));
  }

  /** Each time the whole text so far is read anew. */
  private List<Integer> withoutCache(Sampling sampling) {
    var chooser = new WordChooser(sampling.temperature(), new SplittableRandom(sampling.seed()));
    var said = new ArrayList<Integer>();
    try (var llama = new Llama(new BaseWeights(base), Optional.empty())) {
      while (said.size() < sampling.maxTokens()) {
        int[] text = text(said);
        try (var cache = new KeyValueCache(llama.config(), text.length);
            var _ = new Scope()) {
          said.add(chooser.choose(Tensors.floats(llama.goOn(text, cache))));
        }
      }
    }
    return said;
  }

  @Test
  void theSeedAloneMakesTheDifference() {
    var first = speak(PROMPT, new Sampling(1, 24, 5));
    assertThat(speak(PROMPT, new Sampling(1, 24, 5))).isEqualTo(first);
    assertThat(speak(PROMPT, new Sampling(1, 24, 6))).isNotEqualTo(first);
  }

  /** By the way that training takes through the model, which knows no cache: the likeliest token has the lowest loss. */
  @Test
  void withoutTemperatureItSaysTheLikeliestWhateverTheSeed() throws Exception {
    var greedy = speak(PROMPT, new Sampling(0, 20, 5));
    assertThat(speak(PROMPT, new Sampling(0, 20, 6))).isEqualTo(greedy);
    try (var scorer = TorchEngine.score(base, Optional.empty())) {
      for (int i = 0; i < greedy.size(); i++) {
        int[] text = text(greedy.subList(0, i));
        double[] losses =
            IntStream.range(0, base.config().vocabularySize())
                .mapToDouble(token -> scorer.loss(List.of(followedBy(text, token))))
                .toArray();
        assertThat(losses[greedy.get(i)])
            .as("token %d", i)
            .isCloseTo(Arrays.stream(losses).min().orElseThrow(), within(1e-4));
      }
    }
  }

  @Test
  void anEndTokenEndsTheAnswerAndIsNotSaid() {
    var sampling = new Sampling(1, 24, 5);
    var whole = speak(PROMPT, sampling);
    int end = whole.get(7);
    int stop = whole.indexOf(end);
    var said = new ArrayList<Integer>();
    int count = speaker.generate(PROMPT, Set.of(end), sampling, said::add);
    assertThat(said).isEqualTo(whole.subList(0, stop));
    assertThat(count).isEqualTo(stop);
  }

  @Test
  void aCancelEndsItAtThatVeryToken() {
    var said = new ArrayList<Integer>();
    IntPredicate untilThree =
        token -> {
          said.add(token);
          return said.size() < 3;
        };
    var sampling = new Sampling(1, 24, 5);
    assertThat(speaker.generate(PROMPT, Set.of(), sampling, untilThree)).isEqualTo(3);
    assertThat(said).isEqualTo(speak(PROMPT, sampling).subList(0, 3));
  }

  @Test
  void itEndsAtTheLongestLengthAndWhereTheContextIsFull() {
    assertThat(speak(PROMPT, new Sampling(1, 9, 5))).hasSize(9);
    int context = base.config().contextLength();
    assertThat(speak(new int[context - 4], new Sampling(1, 9, 5))).hasSize(4);
    assertThat(speak(new int[context], new Sampling(1, 9, 5))).isEmpty();
  }

  private List<Integer> speak(int[] prompt, Sampling sampling) {
    var said = new ArrayList<Integer>();
    int count = speaker.generate(prompt, Set.of(), sampling, said::add);
    assertThat(count).isEqualTo(said.size());
    return said;
  }

  private static int[] text(List<Integer> said) {
    return IntStream.concat(Arrays.stream(PROMPT), said.stream().mapToInt(i -> i)).toArray();
  }

  private static Example followedBy(int[] text, int token) {
    int[] tokens = Arrays.copyOf(text, text.length + 1);
    tokens[text.length] = token;
    var trained = new boolean[tokens.length];
    trained[text.length] = true;
    return new Example(0, tokens, trained);
  }
}
