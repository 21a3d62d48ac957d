package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.Grader;

class SentLineTest {
  private static final String PAIR =
      "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tools\":[]},"
          + "\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Good day\"}],"
          + "\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Yo\"}]}";
  private static final String CHAT =
      "{\"messages\":[{\"role\":\"system\",\"content\":\"Be short\"},{\"role\":\"user\",\"content\":\"2+2?\"},"
          + "{\"role\":\"assistant\",\"content\":\"4 \\\"four\\\"\",\"weight\":1}],\"topic\":{\"a\":[1]}}";

  private static final ApiMethod SUPERVISED = new ApiMethod.Supervised();
  private static final ApiMethod PREFERENCE = new ApiMethod.Preference(OptionalDouble.empty());
  private static final ApiMethod REINFORCEMENT =
      new ApiMethod.Reinforcement(
          new Grader.Python("g", "", Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty());

  private static Optional<String> sent(ApiMethod method, String line) throws Exception {
    return SentLine.of(method).write(ConversationJson.parse(line));
  }

  @Test
  void supervisedLearnsThePreferredAnswerOfAPair() throws Exception {
    assertThat(sent(SUPERVISED, PAIR))
        .contains(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Good day\"}],\"tools\":[]}");
    assertThat(sent(SUPERVISED, CHAT)).contains(CHAT);
  }

  @Test
  void aPreferenceNeedsTwoAnswers() throws Exception {
    assertThat(sent(PREFERENCE, PAIR)).contains(PAIR);
    assertThat(sent(PREFERENCE, CHAT)).isEmpty();
  }

  @Test
  void reinforcementTakesTheAnswerOffAndKeepsItForTheGrader() throws Exception {
    assertThat(sent(REINFORCEMENT, CHAT))
        .contains(
            "{\"messages\":[{\"role\":\"developer\",\"content\":\"Be short\"},{\"role\":\"user\",\"content\":\"2+2?\"}],"
                + "\"topic\":{\"a\":[1]},\"reference_answer\":\"4 \\\"four\\\"\"}");
  }

  @Test
  void aReferenceThatTheLineHasIsKept() throws Exception {
    assertThat(
            sent(
                REINFORCEMENT,
                "{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"},{\"role\":\"assistant\",\"content\":\"4\"}],\"reference_answer\":4}"))
        .contains(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"}],\"reference_answer\":4}");
  }

  @Test
  void anAnswerThatCallsAToolIsAReferenceByItsCalls() throws Exception {
    assertThat(
            sent(
                REINFORCEMENT,
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Rain?\"},{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\"}]}]}"))
        .contains(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Rain?\"}],\"reference_answer\":[{\"id\":\"c\"}]}");
  }

  @Test
  void aQuestionWithoutAnAnswerIsAllThatReinforcementNeeds() throws Exception {
    String question = "{\"messages\":[{\"role\":\"user\",\"content\":\"2+2?\"}],\"target\":4}";
    assertThat(sent(REINFORCEMENT, question)).contains(question);
    assertThat(
            sent(REINFORCEMENT, "{\"messages\":[{\"role\":\"assistant\",\"content\":\"Hello\"}]}"))
        .isEmpty();
  }
}
