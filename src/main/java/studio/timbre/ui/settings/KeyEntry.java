package studio.timbre.ui.settings;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import studio.timbre.app.Connections;
import studio.timbre.app.KeyPlace;
import studio.timbre.app.NewKey;
import studio.timbre.model.UserFacingException;

/** The key of a connection while it is being entered, and the passphrase where it goes into a locked file. */
final class KeyEntry {
  private final KeyPlace place;
  private final Supplier<Optional<String>> offered;

  private final StringProperty key = new SimpleStringProperty("");
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final StringProperty passphraseAgain = new SimpleStringProperty("");
  private final BooleanProperty fromEnvironment = new SimpleBooleanProperty();
  private final BooleanProperty replacing = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper needsPassphrase = new ReadOnlyBooleanWrapper();

  /**
   * @param place where a new key goes
   * @param offered the variable that holds a key on this computer
   * @param replacing whether there is no key yet that could stay
   */
  KeyEntry(KeyPlace place, Supplier<Optional<String>> offered, boolean replacing) {
    this.place = place;
    this.offered = offered;
    this.replacing.set(replacing);
    this.replacing.subscribe(value -> lookForPassphrase());
    fromEnvironment.subscribe(value -> lookForPassphrase());
  }

  KeyPlace place() {
    return place;
  }

  StringProperty key() {
    return key;
  }

  StringProperty passphrase() {
    return passphrase;
  }

  StringProperty passphraseAgain() {
    return passphraseAgain;
  }

  /** The key is in the offered variable. */
  BooleanProperty fromEnvironment() {
    return fromEnvironment;
  }

  /** A key is being typed; false while the kept one stays. */
  BooleanProperty replacing() {
    return replacing;
  }

  /** The variable that holds a key for the chosen provider on this computer. */
  Optional<String> offeredVariable() {
    return offered.get();
  }

  /** A key is typed that goes into a file which is not open yet. */
  ObservableValue<Boolean> needsPassphrase() {
    return needsPassphrase.getReadOnlyProperty();
  }

  private void lookForPassphrase() {
    boolean closed = place instanceof KeyPlace.InFile file && file.lock() != KeyPlace.Lock.OPEN;
    needsPassphrase.set(closed && replacing.get() && !fromEnvironment.get());
  }

  /** The passphrase is chosen now, so that it is typed twice. */
  boolean isPassphraseNew() {
    return place instanceof KeyPlace.InFile file && file.lock() == KeyPlace.Lock.NO_FILE;
  }

  /** What stands in the fields. */
  NewKey entered() throws UserFacingException {
    if (fromEnvironment.get()) {
      var variable = offeredVariable();
      if (variable.isPresent()) {
        return new NewKey.FromEnvironment(variable.get());
      }
    }
    return replacing.get() && !key.get().isBlank()
        ? new NewKey.Typed(Connections.key(key.get()))
        : new NewKey.Unchanged();
  }

  /** The passphrase that has to open the file first, if this key goes into one that is not open. */
  Optional<char[]> unlocking(NewKey entered) throws UserFacingException {
    if (!needsPassphrase.get() || !(entered instanceof NewKey.Typed)) {
      return Optional.empty();
    }
    if (isPassphraseNew() && !passphrase.get().equals(passphraseAgain.get())) {
      throw new UserFacingException(
          "error.keys.passphrasesDiffer",
          "The two passphrases are not the same. Type them once more.");
    }
    return Optional.of(passphrase.get().toCharArray());
  }

  /** What was typed is not kept. */
  void forget() {
    key.set("");
    passphrase.set("");
    passphraseAgain.set("");
  }
}
