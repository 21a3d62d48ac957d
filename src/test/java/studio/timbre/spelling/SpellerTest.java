package studio.timbre.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Misspelling;

/** Words that are wrong are found, and nothing else is. */
class SpellerTest {
  private static final Speller SPELLER = new Speller();

  private static List<String> wrong(String text) {
    return SPELLER.check(text, "", Set.of()).stream().map(Misspelling::word).toList();
  }

  @Test
  void mistakesAreFoundInEachLanguage() {
    assertThat(wrong("Where is my oder? I recieved nothing.")).containsExactly("oder", "recieved");
    assertThat(wrong("Olá! Onde está o meu pedidu? Você pode me ajudar com a entrga?"))
        .containsExactly("pedidu", "entrga");
    assertThat(wrong("Halo, di mana pesanann saya? Saya belum menerma barang itu."))
        .containsExactly("pesanann", "menerma");
  }

  @Test
  void rightSentencesAreLeftAlone() {
    assertThat(
            wrong(
                "Hi Ana, it left us on Monday and it's with DHL now. Track it at"
                    + " https://dhl.example/trck?id=42 or write to hlep@dhl.example. We don’t"
                    + " re-send the customer's {{order_nummer}} until {first_name} asks."))
        .isEmpty();
    assertThat(
            wrong(
                "Oi, Marina! Seu pedido já saiu e deve chegar até sexta-feira. Avise-nos se não"
                    + " chegar, e nós resolvemos com carinho."))
        .isEmpty();
    assertThat(
            wrong(
                "Pesanan Anda sudah kami kirim dan akan tiba pada hari Jumat. Barang-barang itu"
                    + " dapat dikembalikan tanpa biaya."))
        .isEmpty();
  }

  @Test
  void nothingIsSaidWhereTheLanguageIsUnclear() {
    assertThat(wrong("Xyzzy plugh")).isEmpty();
    assertThat(wrong("Wo ist meine Bestellung? Ich habe nichts bekommen und bin traurig."))
        .isEmpty();
    assertThat(wrong("¿Dónde está mi pedido? No lo he recibido y quiero una respuesta.")).isEmpty();
    assertThat(wrong("注文はどこですか。")).isEmpty();
    assertThat(wrong("أين طلبي؟")).isEmpty();
  }

  @Test
  void aShortTextTakesTheLanguageOfTheConversation() {
    assertThat(SPELLER.check("Thansk", "Where is my order? It is with you.", Set.of()))
        .containsExactly(new Misspelling(0, 6, "Thansk", "en"));
    assertThat(SPELLER.check("Thansk", "", Set.of())).isEmpty();
  }

  @Test
  void theProjectsOwnWordsAreRight() {
    String text = "How do I clean my frother with your milkster?";
    assertThat(wrong(text)).contains("milkster");
    assertThat(SPELLER.check(text, "", Set.of("milkster", "frother"))).isEmpty();
  }

  @Test
  void placesAreThoseOfTheText() {
    var found = SPELLER.check("😀 This is for teh emoji.", "", Set.of());
    assertThat(found).hasSize(1);
    assertThat(
            "😀 This is for teh emoji.".substring(found.getFirst().start(), found.getFirst().end()))
        .isEqualTo("teh");
  }

  @Test
  void rightWordsAreOffered() {
    assertThat(SPELLER.suggestions(new Misspelling(0, 7, "recieve", "en"))).contains("receive");
    assertThat(SPELLER.suggestions(new Misspelling(0, 7, "coracao", "pt-BR"))).contains("coração");
    assertThat(SPELLER.suggestions(new Misspelling(0, 8, "pesanann", "id"))).contains("pesanan");
  }
}
