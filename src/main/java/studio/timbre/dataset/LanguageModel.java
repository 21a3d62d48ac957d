package studio.timbre.dataset;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.ZipInputStream;

/**
 * What Apache OpenNLP's model of languages has learned: how much each run of one to three characters speaks for each language. Read from
 * OpenNLP's own file (the binary form of a model of maximum entropy, {@code opennlp.tools.ml.maxent.io.GISModelReader}), and laid out so
 * that a text is summed up in microseconds; OpenNLP itself takes a millisecond where nothing else tells the language. The numbers are
 * the same, so are the answers. About 15 MB; never changes.
 */
final class LanguageModel {
  private static final String RESOURCE = "/langdetect-183.bin";
  private static final String ENTRY = "langdetect.model";
  private static final String KIND = "GIS";

  /** Runs are of one to so many characters. */
  private static final int LONGEST = 3;

  /** Where at least one in so many languages has a weight for a run, all are kept. */
  private static final int MANY = 4;

  private static final int NONE = -1;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** The two-letter code of each language that is kept; several may have the same. */
  private final String[] codes;

  /** An open table: a run as {@link #key}, 0 where nothing is, and the number of the run beside it. */
  private final long[] keys;

  private final int[] numbers;

  /** Where the weights of a run begin; those of the last one end at the last. */
  private final int[] starts;

  private final byte[] languages;
  private final double[] weights;

  private LanguageModel(
      String[] codes, long[] runs, int[] starts, byte[] languages, double[] weights) {
    this.codes = codes;
    this.starts = starts;
    this.languages = languages;
    this.weights = weights;
    this.keys = new long[Integer.highestOneBit(runs.length) << 1];
    this.numbers = new int[keys.length];
    for (int run = 0; run < runs.length; run++) {
      int place = place(runs[run]);
      keys[place] = runs[run];
      numbers[place] = run;
    }
  }

  /**
   * Reads the model that comes with the program.
   *
   * @param wanted two-letter codes by the model's own; languages that are not named are left out
   */
  static LanguageModel read(Map<String, String> wanted) throws IOException {
    try (var resource = LanguageModel.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the model of languages is missing from the program");
      }
      try (var zip = new ZipInputStream(resource)) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (entry.getName().equals(ENTRY)) {
            return read(zip, wanted);
          }
        }
      }
    }
    throw new IOException("no " + ENTRY + " in " + RESOURCE);
  }

  private static LanguageModel read(InputStream stream, Map<String, String> wanted)
      throws IOException {
    var data = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    if (!data.readUTF().equals(KIND)) {
      throw new IOException("a model of another kind");
    }
    data.readInt(); // Two settings of the training.
    data.readDouble();
    var names = new String[data.readInt()];
    for (int i = 0; i < names.length; i++) {
      names[i] = data.readUTF();
    }
    // The place of each language among those that are kept.
    var kept = new int[names.length];
    var codes = new String[names.length];
    int languages = 0;
    for (int i = 0; i < names.length; i++) {
      var code = wanted.get(names[i]);
      kept[i] = code == null ? NONE : languages;
      if (code != null) {
        codes[languages++] = code;
      }
    }
    var patterns = new int[data.readInt()][];
    for (int i = 0; i < patterns.length; i++) {
      var words = new StringTokenizer(data.readUTF(), " ");
      patterns[i] = new int[words.countTokens()];
      for (int j = 0; j < patterns[i].length; j++) {
        patterns[i][j] = Integer.parseInt(words.nextToken());
      }
    }
    var runs = new long[data.readInt()];
    for (int i = 0; i < runs.length; i++) {
      String run = data.readUTF();
      runs[i] = key(run, 0, run.length());
    }
    return weights(data, Arrays.copyOf(codes, languages), kept, patterns, runs);
  }

  /** A pattern says for how many runs it stands, and for which languages each of them has a weight. */
  private static LanguageModel weights(
      DataInputStream data, String[] codes, int[] kept, int[][] patterns, long[] runs)
      throws IOException {
    var starts = new int[runs.length + 1];
    int run = 0;
    for (var pattern : patterns) {
      int size = size(pattern, kept, codes.length);
      for (int i = 0; i < pattern[0]; i++, run++) {
        starts[run + 1] = starts[run] + size;
      }
    }
    var languages = new byte[starts[runs.length]];
    var weights = new double[starts[runs.length]];
    run = 0;
    for (var pattern : patterns) {
      boolean whole = size(pattern, kept, codes.length) == codes.length;
      for (int i = 0; i < pattern[0]; i++, run++) {
        int at = starts[run];
        for (int j = 1; j < pattern.length; j++) {
          double weight = data.readDouble();
          int language = kept[pattern[j]];
          if (language != NONE) {
            int place = whole ? starts[run] + language : at++;
            languages[place] = (byte) language;
            weights[place] = weight;
          }
        }
      }
    }
    return new LanguageModel(codes, runs, starts, languages, weights);
  }

  /** How many weights are kept of each of its runs: where many languages have one all do, zero for the others, as they are summed in one go. */
  private static int size(int[] pattern, int[] kept, int languages) {
    int size = (int) Arrays.stream(pattern).skip(1).filter(name -> kept[name] != NONE).count();
    return size * MANY >= languages ? languages : size;
  }

  /** A run of one to three characters as a number that is never 0. */
  private static long key(CharSequence text, int from, int to) {
    if (to - from < 1 || to - from > LONGEST) {
      throw new IllegalArgumentException("a run of " + (to - from) + " characters");
    }
    long key = to - from;
    for (int i = from; i < to; i++) {
      key = key << Character.SIZE | text.charAt(i);
    }
    return key;
  }

  private int place(long key) {
    int place = (int) (key * MIX >>> 32) & keys.length - 1;
    while (keys[place] != 0 && keys[place] != key) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  /** How many languages it tells apart. */
  int languages() {
    return codes.length;
  }

  /** The two-letter code of a language. */
  String code(int language) {
    return codes[language];
  }

  /**
   * Adds up what the runs of a text speak for; each counts once, however often it is there. The difference of two sums is the logarithm of how
   * many times as likely one language is as the other.
   *
   * @param text as {@link PlainLetters} leaves it
   * @return a sum for each language
   */
  double[] sums(String text) {
    var sums = new double[codes.length];
    var seen = new long[(starts.length >> 6) + 1];
    for (int from = 0; from < text.length(); from++) {
      long key = 0;
      for (int to = from; to < Math.min(text.length(), from + LONGEST); to++) {
        key = key << Character.SIZE | text.charAt(to);
        int place = place(key | (long) (to + 1 - from) << Character.SIZE * (to + 1 - from));
        if (keys[place] != 0) {
          add(numbers[place], sums, seen);
        }
      }
    }
    return sums;
  }

  private void add(int run, double[] sums, long[] seen) {
    long bit = 1L << (run & 63);
    if ((seen[run >> 6] & bit) != 0) {
      return;
    }
    seen[run >> 6] |= bit;
    int start = starts[run];
    int size = starts[run + 1] - start;
    if (size == sums.length) {
      for (int i = 0; i < size; i++) {
        sums[i] += weights[start + i];
      }
    } else {
      for (int i = start; i < start + size; i++) {
        sums[languages[i]] += weights[i];
      }
    }
  }
}
