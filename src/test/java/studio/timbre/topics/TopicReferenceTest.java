package studio.timbre.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * Topics of 964 conversations whose categories people gave, held against those of scikit-learn: see {@code src/test/reference/topics.py}.
 */
class TopicReferenceTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record Case(String category, Conversation conversation) {}

  @Test
  void topicsAgreeWithCategoriesAboutAsWellAsThoseOfScikitLearn() throws IOException {
    var cases = cases();
    var set = TopicFinderTest.find(cases.stream().map(Case::conversation).toList());
    assertThat(set.topics()).hasSizeBetween(10, 20);
    var teller = new TopicTeller(set);
    var agreement = new Agreement();
    cases.forEach(each -> agreement.add(each.category(), teller.of(each.conversation())));
    var theirs = figures();
    for (var way : List.of("tfidf_16", "lsa_16")) {
      assertThat(agreement.adjustedRandIndex())
          .isGreaterThanOrEqualTo(theirs.path(way).path("adjusted_rand").asDouble());
      assertThat(agreement.vMeasure())
          .isGreaterThanOrEqualTo(theirs.path(way).path("v_measure").asDouble() - 0.05);
    }
  }

  private static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(stream("topic-cases.jsonl.gz")), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var json = MAPPER.readTree(line);
        var messages = new ArrayList<Message>();
        for (var message : json.path("messages")) {
          messages.add(
              Message.of(
                  new Role(message.path("role").asText()), message.path("content").asText()));
        }
        cases.add(
            new Case(
                json.path("category").asText(), Conversation.of(messages.toArray(Message[]::new))));
      }
    }
    return cases;
  }

  private static JsonNode figures() throws IOException {
    try (var stream = stream("topics.json")) {
      return MAPPER.readTree(stream);
    }
  }

  private static java.io.InputStream stream(String name) {
    var stream = TopicReferenceTest.class.getResourceAsStream("/reference/" + name);
    assertThat(stream).isNotNull();
    return stream;
  }
}
