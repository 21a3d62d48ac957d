package studio.timbre.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Held against textstat with the CMU dictionary, and against pyphen; see src/test/reference/reading_levels.py. */
class ReadingLevelTest {
  private static JsonNode figures;

  @BeforeAll
  static void read() throws IOException {
    try (var file = ReadingLevelTest.class.getResourceAsStream("/reference/reading-levels.json")) {
      figures = new ObjectMapper().readTree(file);
    }
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  @Test
  void schoolGradesOfEnglishAreThoseOfTextstatWithinAGrade() {
    var away = new ArrayList<Double>();
    for (var one : figures.path("english")) {
      double grade = ReadingLevel.ENGLISH.figure(new AnswerText(one.path("text").asText()));
      away.add(Math.abs(grade - one.path("grade").asDouble()));
    }
    assertThat(away).hasSizeGreaterThan(50).allSatisfy(grade -> assertThat(grade).isLessThan(1.2));
    assertThat(mean(away)).isLessThan(0.3);
  }

  @Test
  void lixIsThatOfTextstat() {
    for (var one : figures.path("english")) {
      double lix = ReadingLevel.INDONESIAN.figure(new AnswerText(one.path("text").asText()));
      assertThat(lix)
          .as(one.path("text").asText())
          .isCloseTo(one.path("lix").asDouble(), Offset.offset(2.0));
    }
  }

  @Test
  void wordsAndSentencesAreThoseOfTextstat() {
    for (var one : figures.path("english")) {
      var text = new AnswerText(one.path("text").asText());
      assertThat(text.words()).as(one.path("text").asText()).hasSize(one.path("words").asInt());
    }
  }

  @Test
  void syllablesOfPortugueseAreThoseOfItsHyphenation() {
    int words = 0;
    var other = new ArrayList<String>();
    for (var fields = figures.path("portuguese").fields(); fields.hasNext(); ) {
      var entry = fields.next();
      words++;
      int count = Syllables.portuguese(entry.getKey());
      if (count != entry.getValue().asInt()) {
        other.add(entry.getKey() + " " + count + " " + entry.getValue());
      }
    }
    assertThat(words).isGreaterThan(500);
    // Hyphens are never set before or behind a single vowel at an edge, and seldom between vowels.
    assertThat(other.size() / (double) words).as("%s", other).isLessThan(0.1);
  }

  @Test
  void figuresFollowTheirFormulas() {
    // We sent your par-cel this morn-ing, it will be with you by Fri-day eve-ning: 14 words, 18
    // syllables.
    var english =
        new AnswerText("We sent your parcel this morning. It will be with you by Friday evening.");
    assertThat(ReadingLevel.ENGLISH.figure(english))
        .isCloseTo(0.39 * 7 + 11.8 * 18 / 14 - 15.59, Offset.offset(0.001));
    var portuguese = new AnswerText("A água e a história são boas. Não há mais.");
    // a á-gua e a his-tó-ria são bo-as não há mais: 10 words, 14 syllables.
    assertThat(ReadingLevel.PORTUGUESE.figure(portuguese))
        .isCloseTo(248.835 - 1.015 * 5 - 84.6 * 14 / 10, Offset.offset(0.001));
  }
}
