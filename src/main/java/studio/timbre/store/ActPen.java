package studio.timbre.store;

import java.sql.SQLException;
import java.util.Optional;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;

/** A pen whose strokes are part of one act. */
final class ActPen implements Pen {
  private final Act act;

  ActPen(Act act) {
    this.act = act;
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
          var state = act.find(id);
          return state.isPresent() ? Optional.of(state.get().curated()) : Optional.empty();
        });
  }

  @Override
  public void put(long id, Curated changed) {
    make(
        () -> {
          var from = act.find(id);
          act.change(id, from, from.map(state -> ConversationState.of(state.position(), changed)));
          return id;
        });
  }

  @Override
  public long add(Curated added, Place place) {
    return make(
        () -> {
          byte[] position = Positions.of(act.connection(), place);
          return act.add(ConversationState.of(position, added), added.conversation());
        });
  }

  @Override
  public void delete(long id) {
    make(
        () -> {
          act.change(id, act.find(id), Optional.empty());
          return id;
        });
  }

  @Override
  public void move(long id, Place place) {
    make(
        () -> {
          var from = act.find(id);
          if (from.isPresent() && !place.equals(Place.behind(id))) {
            byte[] position = Positions.of(act.connection(), place);
            act.change(id, from, from.map(state -> state.withPosition(position)));
          }
          return id;
        });
  }
}
