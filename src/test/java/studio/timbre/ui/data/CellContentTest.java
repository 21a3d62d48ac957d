package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Texts;

class CellContentTest {
  private final CellContent content = new CellContent(Texts.of(Locale.ENGLISH));
  private final Curated talk =
      Curated.draft(
          Conversation.of(Message.of(Role.USER, "Hi"), Message.of(Role.ASSISTANT, "Hello")),
          Split.TRAINING);

  private Curated with(TableColumnKind column, String text) {
    return content.with(talk, column, text).orElseThrow();
  }

  @Test
  void wordsAreUnderstoodInEveryLanguage() {
    assertThat(with(TableColumnKind.STATUS, " Approved ").status()).isEqualTo(Status.APPROVED);
    assertThat(with(TableColumnKind.STATUS, "IN_REVIEW").status()).isEqualTo(Status.IN_REVIEW);
    var portuguese = Words.of(Texts.of(Locale.forLanguageTag("pt-BR")), Status.REJECTED);
    assertThat(with(TableColumnKind.STATUS, portuguese).status()).isEqualTo(Status.REJECTED);
    assertThat(content.with(talk, TableColumnKind.STATUS, "perfect")).isEmpty();
    assertThat(with(TableColumnKind.SPLIT, "held out").split()).isEqualTo(Split.HELD_OUT);
  }

  @Test
  void starsComeAsStarsOrFigures() {
    assertThat(with(TableColumnKind.RATING, "★★★☆☆").review().rating()).isEqualTo(3);
    assertThat(with(TableColumnKind.RATING, "4/5").review().rating()).isEqualTo(4);
    assertThat(with(TableColumnKind.RATING, "5,0").review().rating()).isEqualTo(5);
    assertThat(with(TableColumnKind.RATING, "").review().rating()).isZero();
    assertThat(content.with(talk, TableColumnKind.RATING, "6")).isEmpty();
  }

  @Test
  void tagsAreApartByCommas() {
    assertThat(with(TableColumnKind.TAGS, "warm, brief;warm,").review().tags())
        .containsExactly("brief", "warm");
  }

  @Test
  void instructionsArePutFirstAndTakenOutWhenEmptied() {
    var told = with(TableColumnKind.SYSTEM, "Be brief.");
    assertThat(told.conversation().messages().getFirst())
        .isEqualTo(Message.of(Role.SYSTEM, "Be brief."));
    assertThat(content.with(told, TableColumnKind.SYSTEM, "")).contains(talk);
  }

  @Test
  void whatIsNotForACellIsRefused() {
    assertThat(content.with(talk, TableColumnKind.TURNS, "2")).isEmpty();
    var picture =
        new Message(
            Role.USER,
            new Content.Other("[]", ""),
            Optional.empty(),
            OptionalInt.empty(),
            Map.of());
    var seen = talk.withConversation(new Conversation(List.of(picture), Map.of()));
    assertThat(content.with(seen, TableColumnKind.QUESTION, "Hi")).isEmpty();
  }
}
