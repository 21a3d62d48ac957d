package studio.timbre.store;

import java.sql.SQLException;
import java.util.Optional;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;

/** A pen whose strokes are part of one act. */
final class ActPen implements Pen {
  private final Act act;
  private Optional<Found> last = Optional.empty();

  ActPen(Act act) {
    this.act = act;
  }

  /** What was read last: most strokes look at a conversation and put it back right away. */
  private record Found(long id, ConversationState state, Curated curated) {

    /** How it is to be; JSON is written only where something else is said. */
    ConversationState changed(Curated to) {
      return to.conversation().equals(curated.conversation())
          ? ConversationState.of(state.position(), to, state.json())
          : ConversationState.of(state.position(), to);
    }
  }

  private Optional<Found> found(long id) throws SQLException {
    if (last.filter(found -> found.id() == id).isEmpty()) {
      var state = act.find(id);
      last =
          state.isPresent()
              ? Optional.of(new Found(id, state.get(), state.get().curated()))
              : Optional.empty();
    }
    return last;
  }

  /** Carries what SQLite refused through the work of an act. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException problem;

    Refused(SQLException problem) {
      super(problem);
      this.problem = problem;
    }

    SQLException problem() {
      return problem;
    }
  }

  @FunctionalInterface
  private interface Stroke<T> {
    T run() throws SQLException;
  }

  private static <T> T make(Stroke<T> stroke) {
    try {
      return stroke.run();
    } catch (SQLException problem) {
      throw new Refused(problem);
    }
  }

  @Override
  public Optional<Curated> find(long id) {
    return make(
        () -> {
          return found(id).map(Found::curated);
        });
  }

  @Override
  public void put(long id, Curated changed) {
    make(
        () -> {
          var found = found(id);
          last = Optional.empty();
          act.change(id, found.map(Found::state), found.map(one -> one.changed(changed)));
          return id;
        });
  }

  @Override
  public long add(Curated added, Place place) {
    return make(
        () -> {
          byte[] position = Room.at(act, place);
          last = Optional.empty(); // Which may have moved for it.
          var state = ConversationState.of(position, added);
          return act.add(state, FromText.of(added.conversation(), state.json()));
        });
  }

  @Override
  public void delete(long id) {
    make(
        () -> {
          last = Optional.empty();
          act.change(id, act.find(id), Optional.empty());
          return id;
        });
  }

  @Override
  public void move(long id, Place place) {
    make(
        () -> {
          last = Optional.empty();
          if (act.find(id).isPresent() && !place.equals(Place.behind(id))) {
            byte[] position = Room.at(act, place);
            var from = act.find(id);
            act.change(id, from, from.map(state -> state.withPosition(position)));
          }
          return id;
        });
  }
}
