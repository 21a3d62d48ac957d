package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchedTextsTest {
  @Test
  void everythingThatIsSaidCanBeLookedFor() throws Exception {
    var conversation =
        ConversationJson.parse(
            """
            {"messages":[
            {"role":"system","content":"Be brief"},
            {"role":"user","name":"Dona Flor","content":[{"type":"text","text":"What is this?"},
            {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},
            {"role":"assistant","content":null,"tool_calls":[{"id":"call_17","type":"function",
            "function":{"name":"find_order","arguments":"{\\"city\\":\\"Jos\\u00e9 town\\",\\"deep\\":[{\\"a\\":\\"inner\\"}],\\"n\\":4}"}}]},
            {"role":"tool","tool_call_id":"call_17","content":"No such order"},
            {"role":"assistant","content":null,"function_call":{"name":"old_shape","arguments":"not json"}},
            {"role":"assistant","content":[{"type":"refusal","refusal":"In parts I will not"}]},
            {"role":"assistant","content":"","refusal":"I must not"}],
            "tools":[{"type":"function","function":{"name":"find_order","description":"Finds what was ordered",
            "parameters":{"type":"object","properties":{"city":{"type":"string","description":"Where to"}}}}}]}
            """);
    assertThat(SearchedTexts.of(conversation))
        .containsExactly(
            "Be brief",
            "What is this?",
            "Dona Flor",
            "find_order",
            "José town",
            "inner",
            "No such order",
            "old_shape",
            "not json",
            "In parts I will not",
            "",
            "I must not",
            "find_order",
            "Finds what was ordered",
            "Where to");
  }

  @Test
  void theRejectedAnswerOfAPairCanBeLookedFor() throws Exception {
    var pair =
        ConversationJson.parse(
            """
            {"input":{"messages":[{"role":"user","content":"Hello"}]},
            "preferred_output":[{"role":"assistant","content":"Warm"}],
            "non_preferred_output":[{"role":"assistant","content":"Cold"}]}""");
    assertThat(SearchedTexts.of(pair)).containsExactly("Hello", "Warm", "Cold");
  }
}
