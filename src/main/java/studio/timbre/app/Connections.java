package studio.timbre.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import studio.timbre.model.ApiKey;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/**
 * The accounts at providers: their names and addresses in a file, their keys where {@link Keys} puts them. Verbs touch disks, key
 * stores and the network, so none is called on the screen's thread.
 */
public final class Connections implements JobKeys.Source {
  private static final int LONGEST_NAME = 80;

  private final ConnectionFile file;
  private final Keys keys;
  private final List<CatalogueEntry> catalogue;
  private final ConnectionCheck check;

  Connections(Path file, Keys keys, List<CatalogueEntry> catalogue, ConnectionCheck check) {
    this.file = new ConnectionFile(file);
    this.keys = keys;
    this.catalogue = catalogue;
    this.check = check;
  }

  /** Where keys go, and the passphrase of Timbre's own file. */
  public Keys keys() {
    return keys;
  }

  /** In the order in which they were added. */
  public synchronized List<Connection> list() throws UserFacingException {
    return file.entries().stream().map(ConnectionFile.Entry::connection).toList();
  }

  /** By its name, large or small letters alike, or by its id. */
  public Connection find(String nameOrId) throws UserFacingException {
    return list().stream()
        .filter(
            known -> known.name().equalsIgnoreCase(nameOrId.strip()) || known.id().equals(nameOrId))
        .findFirst()
        .orElseThrow(() -> ConnectionProblems.unknown(nameOrId));
  }

  /** Where the key of a connection is. */
  public synchronized KeySource keySource(Connection connection) throws UserFacingException {
    return entry(connection).key();
  }

  /** The key, for a call to the connection's address and for nothing else. */
  public synchronized ApiKey keyOf(Connection connection) throws UserFacingException {
    return keys.get(connection.id(), connection.name(), entry(connection).key());
  }

  /**
   * The key for a job that was ordered over a connection, perhaps long ago and in another project. It goes to no other computer
   * than the one for which it was entered.
   */
  @Override
  public synchronized ApiKey keyForJob(Connection ordered) throws UserFacingException {
    var now = entry(ordered);
    if (now.connection().provider() != ordered.provider()
        || leadsElsewhere(now.connection(), ordered.address())) {
      throw ConnectionProblems.leadsElsewhere(ordered.name(), ordered.address());
    }
    return keys.get(ordered.id(), ordered.name(), now.key());
  }

  /** Whether the key of a connection lies in Timbre's file and that file is locked. */
  @Override
  public synchronized boolean isLocked(Connection connection) {
    try {
      return entry(connection).key() instanceof KeySource.InFile
          && keys.lock() == KeyPlace.Lock.LOCKED;
    } catch (UserFacingException e) {
      return false;
    }
  }

  /** What was typed or pasted, as a key. */
  public static ApiKey key(String typed) throws UserFacingException {
    try {
      return KeyText.key(typed);
    } catch (KeyText.NoKeyException e) {
      throw ConnectionProblems.noSuchKey();
    }
  }

  /** What is said where a key is missing. */
  public static UserFacingException keyWanted() {
    return ConnectionProblems.keyWanted();
  }

  /** The address that was typed, if a key may be sent there. */
  public static URI address(Provider provider, String typed) throws AddressException {
    return ConnectionAddress.of(ProviderFacts.of(provider), typed);
  }

  /** The variable of this provider, where it is set on this computer. Its key is used only if the person agrees. */
  public Optional<String> offeredVariable(Provider provider) {
    return ProviderFacts.of(provider).variable().filter(keys::isSet);
  }

  /**
   * Adds a connection.
   *
   * @param name no other connection has it
   */
  public synchronized Connection add(Provider provider, String name, String address, NewKey key)
      throws UserFacingException {
    var added =
        new Connection(
            UUID.randomUUID().toString(),
            freeName(name, Optional.empty()),
            provider,
            address(provider, address));
    var source = keys.put(added.id(), added.name(), key, new KeySource.None());
    try {
      file.add(new ConnectionFile.Entry(added, source));
    } catch (UserFacingException e) {
      keys.remove(added.id(), added.name(), source);
      throw e;
    }
    return added;
  }

