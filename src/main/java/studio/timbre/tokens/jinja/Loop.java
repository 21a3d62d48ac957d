package studio.timbre.tokens.jinja;

import java.util.List;
import java.util.Optional;

/** What a template knows as {@code loop}. */
final class Loop implements Attributes, Callable {

  private final List<Object> items;
  private final int depth;
  private final Optional<Callable> again;
  private int index;
  private Optional<Object> changing = Optional.empty();

  /**
   * @param depth 1 for the outermost
   * @param again goes through other items in the same way, for recursive loops
   */
  Loop(List<Object> items, int depth, Optional<Callable> again) {
    this.items = items;
    this.depth = depth;
    this.again = again;
  }

  /** Goes to the item at this place. */
  void at(int place) {
    index = place;
  }

  @Override
  public Optional<Object> attribute(String name) {
    int length = items.size();
    return Optional.ofNullable(
        switch (name) {
          case "index" -> index + 1L;
          case "index0" -> (long) index;
          case "revindex" -> (long) (length - index);
          case "revindex0" -> (long) (length - index - 1);
          case "first" -> index == 0;
          case "last" -> index == length - 1;
          case "length" -> (long) length;
          case "depth" -> (long) depth;
          case "depth0" -> depth - 1L;
          case "previtem" -> index > 0 ? items.get(index - 1) : null;
          case "nextitem" -> index < length - 1 ? items.get(index + 1) : null;
          case "cycle" ->
              (Callable)
                  arguments -> arguments.positional().get(index % arguments.positional().size());
          case "changed" -> (Callable) this::changed;
          default -> null;
        });
  }

  private Object changed(Arguments arguments) {
    Object now = arguments.positional();
    boolean changed = changing.isEmpty() || !Values.equal(changing.get(), now);
    changing = Optional.of(now);
    return changed;
  }

  @Override
  public Object call(Arguments arguments) {
    return again
        .orElseThrow(() -> new JinjaException("the loop is not marked recursive"))
        .call(arguments);
  }
}
