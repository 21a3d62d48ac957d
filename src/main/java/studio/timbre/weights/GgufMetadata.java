package studio.timbre.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import studio.timbre.model.UserFacingException;

/** What a GGUF file says about itself, by key. A value of another kind than asked for counts as absent. */
final class GgufMetadata {

  private final Path file;
  private final Map<String, Object> values;

  GgufMetadata(Path file, Map<String, Object> values) {
    this.file = file;
    this.values = values;
  }

  /** Everything as read, see {@link GgufKind#read}. */
  Map<String, Object> values() {
    return values;
  }

  Optional<String> string(String key) {
    return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  OptionalLong integer(String key) {
    return values.get(key) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  OptionalDouble number(String key) {
    return values.get(key) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  Optional<Boolean> flag(String key) {
    return values.get(key) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  Optional<List<String>> strings(String key) throws UserFacingException {
    return list(key, GgufKind.STRING, String.class);
  }

  Optional<List<Long>> integers(String key) throws UserFacingException {
    return list(key, GgufKind.INT32, Long.class);
  }

  Optional<List<Double>> floats(String key) throws UserFacingException {
    return list(key, GgufKind.FLOAT32, Double.class);
  }

  private <T> Optional<List<T>> list(String key, GgufKind kind, Class<T> type)
      throws UserFacingException {
    if (!(values.get(key) instanceof GgufArray array) || array.kind() != kind) {
      return Optional.empty();
    }
    var list = new ArrayList<T>(array.count());
    for (Object value : array.values(file)) {
      list.add(type.cast(value));
    }
    return Optional.of(list);
  }
}
