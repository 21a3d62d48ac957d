package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Progress;
import studio.timbre.model.WrittenFormat;

/** Every format into every other: what comes out says what went in, or it is told that it does not fit. */
class FormatRoundTripsTest {
  private static final Map<String, String> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put(
        "a question and its answer",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"Where is it?\"},{\"role\":\"assistant\",\"content\":\"Here.\"}]}");
    SHAPES.put(
        "with instructions",
        "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Where?\"},{\"role\":\"assistant\",\"content\":\"Here.\"}]}");
    SHAPES.put(
        "several turns",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"},{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":\"d\"}]}");
    SHAPES.put(
        "odd texts",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"=1+1\\n\\n  Agent: no\\t\\\"x\\\"; **b**\"},{\"role\":\"assistant\",\"content\":\"'-\\r\\n# not a heading\\n---\\n\\ud83c\\udf0a\"}]}");
    SHAPES.put(
        "a pair",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"good\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"bad\"}]}");
    SHAPES.put(
        "tools",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":\"found\"},{\"role\":\"assistant\",\"content\":\"d\"}],\"tools\":[]}");
    SHAPES.put(
        "a picture",
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x/y.png\"}}]},{\"role\":\"assistant\",\"content\":\"A cup.\"}]}");
    SHAPES.put(
        "a name and a weight",
        "{\"messages\":[{\"role\":\"user\",\"name\":\"Ana\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\",\"weight\":0},{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":\"d\"}]}");
    SHAPES.put(
        "other keys",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}],\"source\":\"mail 7\"}");
    SHAPES.put(
        "for a grader",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"reference_answer\":\"42\"}");
    SHAPES.put(
        "no answer", "{\"messages\":[{\"role\":\"user\",\"content\":\"Is anybody there?\"}]}");
    SHAPES.put(
        "an empty answer",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"\"}]}");
    SHAPES.put(
        "an answer first",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"Hello.\"},{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}");
    SHAPES.put(
        "another speaker",
        "{\"messages\":[{\"role\":\"narrator\",\"content\":\"Rain.\"},{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}");
    SHAPES.put("nothing said", "{\"messages\":[],\"title\":\"empty\"}");
  }

  @TempDir Path folder;

  private FileConversion.Report convert(Path from, Path to, WrittenFormat format) throws Exception {
    return FileConversion.convert(
        from,
        to,
        new FileConversion.Wanted(
            Optional.empty(), TableMappings.GUESSED, format, Optional.empty(), false),
        Progress.NONE);
  }

  private static List<Conversation> read(Path file) throws Exception {
    var found = new ArrayList<Conversation>();
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        if (line.get() instanceof ConversationReader.Line.Good good) {
          found.add(good.conversation());
        }
      }
    }
    return found;
  }

  /** All that is said in a conversation: the texts of its messages, and of its other keys. */
  private static List<String> said(Conversation conversation) {
    var all = new ArrayList<String>();
    conversation.messages().forEach(message -> all.add(unified(message.text())));
    conversation.messages().forEach(message -> message.name().ifPresent(all::add));
    conversation
        .messages()
        .forEach(message -> message.extras().values().forEach(json -> all.add(words(json))));
    conversation.extras().values().forEach(json -> all.add(words(json)));
    all.removeIf(String::isBlank);
    return all;
  }

  private static String words(String json) {
    return unified(ConversationJson.unquoted(json).orElse(json));
  }

  /** Transcripts lay white space out in their own way. */
  private static String unified(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private Path source(String shape) throws Exception {
    return Files.writeString(folder.resolve("source.jsonl"), SHAPES.get(shape) + "\n");
  }

  static Stream<Arguments> shapesAndFormats() {
    return SHAPES.keySet().stream()
        .flatMap(
            shape -> Stream.of(WrittenFormat.values()).map(format -> Arguments.of(shape, format)));
  }

  /** Formats that give back every conversation that they take exactly as it was. */
  private static boolean isExact(WrittenFormat format) {
    return switch (format) {
      case LINES, JSON, DPO, PROMPT, SHAREGPT, ALPACA, CSV, TSV, XLSX -> true;
      case CHAT, RFT, TRANSCRIPT -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("shapesAndFormats")
  void whatIsWrittenIsReadAgainOrItIsToldWhatIsNot(String shape, WrittenFormat format)
      throws Exception {
    var before = ConversationJson.parse(SHAPES.get(shape));
    var there = folder.resolve("there" + format.ending());
    var report = convert(source(shape), there, format);
    if (report.written() == 0) {
      assertThat(report.refused())
          .singleElement()
          .satisfies(
              refusal -> {
                assertThat(refusal.key()).isEqualTo("dataset.refused.doesNotFit");
                assertThat(refusal.line()).isOne();
              });
      assertThat(format)
          .as("these take everything")
          .isNotIn(
              WrittenFormat.LINES,
              WrittenFormat.JSON,
              WrittenFormat.CHAT,
              WrittenFormat.CSV,
              WrittenFormat.TSV,
              WrittenFormat.XLSX);
      return;
    }
    var back = read(there);
    if (isExact(format)) {
      assertThat(back).containsExactly(before);
      assertThat(report.leftOut()).isEmpty();
    } else {
      assertThat(back).hasSize(1);
      if (report.leftOut().isEmpty()) {
        assertThat(said(back.getFirst())).containsAll(said(before));
      }
    }
  }

  static Stream<Arguments> pairsOfFormats() {
    return Stream.of(WrittenFormat.values())
        .flatMap(
            first -> Stream.of(WrittenFormat.values()).map(second -> Arguments.of(first, second)));
  }

  @ParameterizedTest
  @MethodSource("pairsOfFormats")
  void throughEveryPairOfFormatsNothingIsLostInSilence(WrittenFormat first, WrittenFormat second)
      throws Exception {
    for (String shape : SHAPES.keySet()) {
      var middle = folder.resolve("middle" + first.ending());
      if (convert(source(shape), middle, first).written() == 0) {
        continue;
      }
      var before = read(middle);
      var end = folder.resolve("end" + second.ending());
      var report = convert(middle, end, second);
      assertThat(report.written() + report.refusedLines()).as(shape).isEqualTo(before.size());
      if (report.refusedLines() == 0 && report.leftOutParts() == 0) {
        assertThat(said(read(end).getFirst())).as(shape).containsAll(said(before.getFirst()));
      }
    }
  }

  @Test
  void whatHasNoPlaceIsNamedWithItsLine() throws Exception {
    var source =
        Files.writeString(
            folder.resolve("source.jsonl"),
            SHAPES.get("several turns") + "\n" + SHAPES.get("other keys") + "\n");
    var report = convert(source, folder.resolve("out.md"), WrittenFormat.TRANSCRIPT);
    assertThat(report.leftOut())
        .singleElement()
        .satisfies(
            lost ->
                assertThat(lost.sentence())
                    .isEqualTo("Line 2: its other keys have no place in this format: source"));
    Files.writeString(source, SHAPES.get("a pair") + "\n");
    assertThat(convert(source, folder.resolve("out.jsonl"), WrittenFormat.CHAT).leftOut())
        .extracting(lost -> lost.key())
        .containsExactly("dataset.lost.rejected");
    Files.writeString(
        source,
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"kept?\",\"weight\":1}],\"reference_answer\":\"7\"}\n");
    assertThat(convert(source, folder.resolve("out.jsonl"), WrittenFormat.RFT).leftOut())
        .extracting(lost -> lost.key())
        .containsExactly("dataset.lost.answer", "dataset.lost.weights");
  }

  @Test
  void marksOfATableHaveNoPlaceInLinesAndThatIsSaidOnce() throws Exception {
    var table =
        Files.writeString(
            folder.resolve("in.csv"),
            "question,answer,status,note\na b?,c d,approved,nice\ne f?,g h,draft,\n");
    var report = convert(table, folder.resolve("out.jsonl"), WrittenFormat.LINES);
    assertThat(report.written()).isEqualTo(2);
    assertThat(report.leftOut())
        .extracting(lost -> lost.key())
        .containsExactly("dataset.lost.marks");
    assertThat(convert(table, folder.resolve("out.csv"), WrittenFormat.CSV).leftOut()).isEmpty();
  }
}
