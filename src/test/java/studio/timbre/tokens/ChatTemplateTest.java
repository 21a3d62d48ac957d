package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import studio.timbre.Figures;
import studio.timbre.model.UserFacingException;

/** Templates in the shapes of many families write what transformers writes. */
class ChatTemplateTest {

  @TestFactory
  List<DynamicTest> templatesWriteWhatTransformersWrites() throws Exception {
    var figures = Figures.json("chat-template-shapes.json");
    var now = LocalDateTime.parse(figures.path("now").textValue());
    var tests = new ArrayList<DynamicTest>();
    for (JsonNode template : figures.path("cases")) {
      for (int i = 0; i < figures.path("conversations").size(); i++) {
        JsonNode conversation = figures.path("conversations").get(i);
        JsonNode expected = template.path("results").get(i);
        tests.add(
            DynamicTest.dynamicTest(
                template.path("name").textValue() + " " + i,
                () ->
                    check(
                        new ChatTemplate(
                            template.path("template").textValue(),
                            figures.path("variables").path("bos_token").textValue(),
                            figures.path("variables").path("eos_token").textValue(),
                            () -> now),
                        conversation,
                        expected)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests;
  }

  private static void check(ChatTemplate template, JsonNode conversation, JsonNode expected)
      throws UserFacingException {
    var messages = new ArrayList<Object>();
    conversation.path("messages").forEach(message -> messages.add(TemplateData.value(message)));
    var more = new LinkedHashMap<String, Object>();
    for (var entry : conversation.properties()) {
      if (!entry.getKey().equals("messages")) {
        more.put(entry.getKey(), TemplateData.value(entry.getValue()));
      }
    }
    boolean prompt = conversation.path("add_generation_prompt").booleanValue();
    if (expected.has("text")) {
      assertThat(template.render(messages, more, prompt))
          .isEqualTo(expected.path("text").textValue());
    } else {
      String error = expected.path("error").textValue();
      assertThatThrownBy(() -> template.render(messages, more, prompt))
          .isInstanceOf(UserFacingException.class)
          .satisfies(
              failure -> {
                if (error.startsWith("TemplateError: ")) {
                  assertThat(((UserFacingException) failure).key())
                      .isEqualTo("error.template.refused");
                  assertThat(failure).hasMessageContaining(error.substring(15));
                } else {
                  assertThat(((UserFacingException) failure).key())
                      .isEqualTo("error.template.failed");
                }
              });
    }
  }
}
