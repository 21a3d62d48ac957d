package studio.timbre.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.table.OwnTable;
import studio.timbre.model.AddedRows;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Progress;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.SheetReading;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.PackMemory;
import studio.timbre.store.Versions;

/**
 * A table for colleagues that came back, read as if it were a review pack. How its conversations were is known from the history of the
 * project; of what is in the table only what differs from that is held. Rows that are gone from it say nothing: a colleague may
 * have sent back a part. Rows that were added are new conversations.
 */
final class ReturnedSheet implements PackContents {
  private static final int AT_ONCE = 500;
  private static final int MOST_CHANGED = 200_000;
  private static final int NOTES_TOLD = 200;

  private final SheetPlace.Stamp stamp;
  private final Versions versions;
  private final PackMemory memory;
  private final SheetReading reading;
  private final Set<Long> remembered;

  /** What differs, by its number in the table; those that were added have numbers below {@link PackEntry#ORDER}. */
  private final Map<Long, Curated> held = new HashMap<>();

  /** Behind what a conversation that was added stands. */
  private final Map<Long, OptionalLong> behind = new HashMap<>();

  private final List<Long> added = new ArrayList<>();
  private final List<Refusal> notes = new ArrayList<>();
  private Optional<OwnTable> parting = Optional.empty();
  private long gone;
  private OptionalLong last = OptionalLong.empty();
  private long[] order = {};

  private ReturnedSheet(
      SheetPlace.Stamp stamp, Versions versions, PackMemory memory, SheetReading reading) {
    this.stamp = stamp;
    this.reading = reading;
    this.versions = versions;
    this.memory = memory;
    this.remembered = new HashSet<>(memory.known());
  }

  /**
   * Reads a table.
   *
   * @param stamp that it has
   * @param versions know how the conversations were
   * @param ours numbers of all conversations of the project, in its order
   * @param reading how it is understood where its rows leave it open
   */
  static ReturnedSheet read(
      Path file,
      SheetPlace.Stamp stamp,
      Versions versions,
      PackMemory memory,
      long[] ours,
      SheetReading reading,
      Progress progress)
      throws UserFacingException {
    var sheet = new ReturnedSheet(stamp, versions, memory, reading);
    try (var reader =
        OwnTable.open(
            file,
            SheetFiles.kind(file),
            reading.added(),
            () -> ReviewPacks.stopIfCancelled(progress))) {
      sheet.parting = Optional.of(reader);
      sheet.beginBehind(reader.isSorted() ? ours : new long[0]);
      long size = Files.size(file);
      var some = new ArrayList<Line.Good>();
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        sheet.sort(line.get(), some);
        if (some.size() == AT_ONCE) {
          ReviewPacks.stopIfCancelled(progress);
          progress.report(reader.bytesRead(), size);
          sheet.take(some);
        }
      }
      sheet.take(some);
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
    sheet.keepRemembered();
    sheet.arrange(ours);
    return sheet;
  }

  /** What was added to a table that was sorted stands below nothing in particular, so it comes in behind everything. */
  private void beginBehind(long[] ours) {
    for (int i = ours.length - 1; i >= 0 && last.isEmpty(); i--) {
      last =
          versions.find(ours[i], stamp.state()).isPresent()
              ? OptionalLong.of(ours[i])
              : OptionalLong.empty();
    }
  }

  private void sort(Line line, List<Line.Good> some) {
    switch (line) {
      case Line.Good good -> {
        some.add(good);
        good.leftOut().forEach(this::note);
      }
      case Line.Refused(_, var refusal) -> note(refusal);
      case Line.Beside(_, var part) -> note(part);
    }
  }

  private void note(Refusal refusal) {
    if (notes.size() < NOTES_TOLD) {
      notes.add(refusal);
    }
  }

  private void take(List<Line.Good> some) throws UserFacingException {
    var base =
        versions.findAll(
            stamp.state(),
            some.stream().flatMap(line -> number(line).stream()).mapToLong(id -> id).toArray());
    for (var line : some) {
      var known = number(line).filter(base::containsKey);
      if (known.isPresent()) {
        change(line, known.get(), base.get(known.get()));
      } else if (place(line).stamp().filter(other -> !other.equals(stamp)).isPresent()) {
        note(
            new Refusal(
                line.number(),
                "",
                "pack.sheet.other",
                "this conversation is from another table, so it was left out",
                List.of()));
      } else {
        add(line);
      }
      if (held.size() > MOST_CHANGED) {
        throw new UserFacingException(
            "error.pack.sheetTooLarge",
            "More than %d conversations differ in this table, so nothing was compared. Send it back in parts."
                .formatted(MOST_CHANGED),
            MOST_CHANGED);
      }
    }
    some.clear();
  }

