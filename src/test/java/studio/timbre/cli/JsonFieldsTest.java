package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

  @Test
  void fieldsKeepTheirOrderAndTheirKind() {
    var json =
        new JsonFields()
            .with("text", "say \"hi\"\n")
            .with("whole", 5L)
            .with("part", 0.49398)
            .with("yes", true)
            .with("inner", new JsonFields().with("a", 1))
            .with("list", List.of(new JsonFields().with("b", 2), 3));
    assertThat(json)
        .hasToString(
            "{\"text\":\"say \\\"hi\\\"\\n\",\"whole\":5,\"part\":0.49398,\"yes\":true,"
                + "\"inner\":{\"a\":1},\"list\":[{\"b\":2},3]}");
  }

  @Test
  void whatIsNotKnownIsNull() {
    var json =
        new JsonFields()
            .with("none", OptionalDouble.empty())
            .with("no_whole", OptionalInt.empty())
            .with("no_text", Optional.empty())
            .with("not_a_number", Double.NaN)
            .with("endless", Double.POSITIVE_INFINITY)
            .with("known", OptionalInt.of(7));
    assertThat(json)
        .hasToString(
            "{\"none\":null,\"no_whole\":null,\"no_text\":null,\"not_a_number\":null,"
                + "\"endless\":null,\"known\":7}");
  }
}
