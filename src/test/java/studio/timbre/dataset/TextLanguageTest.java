package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

class TextLanguageTest {
  private static final TextLanguage LANGUAGE = new TextLanguage();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Where is my order? | It left us on Monday.",
        "en | Do you open on Sundays? | Yes, from eight in the morning.",
        "pt | Onde está o meu pedido? | Saiu na segunda-feira.",
        "pt | Posso trocar o produto? | Pode sim, em até 30 dias.",
        "pt | Vocês abrem no domingo? | Sim, a partir das oito.",
        "id | Di mana pesanan saya? | Sudah dikirim hari Senin.",
        "id | Apakah buka hari Minggu? | Ya, dari jam delapan pagi.",
        "id | Bolehkah saya menukar produk ini? | Boleh, dalam waktu 30 hari.",
        "es | ¿Dónde está mi pedido? | Salió el lunes.",
        "fr | Où est ma commande ? | Elle est partie lundi.",
        "de | Wo ist meine Bestellung? | Sie ist am Montag losgegangen.",
        "it | Dove è il mio ordine? | È partito lunedì.",
        "ru | Где мой заказ? | Он ушёл в понедельник.",
        "ar | أين طلبي؟ | غادر يوم الاثنين",
        "zh | 港口的咖啡在哪里？ | 这里。",
        "ja | 港のコーヒーはどこですか | ここです",
        "ko | 항구 커피는 어디에? | 여기.",
        "th | กาแฟอยู่ที่ไหน | ที่นี่",
        "und | ok | 👍",
        "und | 1234 | 99 %",
        "und | Hi! | Hi.",
      })
  void shortTalkIsToldApart(String language, String question, String answer) {
    assertThat(
            LANGUAGE.of(
                Conversation.of(
                    Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer))))
        .isEqualTo(language);
  }

  @org.junit.jupiter.api.Test
  void instructionsInEnglishDoNotMakeATalkEnglish() {
    assertThat(
            LANGUAGE.of(
                Conversation.of(
                    Message.of(Role.SYSTEM, "You are the warm and brief voice of a small shop."),
                    Message.of(Role.USER, "Onde está o meu pedido?"),
                    Message.of(Role.ASSISTANT, "Saiu na segunda-feira, chega até sexta."))))
        .isEqualTo("pt");
  }
}
