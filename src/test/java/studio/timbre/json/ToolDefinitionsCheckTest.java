package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of JSON that a person writes, and where they are said to be. */
class ToolDefinitionsCheckTest {
  private static final String WEATHER =
      """
      [
        {
          "type": "function",
          "function": {
            "name": "get_current_weather",
            "description": "Get the current weather",
            "parameters": {
              "type": "object",
              "properties": {
                "location": {"type": "string", "description": "The city and country"},
                "format": {"type": "string", "enum": ["celsius", "fahrenheit"]}
              },
              "required": ["location", "format"]
            }
          }
        }
      ]
      """;

  @Test
  void theWeatherToolOfTheGuideIsRight() {
    assertThat(JsonCheck.tools(WEATHER)).isEmpty();
  }

  /** What is written in place of what, on which line the fault is found, and which it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name": "get_current_weather"   | "name": "get weather"         | 5  | 15 | json.fault.toolName
          "name": "get_current_weather",  | ""                            | 6  | 7  | json.fault.syntax
          "type": "function",             | "type": "tool",               | 3  | 13 | json.fault.enum
          "type": "object",               | "type": "thing",              | 8  | 17 | json.fault.enum
          ["location", "format"]          | ["location", "location"]      | 13 | 21 | json.fault.unique
          ["celsius", "fahrenheit"]       | "celsius"                     | 11 | 46 | json.fault.type
          "description": "Get the         | "name": "Get the              | 6  | 13 | json.fault.twice
          """)
  void aFaultIsFoundWhereItIs(String right, String wrong, int line, int column, String key) {
    var fault = JsonCheck.tools(WEATHER.replace(right, wrong)).orElseThrow();
    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.column()).isBetween(column - 6, column + 12);
  }

  @Test
  void whatEndsTooEarlySaysSo() {
    assertThat(JsonCheck.tools("[{\"type\": \"function\"").orElseThrow().key())
        .isEqualTo("json.fault.end");
    assertThat(JsonCheck.object("").orElseThrow().key()).isEqualTo("json.fault.empty");
    assertThat(JsonCheck.object("[]").orElseThrow().key()).isEqualTo("json.fault.notObject");
    assertThat(JsonCheck.value("{\"a\":1} x")).isPresent();
  }

  @Test
  void layoutKeepsNumbersAndTextsAsTheyAreSpelled() {
    String dense = "{\"a\":1.00,\"b\":[],\"c\":[1e400,{\"d e\":\"x : , {\\\"\\u00e9\"}],\"f\":{}}";
    String pretty = JsonLayout.pretty(dense);
    assertThat(pretty).contains("\n  \"a\": 1.00,\n").contains("\"b\": [],");
    assertThat(JsonLayout.compact(pretty)).isEqualTo(dense);
  }
}
