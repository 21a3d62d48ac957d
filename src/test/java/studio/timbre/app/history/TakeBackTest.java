package studio.timbre.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

class TakeBackTest {

  /** A user speaks first, and then in turns. */
  private static Curated talk(String... said) {
    var messages = new ArrayList<Message>();
    for (String text : said) {
      messages.add(Message.of(messages.size() % 2 == 0 ? Role.USER : Role.ASSISTANT, text));
    }
    return Curated.draft(Conversation.of(messages.toArray(new Message[0])), Split.TRAINING);
  }

  private static TakeBack takeBack(Curated before, Curated after, Curated now) {
    return new TakeBack(
        new ConversationChange(
            new ChangeInfo(1, "edit", 1, Instant.EPOCH, "Ana", false),
            Optional.of(before),
            Optional.of(after)),
        Optional.of(now));
  }

  private static List<String> said(Optional<Curated> curated) {
    return curated.orElseThrow().conversation().messages().stream().map(Message::text).toList();
  }

  @Test
  void whatTheChangeAlteredIsPutBackAndLaterChangesElsewhereStay() {
    var before = talk("Where is it?", "It left.", "Thanks", "You are welcome");
    var after = talk("Where is it?", "It left us on Monday.", "Thanks", "You are welcome");
    var now =
        talk("Where is it?", "It left us on Monday.", "Thank you", "You are welcome")
            .withStatus(Status.APPROVED);
    var plan = takeBack(before, after, now);
    assertThat(plan.clashes()).isEmpty();
    assertThat(said(plan.result(index -> true)))
        .containsExactly("Where is it?", "It left.", "Thank you", "You are welcome");
    assertThat(plan.result(index -> true).orElseThrow().status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void aPersonDecidesWhereTheSameMessageWasChangedAgain() {
    var plan =
        takeBack(talk("Hi", "one answer"), talk("Hi", "two answer"), talk("Hi", "three answer"));
    assertThat(plan.clashes())
        .containsExactly(new TakeBack.Clash("messages", "three answer", "one answer"));
    assertThat(said(plan.result(index -> true))).containsExactly("Hi", "one answer");
    assertThat(said(plan.result(index -> false))).containsExactly("Hi", "three answer");
  }

  @Test
  void messagesThatWereAddedOrTakenOutComeAndGo() {
    var few = talk("A question here", "An answer there");
    var many = talk("A question here", "An answer there", "More of it", "And more");
    assertThat(said(takeBack(few, many, many).result(index -> true)))
        .containsExactly("A question here", "An answer there");
    assertThat(said(takeBack(many, few, few).result(index -> true)))
        .containsExactly("A question here", "An answer there", "More of it", "And more");
    var changed = talk("A question here", "An answer there", "More of it, please", "And more");
    var plan = takeBack(few, many, changed);
    assertThat(plan.clashes()).hasSize(1);
    assertThat(said(plan.result(index -> false)))
        .containsExactly("A question here", "An answer there", "More of it, please");
  }

  @Test
  void marksAreTakenBackOneByOne() {
    var plain = talk("a", "b");
    var marked =
        plain.withReview(
            Review.NONE.withRating(4).withTags(Set.of("tone", "refund")).withNote("Stiff"));
    var later =
        plain.withReview(
            Review.NONE.withRating(5).withTags(Set.of("tone", "late")).withNote("Stiff"));
    var plan = takeBack(plain, marked, later);
    assertThat(plan.clashes()).containsExactly(new TakeBack.Clash("rating", "5", "0"));
    var review = plan.result(index -> false).orElseThrow().review();
    assertThat(review.tags()).containsExactly("late");
    assertThat(review.note()).isEmpty();
    assertThat(review.rating()).isEqualTo(5);
  }

  @Test
  void aConversationThatTheChangeAddedGoes() {
    var added = talk("a", "b");
    var change =
        new ConversationChange(
            new ChangeInfo(1, "add", 1, Instant.EPOCH, "", false),
            Optional.empty(),
            Optional.of(added));
    assertThat(new TakeBack(change, Optional.of(added)).result(index -> false)).isEmpty();
    var changed = new TakeBack(change, Optional.of(talk("a", "c")));
    assertThat(changed.clashes()).hasSize(1);
    assertThat(changed.result(index -> false)).isPresent();
    assertThat(changed.result(index -> true)).isEmpty();
  }

  @Test
  void whatIsAsBeforeAlreadyNeedsNothing() {
    var before = talk("a", "b");
    assertThat(takeBack(before, talk("a", "c"), before).isNothing()).isTrue();
    assertThat(takeBack(before, talk("a", "c"), talk("a", "c")).isNothing()).isFalse();
  }

  @Test
  void aDifferenceKnowsMessagesThatStayed() {
    var before = talk("Where is my order?", "It left us on Monday.", "Thanks");
    var after =
        Curated.draft(
            Conversation.of(
                Message.of(Role.SYSTEM, "Warm and brief."),
                Message.of(Role.USER, "Where is my order now?"),
                Message.of(Role.ASSISTANT, "It left us on Tuesday."),
                Message.of(Role.ASSISTANT, "Thanks")),
            Split.HELD_OUT);
    var diff = ConversationDiff.of(Optional.of(before), Optional.of(after));
    assertThat(diff.messages()).hasSize(4);
    assertThat(diff.messages().get(0).before()).isEmpty();
    assertThat(diff.messages().get(1).words())
        .containsExactly(
            new Piece(Piece.Kind.SAME, "Where is my order"),
            new Piece(Piece.Kind.ADDED, " now"),
            new Piece(Piece.Kind.SAME, "?"));
    assertThat(diff.messages().get(3).fields())
        .containsExactly(new FieldChange("role", "user", "assistant"));
    assertThat(diff.fields()).containsExactly(new FieldChange("split", "TRAINING", "HELD_OUT"));
    assertThat(ConversationDiff.of(Optional.of(before), Optional.of(before)).isSame()).isTrue();
  }

  @Test
  void aMessageThatWasPutInWhereAnotherWasTakenOutClashes() {
    var before = talk("first words", "second words", "third words");
    var after = talk("first words");
    var now = talk("first words", "quite another thing");
    var plan = takeBack(before, after, now);
    assertThat(plan.clashes()).hasSize(1);
    assertThat(said(plan.result(index -> true))).isEqualTo(said(Optional.of(before)));
    assertThat(said(plan.result(index -> false)))
        .isEqualTo(Arrays.asList("first words", "quite another thing"));
  }
}
