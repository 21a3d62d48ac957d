package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.timbre.RealModel;
import studio.timbre.ReferencePython;
import studio.timbre.SupportTalks;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.BaseModels;

/**
 * A million conversations counted on one thread and on two, beside tiktoken and the Hugging Face tokenizer library in Python on the
 * same text in the same run: {@code mvn -Pbench test -Dtest=CountBenchmark}, {@code target/bench/count.json}. {@code
 * -Dcount.rows=50000} takes fewer. The texts are made once and kept in {@code target/bench}. All read and parse 20,000 at a time and
 * only the counting is timed; the ratio of the processor's time tells most where other programs run beside it. That every figure of Timbre is tiktoken's is held too, on the sum.
 */
class CountBenchmark {
  private static final int ROWS = Integer.getInteger("count.rows", 1_000_000);
  private static final int LOCAL_ROWS =
      Math.min(ROWS, Integer.getInteger("count.local.rows", 50_000));
  private static final int CHUNK = 20_000;
  private static final Path FOLDER = Path.of("target", "bench");

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final ObjectNode report = new ObjectMapper().createObjectNode();

  @Test
  void conversationsASecond() throws Exception {
    var file = SupportTalks.file(ROWS, FOLDER);
    report.put("what", "conversations counted a second; ratios to the other's speed");
    report.put("conversations", ROWS).put("bytes", Files.size(file));
    report.put("processors", Runtime.getRuntime().availableProcessors());
    for (var encoding : List.of(ApiEncoding.O200K_BASE, ApiEncoding.CL100K_BASE)) {
      beside(encoding, file);
    }
    besideTheTokenizerLibrary();
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("count.json"), report.toPrettyString() + "\n");
  }

  private void beside(ApiEncoding encoding, Path file) throws Exception {
    var counter = ApiCounters.forEncoding(encoding);
    var name = encoding.publicName();
    var ours = report.putObject(name);
    var cache = Map.of("TIKTOKEN_CACHE_DIR", tables(encoding).toString());
    // A first look at the file, so that no one pays for the compiler of the virtual machine.
    counted(file, counter, 1, 5 * CHUNK);
    var alone = counted(file, counter, 1, ROWS);
    var tiktoken = ReferencePython.run(cache, "count_speed.py", "tiktoken", file.toString(), name);
    var both = counted(file, counter, 2, ROWS);
    var batch =
        ReferencePython.run(cache, "count_speed.py", "tiktoken-batch", file.toString(), name);
    assertThat(alone.tokens()).isEqualTo(tiktoken.get("tokens").asLong());
    assertThat(both.tokens()).isEqualTo(tiktoken.get("tokens").asLong());
    ours.put("tokens", alone.tokens());
    put(ours, "timbre_1_thread", ROWS, alone.seconds());
    put(ours, "timbre_2_threads", ROWS, both.seconds());
    put(ours, "tiktoken_1_thread", ROWS, seconds(tiktoken));
    put(ours, "tiktoken_batch_2_threads", ROWS, seconds(batch));
    ours.put("ratio_1_thread_to_tiktoken", rounded(seconds(tiktoken) / alone.seconds()));
    ours.put("ratio_2_threads_to_tiktoken", rounded(seconds(tiktoken) / both.seconds()));
    ours.put("ratio_2_threads_to_tiktoken_batch", rounded(seconds(batch) / both.seconds()));
    ours.put("timbre_1_thread_cpu_seconds", rounded(alone.cpu()));
    ours.put("tiktoken_1_thread_cpu_seconds", rounded(tiktoken.get("cpu").asDouble()));
    ours.put("ratio_of_cpu", rounded(tiktoken.get("cpu").asDouble() / alone.cpu()));
    assertThat(seconds(tiktoken) / both.seconds()).isGreaterThan(2);
  }

  /** The tokenizer of a model on this computer, on fewer texts: it takes ten times as long as those of models behind an API. */
  private void besideTheTokenizerLibrary() throws Exception {
    var file = SupportTalks.file(LOCAL_ROWS, FOLDER);
    var json = FOLDER.resolve("tokenizer.json").toAbsolutePath();
    ChatFormat format;
    try (var model = BaseModels.open(RealModel.path())) {
      Files.writeString(json, model.tokenizerJson());
      format =
          new ChatFormat(
              HuggingFaceTokenizer.fromJson(model.tokenizerJson()),
              new ChatTemplate(model.chatTemplate(), model.beginToken(), model.endToken()));
    }
    var tokenizer = format.tokenizer();
    var local = report.putObject("smollm2");
    local.put("conversations", LOCAL_ROWS);
    ConversationCounter texts = new TextCounter(tokenizer);
    counted(file, texts, 1, CHUNK / 10);
    var alone = counted(file, texts, 1, LOCAL_ROWS);
    var python =
        ReferencePython.run(
            Map.of(), "count_speed.py", "tokenizers", file.toString(), json.toString());
    var both = counted(file, texts, 2, LOCAL_ROWS);
    var batch =
        ReferencePython.run(
            Map.of(), "count_speed.py", "tokenizers-batch", file.toString(), json.toString());
    assertThat(alone.tokens()).isEqualTo(python.get("tokens").asLong());
    assertThat(both.tokens()).isEqualTo(python.get("tokens").asLong());
    local.put("tokens", alone.tokens());
    put(local, "timbre_1_thread", LOCAL_ROWS, alone.seconds());
    put(local, "timbre_2_threads", LOCAL_ROWS, both.seconds());
    put(local, "tokenizers_1_thread", LOCAL_ROWS, seconds(python));
    put(local, "tokenizers_batch_2_threads", LOCAL_ROWS, seconds(batch));
    local.put("ratio_of_cpu", rounded(python.get("cpu").asDouble() / alone.cpu()));
    local.put("ratio_1_thread_to_tokenizers", rounded(seconds(python) / alone.seconds()));
    local.put("ratio_2_threads_to_tokenizers", rounded(seconds(python) / both.seconds()));
    local.put("ratio_2_threads_to_tokenizers_batch", rounded(seconds(batch) / both.seconds()));
    var template = new TemplateCounter(format);
    put(
        local,
        "with_template_1_thread",
        LOCAL_ROWS,
        counted(file, template, 1, LOCAL_ROWS).seconds());
    put(
        local,
        "with_template_2_threads",
        LOCAL_ROWS,
        counted(file, template, 2, LOCAL_ROWS).seconds());
  }

  /** Roles and contents alone, without a template. */
  private record TextCounter(Tokenizer tokenizer) implements ConversationCounter {
    @Override
    public String name() {
      return "texts";
    }

    @Override
    public TokenCount count(Conversation conversation) {
      int tokens = 0;
      for (var message : conversation.messages()) {
        tokens += tokenizer.count(message.role().name()) + tokenizer.count(message.text());
      }
      return new TokenCount(tokens, 0, List.of());
    }
  }

  private static double seconds(JsonNode run) {
    return run.get("seconds").asDouble();
  }

  private static void put(ObjectNode report, String name, int rows, double seconds) {
    report.put(name + "_seconds", rounded(seconds));
    report.put(name + "_conversations_per_second", Math.round(rows / seconds));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private record Sum(long tokens, double seconds, double cpu) {}

  /** The first so many conversations of the file. */
  private static Sum counted(Path file, ConversationCounter counter, int threads, int rows)
      throws Exception {
    long tokens = 0;
    long nanos = 0;
    var cpu = new AtomicLong();
    try (var pool = Executors.newFixedThreadPool(threads);
        var lines = Files.newBufferedReader(file)) {
      for (int left = rows; left > 0; ) {
        var chunk = new ArrayList<Conversation>(CHUNK);
        for (String line; chunk.size() < Math.min(CHUNK, left); ) {
          line = lines.readLine();
          if (line == null) {
            return new Sum(tokens, nanos / 1e9, cpu.get() / 1e9);
          }
          chunk.add(parsed(line));
        }
        left -= chunk.size();
        long begin = System.nanoTime();
        tokens += sum(chunk, counter, threads, pool, cpu);
        nanos += System.nanoTime() - begin;
      }
    }
    return new Sum(tokens, nanos / 1e9, cpu.get() / 1e9);
  }

  private static long sum(
      List<Conversation> chunk,
      ConversationCounter counter,
      int threads,
      ExecutorService pool,
      AtomicLong cpu)
      throws Exception {
    var parts = new ArrayList<Callable<Long>>();
    for (int i = 0; i < threads; i++) {
      var part = chunk.subList(chunk.size() * i / threads, chunk.size() * (i + 1) / threads);
      parts.add(
          () -> {
            long busy = CLOCK.getCurrentThreadCpuTime();
            long tokens = part.stream().mapToLong(talk -> counter.count(talk).total()).sum();
            cpu.addAndGet(CLOCK.getCurrentThreadCpuTime() - busy);
            return tokens;
          });
    }
    long sum = 0;
    for (var done : pool.invokeAll(parts)) {
      sum += done.get();
    }
    return sum;
  }

  private static Conversation parsed(String line) throws IOException {
    try {
      return ConversationJson.parse(line);
    } catch (UserFacingException e) {
      throw new IOException(e);
    }
  }

  /** The table under the name that tiktoken looks for before it asks the network. */
  private static Path tables(ApiEncoding encoding) throws Exception {
    var folder = FOLDER.resolve("tiktoken").toAbsolutePath();
    Files.createDirectories(folder);
    String address =
        "https://openaipublic.blob.core.windows.net/encodings/" + encoding.ranks() + ".tiktoken";
    byte[] hash =
        MessageDigest.getInstance("SHA-1").digest(address.getBytes(StandardCharsets.UTF_8));
    try (var table = Encodings.class.getResourceAsStream(encoding.ranks() + ".tiktoken")) {
      Files.copy(
          table,
          folder.resolve(HexFormat.of().formatHex(hash)),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }
}
