package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Grader;
import studio.timbre.model.UserFacingException;

class PublishedGraderJsonTest {

  @Test
  void everyKindOfTheGuideIsRead() throws Exception {
    assertThat(
            PublishedGraderJson.read(
                "{\"type\":\"string_check\",\"name\":\"n\",\"input\":\"i\",\"reference\":\"r\",\"operation\":\"ilike\"}"))
        .isEqualTo(new Grader.StringCheck("n", "i", "r", Grader.StringCheck.Operation.ILIKE));
    assertThat(
            PublishedGraderJson.read(
                "{\"type\":\"text_similarity\",\"name\":\"n\",\"input\":\"i\",\"reference\":\"r\",\"evaluation_metric\":\"rouge_l\"}"))
        .isEqualTo(new Grader.TextSimilarity("n", "i", "r", Grader.TextSimilarity.Metric.ROUGE_L));
    assertThat(
            PublishedGraderJson.read(
                "{\"type\":\"python\",\"name\":\"n\",\"source\":\"def grade(sample, item): ...\",\"image_tag\":\"2025-05-08\"}"))
        .isEqualTo(
            new Grader.Python("n", "def grade(sample, item): ...", Optional.of("2025-05-08")));
    assertThat(
            PublishedGraderJson.read(
                """
                {"type":"score_model","name":"n","model":"m","input":[{"role":"system","content":"A"},
                 {"role":"user","content":{"type":"input_text","text":"B"}}]}"""))
        .isEqualTo(new Grader.ScoreModel("n", "m", "A\n\nB", 0, 1));
  }

  @Test
  void graderOfSeveralIsAnObjectOfNames() throws Exception {
    var several =
        PublishedGraderJson.read(
            """
            {"type":"multi","name":"n","calculate_output":"a + 1","graders":{
             "a":{"type":"python","name":"p","source":"s"}}}""");
    assertThat(several)
        .isInstanceOfSatisfying(
            Grader.Multi.class,
            multi -> {
              assertThat(multi.parts()).containsOnlyKeys("a");
              assertThat(multi.formula()).isEqualTo("a + 1");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"type\":\"label_model\",\"name\":\"n\"}",
        "{\"type\":\"string_check\",\"name\":\"n\",\"input\":\"i\",\"reference\":\"r\",\"operation\":\"same\"}",
        "{\"type\":\"text_similarity\",\"name\":\"n\",\"input\":\"i\",\"reference\":\"r\",\"evaluation_metric\":\"cosine\"}",
        "{\"type\":\"python\",\"name\":\"n\"}",
        "{\"type\":\"multi\",\"name\":\"n\",\"calculate_output\":\"a\",\"graders\":{\"type\":\"python\",\"name\":\"n\",\"source\":\"s\"}}",
        "{\"type\":\"score_model\",\"name\":\"n\",\"model\":\"m\",\"input\":[],\"sampling_params\":{\"seed\":1}}"
      })
  void whatJobsCannotBeGradedWithIsRefused(String json) {
    assertThatThrownBy(() -> PublishedGraderJson.read(json))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            refusal -> assertThat(refusal.key()).isEqualTo("error.grader.unreadable"));
  }
}
