package studio.timbre.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import studio.timbre.model.PackOrigin;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.SheetReading;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.Edits;
import studio.timbre.store.PackMemory;
import studio.timbre.store.PackWriter;
import studio.timbre.store.ProjectFile;

/**
 * Parts of a project that go to a colleague as a file and come back. A pack is an ordinary project, so the colleague simply opens
 * it; what both did meanwhile is brought together cell by cell.
 */
public final class ReviewPacks {
  private static final int REPORT_EVERY = 100;

  private final ProjectFile project;
  private final String name;
  private final Edits edits;
  private final Runnable changed;

  /**
   * @param name what the project is called
   * @param changed called after every change to the conversations
   */
  ReviewPacks(ProjectFile project, String name, Edits edits, Runnable changed) {
    this.project = project;
    this.name = name;
    this.edits = edits;
    this.changed = changed;
  }

  /**
   * Writes a pack, whole or not at all.
   *
   * @param ids the conversations that go along
   * @param recipient whom it is for
   * @return how many conversations are in it
   * @throws CancellationException when it was called off
   */
  public long make(long[] ids, String recipient, Path target, Progress progress)
      throws UserFacingException {
    var packs = project.packs();
    var origin = origin(UUID.randomUUID().toString(), packs.makeIdentity(), recipient.strip());
    long written = new PackWriter(project, origin, settings()).write(target, ids, progress);
    packs.made(origin, written);
    return written;
  }

  /** Where this project came from, if it is a pack itself. */
  public Optional<PackOrigin> origin() {
    return project.packs().origin();
  }

  /** What a colleague needs to see the same figures, and to write in the same voice. */
  private Map<String, String> settings() {
    var settings = new LinkedHashMap<String, String>();
    Stream.concat(Stream.of(SampleProject.STYLE_GUIDE), ChosenModel.settings())
        .forEach(key -> project.settings().get(key).ifPresent(value -> settings.put(key, value)));
    return settings;
  }

  /**
   * Opens a pack that came back, and compares it. Nothing changes before {@link ReturnedPack#apply}.
   *
   * @throws ForeignPackException when it was not made of this project
   * @throws CancellationException when it was called off
   */
  public ReturnedPack bringBack(Path file, Progress progress) throws UserFacingException {
    return bringBack(file, SheetReading.TOLD, progress);
  }

  /**
   * As the other.
   *
   * @param reading how a table is understood where its rows leave it open
   */
  public ReturnedPack bringBack(Path file, SheetReading reading, Progress progress)
      throws UserFacingException {
    return SheetFiles.isTable(file) ? sheetBack(file, reading, progress) : packBack(file, progress);
  }

  /** Whether a file is a table that came out of this project, so that its conversations can be known again. */
  public boolean isReturnedSheet(Path file) {
    try {
      return SheetFiles.stamps(file).stream().anyMatch(this::isOurs);
    } catch (UserFacingException unreadable) {
      // Who imports it is told why.
      return false;
    }
  }

  private boolean isOurs(SheetPlace.Stamp stamp) {
    return project.packs().isMade(stamp.sheet()) && project.versions().knows(stamp.state());
  }

  /** Remembers that a table is written, so that it is known when it comes back. */
  SheetPlace.Stamp newSheet(long state) {
    var packs = project.packs();
    String sheet = UUID.randomUUID().toString();
    packs.made(origin(sheet, packs.makeIdentity(), ""), 0);
    project.versions().keep("sheet:" + sheet, state);
    return new SheetPlace.Stamp(sheet, state);
  }

  private PackOrigin origin(String pack, String identity, String recipient) {
    return new PackOrigin(pack, identity, name, recipient, Instant.now());
  }

  private ReturnedPack sheetBack(Path file, SheetReading reading, Progress progress)
      throws UserFacingException {
    var stamp =
        SheetFiles.stamps(file).stream()
            .filter(this::isOurs)
            .findFirst()
            .orElseThrow(() -> foreignSheet(file));
    var ours = project.packs();
    var memory = new PackMemory(ours, edits, stamp.sheet());
    var sheet =
        ReturnedSheet.read(
            file, stamp, project.versions(), memory, ours.order(), reading, progress);
    var origin = origin(stamp.sheet(), ours.makeIdentity(), "");
    var returned = new ReturnedPack(origin, sheet, ours, memory, changed);
    returned.look(progress);
    return returned;
  }

  private static UserFacingException foreignSheet(Path file) {
    String name = String.valueOf(file.getFileName());
    return new UserFacingException(
        "error.pack.foreignSheet",
        "%s did not come out of this project, or does not say so any more, so there is nothing to compare it with. Import it to take its conversations in as new ones."
            .formatted(name),
        name);
  }

  private ReturnedPack packBack(Path file, Progress progress) throws UserFacingException {
    var pack = ProjectFile.open(file);
    boolean taken = false;
    try {
      var origin = pack.packs().origin().orElseThrow(() -> ForeignPackException.noPack(file));
      var ours = project.packs();
      if (!ours.identity().equals(Optional.of(origin.project())) || !ours.isMade(origin.pack())) {
        throw ForeignPackException.ofAnother(file, origin.projectName());
      }
      var memory = new PackMemory(ours, edits, origin.pack());
      var returned = new ReturnedPack(origin, PackContents.of(pack), ours, memory, changed);
      returned.look(progress);
      taken = true;
      return returned;
    } finally {
      if (!taken) {
        pack.close();
      }
    }
  }

  /**
   * Takes every conversation of another project in as a new one, with what its team thinks of it, as one step of undo.
   *
   * @return how many came in
   * @throws CancellationException when it was called off; nothing has come in then
   */
  public long takeIn(Path file, Progress progress) throws UserFacingException {
    try (var other = ProjectFile.open(file)) {
      var theirs = other.packs();
      long[] ids = theirs.order();
      long count =
          edits.write(
              "import",
              pen -> {
                for (int i = 0; i < ids.length; i++) {
                  stopIfCancelled(progress);
                  if (i % REPORT_EVERY == 0) {
                    progress.report(i, ids.length);
                  }
                  theirs.find(ids[i]).ifPresent(found -> pen.add(found, Place.end()));
                }
                return (long) ids.length;
              });
      changed.run();
      return count;
    }
  }

  static void stopIfCancelled(Progress progress) {
    if (progress.isCancelled()) {
      throw new CancellationException();
    }
  }
}
