package studio.timbre.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Role;

class NamesTest {
  private static List<Said> talk(String question, String answer) {
    return List.of(
        new Said(Role.USER, Said.Kind.SPOKEN, question),
        new Said(Role.ASSISTANT, Said.Kind.SPOKEN, answer));
  }

  private static List<String> names(List<Said> texts) {
    return TextChecks.of(texts).stream()
        .filter(mark -> mark.problem() == TextProblem.PERSONAL_NAME)
        .map(mark -> mark.of(texts.get(mark.text()).text()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi Anna, your kettle is on its way. | Anna",
        "Dear Mr. John O’Neil, thank you | John O’Neil",
        "Hello Brian! We have it. | Brian",
        "Thanks, Mary-Jane. It is ready | Mary-Jane",
        "Olá, João! Seu pedido saiu | João",
        "Prezada Joana da Silva, recebemos | Joana da Silva",
        "Bom dia, Luís. Já vai | Luís",
        "Halo Kak Dinda, pesanan Anda | Dinda",
        "Selamat pagi Pak Bambang, kami | Bambang",
        "Hi there, welcome |",
        "Dear Customer, we |",
        "Dear Valued Customer, we |",
        "Hello World! |",
        "Olá, pessoal! |",
        "Prezado Cliente, recebemos |",
        "Hi Gull & Kettle team, |",
        "Hi Alex, we are back |",
        "Selamat pagi Kak, pesanan |",
        "Thank you for the order. Paris is lovely, Rose too. |",
        "Good morning! Coffee is ready, Mark said |"
      })
  void whoeverIsGreetedInAnAnswerIsFound(String answer, String name) {
    assertThat(names(talk("When?", answer))).isEqualTo(name == null ? List.of() : List.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My name is Joana Lima and I wait | Joana Lima",
        "Hello, I'm Peter. Where is it? | Peter",
        "Hi, this is Marta from Porto | Marta",
        "Meu nome é Ricardo, e o pedido? | Ricardo",
        "Oi! Aqui é a Fernanda, tudo bem? | Fernanda",
        "Perkenalkan, saya Bambang Sutrisno. | Bambang Sutrisno",
        "nama saya Sinta, mau tanya | Sinta",
        "Hello, I'm Brazilian and want to order |",
        "My name is on the parcel |",
        "I'm Happy with it |",
        "Hi Gull, is it open? |",
        "This is Sparta |"
      })
  void whoeverGivesANameIsFound(String question, String name) {
    assertThat(names(talk(question, "We are here.")))
        .isEqualTo(name == null ? List.of() : List.of(name));
  }

  @Test
  void aLetterIsSigned() {
    assertThat(names(talk("Where is it?\n\nKind regards,\nSusan Miller", "Here.")))
        .containsExactly("Susan Miller");
    assertThat(names(talk("Onde está?\nAtenciosamente,\n\nPaulo", "Aqui.")))
        .containsExactly("Paulo");
    assertThat(names(talk("Di mana?\nTerima kasih\nRina", "Ini."))).containsExactly("Rina");
    assertThat(names(talk("Where?", "Here it is.\nBest,\nGull"))).as("the house signs").isEmpty();
  }

  @Test
  void theNameBecomesTheSameNameEverywhereAndIsNotFoundAgain() {
    var texts =
        talk(
            "My name is Joana Lima. Ask for Joana.", "Hi Joana, we keep it for Joana at the desk.");
    var marks = TextChecks.of(texts);
    var standIns = new StandIns("en");
    var redacted =
        List.of(
            standIns.redacted(0, texts.get(0).text(), marks),
            standIns.redacted(1, texts.get(1).text(), marks));
    assertThat(redacted)
        .containsExactly(
            "My name is Alex. Ask for Alex.", "Hi Alex, we keep it for Alex at the desk.");
    assertThat(names(talk(redacted.get(0), redacted.get(1)))).isEmpty();
  }

  @Test
  void aNameThatIsAWordStaysAWordElsewhere() {
    assertThat(names(talk("My name is Will. Will it come?", "It will."))).containsExactly("Will");
  }
}
