package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.timbre.Figures;
import studio.timbre.RealModel;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.weights.BaseModels;

/** Conversations become the text, the tokens and the answer masks of the reference. */
class ChatFormatTest {

  private static final Path SAMPLE = Path.of("src/main/resources/studio/timbre/sample");

  private static HuggingFaceTokenizer tokenizer;
  private static ChatTemplate template;
  private static ChatFormat format;

  @BeforeAll
  static void open() throws Exception {
    try (var model = BaseModels.open(RealModel.path())) {
      tokenizer = HuggingFaceTokenizer.fromJson(model.tokenizerJson());
      template = new ChatTemplate(model.chatTemplate(), model.beginToken(), model.endToken());
    }
    format = new ChatFormat(tokenizer, template);
  }

  @TestFactory
  List<DynamicTest> everyReferenceConversationIsTheSame() throws Exception {
    return Figures.lines("chat-template.jsonl.gz").stream()
        .collect(Collectors.groupingBy(row -> row.path("set").textValue()))
        .entrySet()
        .stream()
        .map(
            set ->
                DynamicTest.dynamicTest(
                    set.getKey() + " (" + set.getValue().size() + ")",
                    () -> {
                      for (JsonNode row : set.getValue()) {
                        check(row);
                      }
                    }))
        .toList();
  }

  private static void check(JsonNode row) throws Exception {
    Conversation conversation = conversation(row);
    var rendered = format.render(conversation);
    int[] prompt = format.prompt(conversation.messages());
    int[] mask = IntStream.range(0, rendered.length()).filter(i -> rendered.trained()[i]).toArray();
    JsonNode figures = row.path("long");
    if (figures.isMissingNode()) {
      assertThat(rendered.text()).isEqualTo(row.path("text").textValue());
      assertThat(rendered.ids()).isEqualTo(Figures.ints(row.path("ids")));
      assertThat(mask).as(rendered.text()).isEqualTo(Figures.ints(row.path("mask")));
      assertThat(template.render(conversation, true)).isEqualTo(row.path("promptText").textValue());
      assertThat(prompt).isEqualTo(Figures.ints(row.path("promptIds")));
    } else {
      assertThat(sha256(rendered.text())).isEqualTo(figures.path("textSha256").textValue());
      assertThat(
              sha256(
                  Arrays.stream(rendered.ids())
                      .mapToObj(Integer::toString)
                      .collect(Collectors.joining(","))))
          .isEqualTo(figures.path("idsSha256").textValue());
      assertThat(prompt).hasSize(figures.path("promptIds").intValue());
      assertThat(mask).hasSize(figures.path("answerTokens").intValue());
    }
  }

  private static Conversation conversation(JsonNode row) throws Exception {
    if (row.has("messages")) {
      return ConversationJson.parse("{\"messages\":" + row.path("messages") + "}");
    }
    String set = row.path("set").textValue();
    Path file =
        set.startsWith("toy") ? Figures.path(set + ".jsonl") : SAMPLE.resolve(set + ".jsonl");
    return ConversationJson.parse(Files.readAllLines(file).get(row.path("index").intValue()));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anAnswerOfWeightZeroIsNotLearned() throws Exception {
    var conversation =
        Conversation.of(
            Message.of(Role.USER, "One?"),
            Message.of(Role.ASSISTANT, "First answer").withWeight(OptionalInt.of(0)),
            Message.of(Role.USER, "Two?"),
            Message.of(Role.ASSISTANT, "Second answer").withWeight(OptionalInt.of(1)));
    assertThat(learned(format, conversation)).isEqualTo("Second answer<|im_end|>");
  }

  @Test
  void tokensBelongToTheMessageWhoseHeaderAndEndTheyAre() throws Exception {
    var conversation =
        Conversation.of(
            Message.of(Role.SYSTEM, "Be brief."),
            Message.of(Role.USER, "Hi"),
            Message.of(Role.ASSISTANT, "Hello"));
    var rendered = format.render(conversation);
    var texts = new ArrayList<String>();
    for (int m = 0; m < 3; m++) {
      int message = m;
      texts.add(
          tokenizer.decodeWithSpecials(
              IntStream.range(0, rendered.length())
                  .filter(i -> rendered.messageOfToken()[i] == message)
                  .map(i -> rendered.ids()[i])
                  .toArray()));
    }
    assertThat(texts)
        .containsExactly(
            "<|im_start|>system\nBe brief.<|im_end|>\n",
            "<|im_start|>user\nHi<|im_end|>\n",
            "<|im_start|>assistant\nHello<|im_end|>\n");
  }

  /** What is learned where a template trims answers, drops old thoughts, or moves the system message. */
  @Test
  void templatesThatRewriteMessagesKeepTheirAnswers() throws Exception {
    var conversation =
        Conversation.of(
            Message.of(Role.SYSTEM, "Be brief."),
            Message.of(Role.USER, "One?"),
            Message.of(Role.ASSISTANT, "<think>\nhm\n</think>\n\n First \n"),
            Message.of(Role.USER, "Two?"),
            Message.of(Role.ASSISTANT, "Second\n"));
    assertThat(learned(named("llama3"), conversation))
        .isEqualTo("<think>\nhm\n</think>\n\n FirstSecond");
    assertThat(learned(named("mistral"), conversation))
        .isEqualTo(" <think>\nhm\n</think>\n\n First<|endoftext|> Second<|endoftext|>");
    assertThat(learned(named("qwen25"), conversation))
        .isEqualTo("<think>\nhm\n</think>\n\n First \n<|im_end|>Second\n<|im_end|>");
    assertThat(learned(named("thinking"), conversation))
        .isEqualTo(" First \n<|im_end|><think>\n\n</think>\n\nSecond\n<|im_end|>");
  }

  @Test
  void aCountIsTheRenderedConversation() throws Exception {
    var counter = new TemplateCounter(new ChatFormat(tokenizer, template));
    var conversation =
        Conversation.of(
            Message.of(Role.USER, "Hi"),
            Message.of(Role.ASSISTANT, "Hello there").withWeight(OptionalInt.of(0)));
    var count = counter.count(conversation);
    assertThat(count.total()).isEqualTo(format.render(conversation).length());
    assertThat(count.answers()).isEqualTo(3);
    assertThat(count.messages().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(count.total());
    assertThat(counter.name()).matches("local:[0-9a-f]{12}");
    assertThat(new TemplateCounter(new ChatFormat(tokenizer, new ChatTemplate("x", "", ""))).name())
        .isNotEqualTo(counter.name());
  }

  private static ChatFormat named(String name) throws Exception {
    for (JsonNode candidate : Figures.json("chat-template-shapes.json").path("cases")) {
      if (candidate.path("name").textValue().equals(name)) {
        return new ChatFormat(
            tokenizer,
            new ChatTemplate(candidate.path("template").textValue(), "", "<|endoftext|>"));
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String learned(ChatFormat format, Conversation conversation) throws Exception {
    var rendered = format.render(conversation);
    return tokenizer.decodeWithSpecials(
        IntStream.range(0, rendered.length())
            .filter(i -> rendered.trained()[i])
            .map(i -> rendered.ids()[i])
            .toArray());
  }
}
