package studio.timbre.model.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class ConversationMergeTest {
  private static final Message SYSTEM = Message.of(Role.SYSTEM, "Warm, and brief.");
  private static final Message ASKED = Message.of(Role.USER, "Where is my order?");
  private static final Message ANSWERED = Message.of(Role.ASSISTANT, "It left us on Monday.");
  private static final Message THANKED = Message.of(Role.USER, "Thank you, that is quick.");
  private static final Curated BASE =
      Curated.draft(Conversation.of(SYSTEM, ASKED, ANSWERED), Split.TRAINING)
          .withReview(Review.NONE.withTags(List.of("order", "old")).withNote("First thought"));

  private static Merged merge(Curated base, Curated ours, Curated theirs) {
    return merge(base, ours, theirs, Choices.NONE);
  }

  private static Merged merge(Curated base, Curated ours, Curated theirs, Choices choices) {
    return ConversationMerge.merge(
        Optional.of(base), Optional.of(ours), Optional.of(theirs), choices);
  }

  private static Curated saying(Message... messages) {
    return BASE.withConversation(Conversation.of(messages));
  }

  private static List<Message> messages(Merged merged) {
    return merged.result().orElseThrow().conversation().messages();
  }

  private static List<String> clashes(Merged merged) {
    return merged.clashes().stream().map(clash -> clash.cell().id().strip()).toList();
  }

  @Test
  void whatEachSideAloneChangedIsTaken() {
    var ours =
        BASE.withStatus(Status.APPROVED)
            .withReview(BASE.review().withRating(4).withTags(List.of("order", "mine")));
    var theirs =
        saying(SYSTEM, ASKED, ANSWERED.withText("It left us on Tuesday."))
            .withReview(
                BASE.review().withAssignee("Ana").withTags(List.of("old", "order", "hers")));
    var merged = merge(BASE, ours, theirs);
    assertThat(merged.clashes()).isEmpty();
    var result = merged.result().orElseThrow();
    assertThat(result.status()).isEqualTo(Status.APPROVED);
    assertThat(result.review())
        .isEqualTo(
            new Review(
                4,
                new java.util.TreeSet<>(Set.of("hers", "mine", "order")),
                "First thought",
                "Ana"));
    assertThat(result.conversation().answer()).isEqualTo("It left us on Tuesday.");
  }

  @Test
  void whatBothChangedDifferentlyIsAClashAndOursStaysUntilItIsSettled() {
    var ours = BASE.withStatus(Status.APPROVED).withReview(BASE.review().withNote("Ours"));
    var theirs = BASE.withStatus(Status.REJECTED).withReview(BASE.review().withNote("Theirs"));
    var open = merge(BASE, ours, theirs);
    assertThat(clashes(open)).containsExactly("STATUS -1", "NOTE -1");
    assertThat(open.open()).hasSize(2);
    assertThat(open.result()).contains(ours);

    var settled =
        merge(
            BASE,
            ours,
            theirs,
            clash ->
                Optional.of(clash.ways().contains(Choice.Kind.BOTH) ? Choice.BOTH : Choice.THEIRS));
    assertThat(settled.open()).isEmpty();
    assertThat(settled.result().orElseThrow().status()).isEqualTo(Status.REJECTED);
    assertThat(settled.result().orElseThrow().review().note()).isEqualTo("Ours\n\nTheirs");
  }

  @Test
  void aChoiceThatACellDoesNotOfferLeavesItOpen() {
    var merged =
        merge(
            BASE,
            BASE.withStatus(Status.APPROVED),
            BASE.withStatus(Status.REJECTED),
            Choices.all(Choice.BOTH));
    assertThat(merged.open()).hasSize(1);
  }

  @Test
  void theSameMessageEditedByBothIsAClashOfItsTextAlone() {
    var merged =
        merge(
            BASE,
            saying(SYSTEM, ASKED, ANSWERED.withText("It left us on Friday.")),
            saying(
                SYSTEM,
                ASKED,
                ANSWERED.withText("It left on Sunday.").withWeight(OptionalInt.of(0))),
            Choices.all(Choice.edited("It left us at the weekend.")));
    assertThat(clashes(merged)).containsExactly("TEXT 2");
    var answer = messages(merged).get(2);
    assertThat(answer.text()).isEqualTo("It left us at the weekend.");
    assertThat(answer.weight()).hasValue(0);
  }

  @Test
  void messagesThatOneSideAddedStandWhereTheyWerePut() {
    var ours = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    var theirs = saying(SYSTEM, Message.of(Role.USER, "Hello"), ASKED, ANSWERED);
    var merged = merge(BASE, ours, theirs);
    assertThat(merged.clashes()).isEmpty();
    assertThat(messages(merged))
        .containsExactly(SYSTEM, Message.of(Role.USER, "Hello"), ASKED, ANSWERED, THANKED);
  }

  @Test
  void differentMessagesAddedAtOnePlaceAreAClashThatCanKeepBoth() {
    var hers = Message.of(Role.USER, "And when will it be here?");
    var ours = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    var theirs = saying(SYSTEM, ASKED, ANSWERED, hers);
    assertThat(clashes(merge(BASE, ours, theirs))).containsExactly("ADDED 2");
    assertThat(messages(merge(BASE, ours, theirs, Choices.all(Choice.OURS)))).endsWith(THANKED);
    assertThat(messages(merge(BASE, ours, theirs, Choices.all(Choice.THEIRS)))).endsWith(hers);
    assertThat(messages(merge(BASE, ours, theirs, Choices.all(Choice.BOTH))))
        .containsExactly(SYSTEM, ASKED, ANSWERED, THANKED, hers);
  }

  @Test
  void messagesThatBothAddedAlikeComeOnce() {
    var both = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    assertThat(merge(BASE, both, both).result()).contains(both);
  }

  @Test
  void aMessageRemovedByOneAndUntouchedByTheOtherGoes() {
    var merged = merge(BASE, BASE, saying(ASKED, ANSWERED));
    assertThat(merged.clashes()).isEmpty();
    assertThat(messages(merged)).containsExactly(ASKED, ANSWERED);
  }

  @Test
  void aMessageRemovedByOneAndEditedByTheOtherIsAClash() {
    var edited = SYSTEM.withText("Warm, and brief, and kind.");
    var ours = saying(ASKED, ANSWERED);
    var theirs = saying(edited, ASKED, ANSWERED);
    assertThat(clashes(merge(BASE, ours, theirs))).containsExactly("MESSAGE 0");
    assertThat(messages(merge(BASE, ours, theirs, Choices.all(Choice.OURS))))
        .containsExactly(ASKED, ANSWERED);
    assertThat(messages(merge(BASE, ours, theirs, Choices.all(Choice.THEIRS))))
        .containsExactly(edited, ASKED, ANSWERED);
    assertThat(messages(merge(BASE, theirs, ours, Choices.all(Choice.OURS))))
        .containsExactly(edited, ASKED, ANSWERED);
  }

  @Test
  void aMessageMovedAndMarkedByOneAndRemovedByTheOtherIsAClash() {
    var first = Message.of(Role.ASSISTANT, "The third kettle says something of some length.");
    var second = Message.of(Role.ASSISTANT, "The ninth kettle says something of some length.");
    var base = saying(ASKED, first, second);
    var moved = saying(second.withWeight(OptionalInt.of(0)), ASKED);
    var merged = merge(base, moved, saying(ASKED, first));
    assertThat(merged.clashes()).hasSize(1);
    assertThat(merged.clashes().toString()).contains("ninth");
  }

  @Test
  void aMoveByOneAndAnEditByTheOtherAreBothTaken() {
    var base = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    var moved = saying(THANKED, SYSTEM, ASKED, ANSWERED);
    var edited = saying(SYSTEM, ASKED, ANSWERED, THANKED.withText("Thank you, that is slow."));
    var merged = merge(base, moved, edited);
    assertThat(merged.clashes()).isEmpty();
    assertThat(messages(merged))
        .containsExactly(THANKED.withText("Thank you, that is slow."), SYSTEM, ASKED, ANSWERED);
  }

  @Test
  void aMessageMovedAndEditedByOneAndTouchedByTheOtherIsAClashOfAllMessages() {
    var base = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    var moved =
        saying(THANKED.withText("Thank you, that was quick."), SYSTEM, ASKED, ANSWERED)
            .withStatus(Status.APPROVED);
    var muted = saying(SYSTEM, ASKED, ANSWERED, THANKED.withName(Optional.of("Rui")));
    var merged = merge(base, moved, muted);
    assertThat(clashes(merged)).containsExactly("MESSAGES -1");
    assertThat(merged.result()).contains(moved);
    assertThat(merge(base, moved, muted, Choices.all(Choice.THEIRS)).result())
        .contains(muted.withStatus(Status.APPROVED));
    assertThat(merge(base, moved, saying(SYSTEM, ANSWERED, THANKED)).clashes()).isEmpty();
  }

  @Test
  void messagesThatOneJoinedAndOfWhichTheOtherRemovedOneAreAClashOfAllMessages() {
    var base = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    var joined = saying(SYSTEM, ASKED.withText(ASKED.text() + " " + ANSWERED.text()), THANKED);
    var removed = saying(SYSTEM, ASKED, THANKED);
    assertThat(clashes(merge(base, joined, removed))).containsExactly("MESSAGES -1");
    assertThat(clashes(merge(base, removed, joined))).containsExactly("MESSAGES -1");
    var elsewhere = saying(SYSTEM, ASKED, ANSWERED, THANKED.withText("Thanks."));
    assertThat(merge(base, joined, elsewhere).clashes()).isEmpty();
  }

  @Test
  void aMessageThatOneCutInTwoAndTheOtherEditedIsAClashOfAllMessages() {
    var answer = Message.of(Role.ASSISTANT, "It left us on Monday. You will have it by Friday.");
    var base = saying(SYSTEM, ASKED, answer);
    var cut =
        saying(SYSTEM, ASKED, ANSWERED, Message.of(Role.ASSISTANT, "You will have it by Friday."));
    var edited = saying(SYSTEM, ASKED, answer.withText(answer.text() + " Promised."));
    assertThat(clashes(merge(base, cut, edited))).containsExactly("MESSAGES -1");
  }

  @Test
  void whichOfTwoLikeMessagesWentIsAskedWhereTheOtherEditedOne() {
    var base = saying(SYSTEM, ASKED, ASKED, ANSWERED);
    var one = saying(SYSTEM, ASKED, ANSWERED);
    var edited = saying(SYSTEM, ASKED.withText("Where is it?"), ASKED, ANSWERED);
    assertThat(clashes(merge(base, one, edited))).containsExactly("MESSAGES -1");
    assertThat(merge(base, one, saying(ASKED, ASKED, ANSWERED)).clashes()).isEmpty();
  }

  @Test
  void callsWithoutWordsAreToldApartByWhatTheyCall() {
    var first = call("[{\"name\": \"order\", \"arguments\": \"{}\"}]");
    var second = call("[{\"name\": \"weather\", \"arguments\": \"{}\"}]");
    var base = saying(ASKED, first, ANSWERED, THANKED, second);
    var ours = saying(ASKED, ANSWERED, THANKED, second.withWeight(OptionalInt.of(0)));
    var theirs = saying(ASKED, first, ANSWERED, THANKED.withText("Thank you."), second);
    var merged = merge(base, ours, theirs);
    assertThat(merged.clashes()).isEmpty();
    assertThat(messages(merged))
        .containsExactly(
            ASKED, ANSWERED, THANKED.withText("Thank you."), second.withWeight(OptionalInt.of(0)));
  }

  private static Message call(String calls) {
    return new Message(
        Role.ASSISTANT,
        new Content.Missing(),
        Optional.empty(),
        OptionalInt.empty(),
        Map.of("tool_calls", calls));
  }

  @Test
  void twoDifferentOrdersAreAClash() {
    var base = saying(SYSTEM, ASKED, ANSWERED, THANKED);
    var ours = saying(THANKED, SYSTEM, ASKED, ANSWERED);
    var theirs = saying(SYSTEM, ANSWERED, ASKED, THANKED);
    assertThat(clashes(merge(base, ours, theirs))).containsExactly("ORDER -1");
    assertThat(merge(base, ours, theirs, Choices.all(Choice.THEIRS)).result()).contains(theirs);
  }

  @Test
  void aMessageWrittenAnewInItsPlaceIsAnEditOfIt() {
    var anew = saying(SYSTEM, ASKED, ANSWERED.withText("Qwx zvb jkl."));
    var nudged = saying(SYSTEM, ASKED, ANSWERED.withText("It left us on Monday, 8:00."));
    assertThat(clashes(merge(BASE, anew, nudged))).containsExactly("TEXT 2");
  }

  @Test
  void extrasMergeByKeyAndKeepTheirOrder() {
    var said = BASE.conversation();
    var base = BASE.withConversation(new Conversation(said.messages(), Map.of("tools", "[]")));
    var keys = new java.util.LinkedHashMap<String, String>();
    keys.put("tools", "[]");
    keys.put("parallel_tool_calls", "false");
    var ours = BASE.withConversation(new Conversation(said.messages(), keys));
    var theirs = BASE.withConversation(new Conversation(said.messages(), Map.of("tools", "[1]")));
    var merged = merge(base, ours, theirs);
    assertThat(merged.clashes()).isEmpty();
    assertThat(merged.result().orElseThrow().conversation().extras())
        .containsExactly(Map.entry("tools", "[1]"), Map.entry("parallel_tool_calls", "false"));
  }

  @Test
  void aConversationDeletedByOneAndChangedByTheOtherIsAClash() {
    var changed = Optional.of(BASE.withStatus(Status.APPROVED));
    var merged =
        ConversationMerge.merge(Optional.of(BASE), Optional.empty(), changed, Choices.NONE);
    assertThat(clashes(merged)).containsExactly("CONVERSATION -1");
    assertThat(merged.result()).isEmpty();
    assertThat(
            ConversationMerge.merge(
                    Optional.of(BASE), Optional.empty(), changed, Choices.all(Choice.THEIRS))
                .result())
        .isEqualTo(changed);
    assertThat(
            ConversationMerge.merge(
                    Optional.of(BASE), Optional.of(BASE), Optional.empty(), Choices.NONE)
                .result())
        .isEmpty();
  }

  @Test
  void oneChangeOfThePastIsTakenBackByTheSameMeans() {
    var before = BASE;
    var after = BASE.withStatus(Status.APPROVED);
    var now = after.withReview(after.review().withRating(5));
    var merged = merge(after, now, before);
    assertThat(merged.clashes()).isEmpty();
    assertThat(merged.result()).contains(now.withStatus(Status.DRAFT));
  }

  @Test
  void aVeryLongConversationIsMergedWithoutComparingEveryPair() {
    var base = new ArrayList<Message>();
    for (int i = 0; i < 2000; i++) {
      base.add(Message.of(i % 2 == 0 ? Role.USER : Role.ASSISTANT, "Sentence number " + i));
    }
    var ours = new ArrayList<>(base);
    ours.set(3, ours.get(3).withText("ours"));
    ours.set(1995, ours.get(1995).withText("ours as well"));
    var theirs = new ArrayList<>(base);
    theirs.remove(1000);
    var merged =
        merge(
            saying(base.toArray(Message[]::new)),
            saying(ours.toArray(Message[]::new)),
            saying(theirs.toArray(Message[]::new)));
    assertThat(merged.clashes()).isEmpty();
    assertThat(messages(merged)).hasSize(1999).contains(ours.get(3), ours.get(1995));
  }

  @Test
  void movedThingsAreTheFewestThatBreakTheOrder() {
    assertThat(Sequences.moved(1, 2, 3).cardinality()).isZero();
    assertThat(Sequences.moved(4, 1, 2, 3).stream().toArray()).containsExactly(0);
    assertThat(Sequences.moved(2, 3, 1).stream().toArray()).containsExactly(2);
    assertThat(Sequences.moved().cardinality()).isZero();
  }
}
