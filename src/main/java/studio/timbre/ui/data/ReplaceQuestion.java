package studio.timbre.ui.data;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.app.FindAndReplace.Request;
import studio.timbre.app.TextPattern;
import studio.timbre.app.TextPattern.Comparison;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/** What to look for, where, and what is to stand there instead. */
final class ReplaceQuestion {

  /** Where it is looked. */
  enum Scope {
    PROJECT,
    SHOWN,
    SELECTED
  }

  private final StringProperty find = new SimpleStringProperty("");
  private final StringProperty with = new SimpleStringProperty("");
  private final BooleanProperty regular = new SimpleBooleanProperty();
  private final BooleanProperty matchCase = new SimpleBooleanProperty();
  private final BooleanProperty wholeWords = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Role>> role = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.PROJECT);

  /** @param changed called after every change of it */
  ReplaceQuestion(Runnable changed) {
    Stream.of(find, with, regular, matchCase, wholeWords, role, scope)
        .forEach(part -> part.addListener((value, before, now) -> changed.run()));
  }

  StringProperty find() {
    return find;
  }

  StringProperty with() {
    return with;
  }

  BooleanProperty regular() {
    return regular;
  }

  BooleanProperty matchCase() {
    return matchCase;
  }

  BooleanProperty wholeWords() {
    return wholeWords;
  }

  /** Whose messages; empty for everybody's. */
  ObjectProperty<Optional<Role>> role() {
    return role;
  }

  ObjectProperty<Scope> scope() {
    return scope;
  }

  /** @throws UserFacingException for a regular expression that is none */
  Request request() throws UserFacingException {
    var how = new Comparison(regular.get(), matchCase.get(), wholeWords.get());
    return new Request(
        TextPattern.of(find.get(), with.get(), how), regular.get() ? "" : find.get(), role.get());
  }
}
