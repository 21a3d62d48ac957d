package studio.timbre.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import studio.timbre.model.Curated;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Choices;
import studio.timbre.model.merge.ConversationMerge;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Merged;
import studio.timbre.store.PackMemory;
import studio.timbre.store.Packs;

/**
 * The states of the conversations of a pack, read when they are asked for: as they were the last time that it was here, or when it
 * was packed; as it has them; and as we have them. Besides, what was chosen of their clashes.
 */
final class PackStates {
  private final PackContents theirs;
  private final Packs ours;
  private final PackMemory memory;

  /** What has ever come back; most has not, and need not be asked about. */
  private Set<Long> returned = Set.of();

  private final Map<Long, Map<String, PackMemory.Chosen>> choices = new HashMap<>();

  PackStates(PackContents theirs, Packs ours, PackMemory memory) {
    this.theirs = theirs;
    this.ours = ours;
    this.memory = memory;
    memory.choices().forEach(this::keep);
    lookAgain();
  }

  /** The three states of a conversation. */
  record Three(long id, OptionalLong ourId, Optional<Curated> base, Optional<Curated> theirs) {}

  /** Sees what has come back since it was last asked. */
  void lookAgain() {
    returned = new HashSet<>(memory.known());
  }

  Three three(long id) {
    var last = returned.contains(id) ? memory.last(id) : Optional.<PackMemory.Returned>empty();
    if (last.isPresent()) {
      return new Three(id, last.get().ours(), last.get().state(), theirs.find(id));
    }
    var base = theirs.base(id);
    return new Three(
        id, base.isPresent() ? OptionalLong.of(id) : OptionalLong.empty(), base, theirs.find(id));
  }

  Optional<Curated> ours(OptionalLong id) {
    return id.isPresent() ? ours.find(id.getAsLong()) : Optional.empty();
  }

  Merged merge(Three three, Optional<Curated> mine) {
    return ConversationMerge.merge(three.base(), mine, three.theirs(), chosen(three.id()));
  }

  /** What was chosen, while the clash is the same. */
  Choices chosen(long id) {
    var made = choices.getOrDefault(id, Map.of());
    return clash ->
        Optional.ofNullable(made.get(clash.cell().id()))
            .filter(chosen -> chosen.print().equals(clash.print()))
            .map(PackMemory.Chosen::choice);
  }

  /** Settles a clash, in the project as well. */
  void choose(long id, Difference clash, Choice choice) {
    memory.choose(id, clash, choice);
    keep(new PackMemory.Chosen(id, clash.cell().id(), clash.print(), choice));
  }

  private void keep(PackMemory.Chosen chosen) {
    choices
        .computeIfAbsent(chosen.conversation(), any -> new HashMap<>())
        .put(chosen.cell(), chosen);
  }

  void forgetChoices() {
    choices.clear();
  }

  /** What they say first in it. */
  String title(long id) {
    return theirs.find(id).map(state -> state.conversation().question()).orElse("");
  }
}
