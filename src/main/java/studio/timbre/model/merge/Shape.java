package studio.timbre.model.merge;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.timbre.model.Content;

/** How the value of a kind of cell is shown and, where that makes sense, joined or written anew. */
interface Shape<T> {
  /** Between two texts that are both kept. */
  String BETWEEN = "\n\n";

  Value show(T value);

  /** How a clash of these two can be settled. */
  default Set<Choice.Kind> ways(T ours, T theirs) {
    return Set.of(Choice.Kind.OURS, Choice.Kind.THEIRS);
  }

  /** One below the other. */
  default T both(T ours, T theirs) {
    throw new IllegalArgumentException("only one of the two can be kept");
  }

  default T read(String text) {
    throw new IllegalArgumentException("this is not written by hand");
  }

  static <T> Shape<T> word(Function<T, String> word) {
    return value -> Value.of(word.apply(value));
  }

  /** Something that can be missing. */
  static <T> Shape<Optional<T>> maybe(Function<T, String> word) {
    return value -> value.map(word).map(Value::of).orElse(Value.NOTHING);
  }

  /** A text, of which both can be kept. */
  Shape<String> TEXT =
      new Shape<>() {
        @Override
        public Value show(String value) {
          return Value.of(value);
        }

        @Override
        public Set<Choice.Kind> ways(String ours, String theirs) {
          return Set.of(Choice.Kind.values());
        }

        @Override
        public String both(String ours, String theirs) {
          return ours + BETWEEN + theirs;
        }

        @Override
        public String read(String text) {
          return text;
        }
      };

  /** What a message says; what is more than text is kept as it is. */
  Shape<Content> CONTENT =
      new Shape<>() {
        @Override
        public Value show(Content value) {
          return switch (value) {
            case Content.Text(String text) -> Value.of(text);
            case Content.Other(String json, String _) -> Value.of(json);
            case Content.Missing() -> Value.NOTHING;
          };
        }

        @Override
        public Set<Choice.Kind> ways(Content ours, Content theirs) {
          return ours instanceof Content.Text && theirs instanceof Content.Text
              ? Set.of(Choice.Kind.values())
              : Shape.super.ways(ours, theirs);
        }

        @Override
        public Content both(Content ours, Content theirs) {
          return Content.of(ours.text() + BETWEEN + theirs.text());
        }

        @Override
        public Content read(String text) {
          return Content.of(text);
        }
      };
}