  private static SheetPlace place(Line.Good line) {
    return line.placing().sheet().orElseGet(() -> new SheetPlace("", Optional.empty(), Set.of()));
  }

  /** The conversation that a line is, if it says so. */
  private Optional<Long> number(Line.Good line) {
    var place = place(line);
    return place.stamp().equals(Optional.of(stamp)) ? place.conversation() : Optional.empty();
  }

  private void change(Line.Good line, long id, Curated base) {
    if (parting.filter(OwnTable::isSorted).isEmpty()) {
      last = OptionalLong.of(id);
    }
    var before = base.conversation();
    for (var spelling : SheetEdits.respelled(line.conversation(), before, place(line))) {
      note(spelling.told(line.number(), id));
    }
    var said = SheetEdits.withoutSpelling(line.conversation(), before, place(line));
    if (SheetEdits.lacks(before, place(line))) {
      gone++;
      said = reading.takesGone() ? said : SheetEdits.withGone(said, before, place(line));
    }
    var theirs = SheetEdits.on(base, said, line.placing(), place(line));
    if (!theirs.equals(base) || remembered.contains(id)) {
      held.put(id, theirs);
    }
  }

  private void add(Line.Good line) {
    String number = place(line).number();
    String name = number.isBlank() ? line.conversation().toString() : "#" + number;
    long id = idOfAdded(name);
    // Two that say the same are two all the same.
    for (int again = 2; behind.containsKey(id); again++) {
      id = idOfAdded(name + " " + again);
    }
    held.put(id, SheetEdits.added(line.conversation(), line.placing(), Split.TRAINING));
    behind.put(id, last);
    added.add(id);
    last = OptionalLong.of(id);
  }

  /** The same each time that the table comes back. */
  private static long idOfAdded(String name) {
    long bits =
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    return PackEntry.ORDER - 1 - (bits >>> 2);
  }

  /** What came back another time and is not in the table now is as it was then. */
  private void keepRemembered() {
    for (long id : remembered) {
      if (!held.containsKey(id)) {
        memory.last(id).flatMap(PackMemory.Returned::state).ifPresent(then -> held.put(id, then));
      }
    }
  }

  private Optional<PackMemory.Returned> known(long id) {
    return remembered.contains(id) ? memory.last(id) : Optional.empty();
  }

  /** What was there before stays in our order: a table is sorted in many ways without meaning anything by it. */
  private void arrange(long[] ours) {
    var byOurs = new HashMap<Long, Long>();
    for (long id : held.keySet()) {
      known(id)
          .map(PackMemory.Returned::ours)
          .orElse(id < PackEntry.ORDER ? OptionalLong.empty() : OptionalLong.of(id))
          .ifPresent(known -> byOurs.put(known, id));
    }
    behind.values().forEach(id -> id.ifPresent(known -> byOurs.putIfAbsent(known, known)));
    var placed = new ArrayList<Long>();
    for (long id : ours) {
      if (byOurs.containsKey(id)) {
        placed.add(byOurs.get(id));
      }
    }
    order = SheetOrder.of(placed, added, behind, held.keySet());
  }

  /** How it was understood where its rows leave it open. */
  @Override
  public Optional<SheetFigures> figures() {
    return parting.map(
        table ->
            new SheetFigures(
                reading,
                table.parting(),
                table.added(AddedRows.QUESTIONS),
                table.added(AddedRows.MARKS),
                gone));
  }

  @Override
  public long[] packed() {
    return Arrays.stream(order).filter(id -> id > PackEntry.ORDER).toArray();
  }

  @Override
  public long[] order() {
    return order.clone();
  }

  @Override
  public Optional<Curated> base(long id) {
    return id > PackEntry.ORDER ? versions.find(id, stamp.state()) : Optional.empty();
  }

  @Override
  public Optional<Curated> find(long id) {
    return Optional.ofNullable(held.get(id)).or(() -> base(id));
  }

  @Override
  public List<Refusal> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() {
    held.clear();
  }
}