  /**
   * Gives a connection another name, address or key. A key that was entered for one computer is not sent to another: where the
   * address leads elsewhere than before, the kept key is removed, unless a new one comes with it.
   */
  public synchronized Connection change(Connection before, String name, String address, NewKey key)
      throws UserFacingException {
    var known = entry(before);
    var changed =
        new Connection(
            before.id(),
            freeName(name, Optional.of(before.id())),
            before.provider(),
            address(before.provider(), address));
    boolean elsewhere =
        !ConnectionFile.isSamePlace(known.connection().address(), changed.address());
    KeySource source;
    if (elsewhere && key instanceof NewKey.Unchanged) {
      keys.remove(before.id(), before.name(), known.key());
      source = new KeySource.None();
    } else {
      source = keys.put(before.id(), before.name(), key, known.key());
    }
    file.replace(new ConnectionFile.Entry(changed, source));
    return changed;
  }

  /** Whether an address leads to another computer than that of the connection, which then needs its key again. */
  public static boolean leadsElsewhere(Connection connection, URI address) {
    return !ConnectionFile.isSamePlace(connection.address(), address);
  }

  /** Removes a connection and its key. Where the key cannot be removed now, both stay. */
  public synchronized void remove(Connection connection) throws UserFacingException {
    keys.remove(connection.id(), connection.name(), entry(connection).key());
    file.remove(connection.id());
  }

  /** Removes a connection whose key cannot be reached any more; the key stays where it is. */
  public synchronized void removeWithoutKey(Connection connection) throws UserFacingException {
    file.remove(connection.id());
  }

  /** Asks the provider for its models, and OpenAI for the limits of the account, which costs nothing. */
  public CheckOutcome check(Connection connection, Progress progress) throws UserFacingException {
    return check.run(connection.provider(), connection.address(), keyOf(connection), progress);
  }

  /**
   * The same for a connection that is still being written.
   *
   * @param saved the connection that is being changed, whose kept key is taken where none is typed
   */
  public CheckOutcome check(
      Provider provider, String address, NewKey key, Optional<Connection> saved, Progress progress)
      throws UserFacingException {
    var uri = address(provider, address);
    return check.run(provider, uri, keyFor(uri, key, saved), progress);
  }

  private ApiKey keyFor(URI address, NewKey key, Optional<Connection> saved)
      throws UserFacingException {
    return switch (key) {
      case NewKey.Typed typed -> typed.key();
      case NewKey.FromEnvironment from ->
          keys.get("", "", new KeySource.InEnvironment(from.variable()));
      case NewKey.Unchanged _ ->
          keyOf(
              saved
                  .filter(connection -> !leadsElsewhere(connection, address))
                  .orElseThrow(ConnectionProblems::keyWanted));
    };
  }

  /**
   * Until when a provider takes jobs, where all of its models that can still be trained have a last day.
   *
   * @param lastJob the last day on which a job is taken
   * @param answersUntil the day on which the last of them stops answering
   */
  public record Closing(LocalDate lastJob, Optional<LocalDate> answersUntil) {}

  public Optional<Closing> closing(Provider provider, LocalDate today) {
    var models =
        catalogue.stream()
            .filter(
                entry ->
                    ProviderFacts.of(provider).catalogue().equals(Optional.of(entry.provider())))
            .toList();
    var open = models.stream().filter(entry -> entry.isOpenForJobs(today)).toList();
    // Where all is over, what was last open counts.
    var counted = open.isEmpty() ? models : open;
    Predicate<CatalogueEntry> ends = entry -> entry.lastNewJobDate().isPresent();
    if (!open.isEmpty() && !open.stream().allMatch(ends)) {
      return Optional.empty();
    }
    return counted.stream()
        .filter(ends)
        .max(Comparator.comparing(entry -> entry.lastNewJobDate().orElseThrow()))
        .map(last -> new Closing(last.lastNewJobDate().orElseThrow(), last.shutdownDate()));
  }

  private ConnectionFile.Entry entry(Connection connection) throws UserFacingException {
    return file.entries().stream()
        .filter(entry -> entry.connection().id().equals(connection.id()))
        .findFirst()
        .orElseThrow(() -> ConnectionProblems.gone(connection.name()));
  }

  private String freeName(String typed, Optional<String> own) throws UserFacingException {
    String name = typed.replaceAll("\\p{Cntrl}", " ").strip();
    if (name.isEmpty()) {
      throw ConnectionProblems.noName();
    }
    String kept = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
    boolean taken =
        list().stream()
            .anyMatch(
                known ->
                    known.name().equalsIgnoreCase(kept) && !Optional.of(known.id()).equals(own));
    if (taken) {
      throw ConnectionProblems.nameTaken(kept);
    }
    return kept;
  }
}
