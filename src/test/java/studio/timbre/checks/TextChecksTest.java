package studio.timbre.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Role;

class TextChecksTest {

  /** The words that are found in an answer, by kind; a dash for none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\u0001',
      value = {
        // Encodings.
        "The cafÃ© is open → broken_encoding:Ã©",
        "Donâ€™t worry → broken_encoding:â€™",
        "VocÃª nÃ£o estÃ¡ sÃ³ → broken_encoding:Ãª broken_encoding:Ã£ broken_encoding:Ã¡ broken_encoding:Ã³",
        "Lost \uFFFD sign → broken_encoding:\uFFFD",
        "O CÉU DA MANHÃ” e o chá → -",
        "São João, ação, Ã e Â sozinhos → -",
        "naïve café – “so” … 30 € → -",
        // Leftovers.
        "Dear {{first_name}}, hello → template_mark:{{first_name}}",
        "Dear {customer_name}, hello → template_mark:{customer_name}",
        "Dear [NAME], hello → template_mark:[NAME]",
        "Olá [Nome do cliente], tudo bem? → template_mark:[Nome do cliente]",
        "See <insert link here> → template_mark:<insert link here>",
        "<|im_start|>assistant → template_mark:<|im_start|>",
        "[INST] Hi [/INST] → template_mark:[INST] template_mark:[/INST]",
        "Lorem ipsum dolor → template_mark:Lorem ipsum",
        "The list [1] and [link](https://a.b) and <b>bold</b> → -",
        "Write f\"{name}\" or \\frac{alpha}{beta} in code → -",
        "As an AI language model, I cannot → model_phrase:As an AI language model",
        "Como um modelo de linguagem, eu → model_phrase:Como um modelo de linguagem",
        "Sebagai model bahasa, saya → model_phrase:Sebagai model bahasa",
        // Contacts.
        "Write to maria.souza@gmail.com today → personal_email:maria.souza@gmail.com",
        "Write to support@gull.com or to me@example.com → -",
        "Call +55 11 91234-5678 now → personal_phone:+55 11 91234-5678",
        "Ligue para (11) 91234-5678. → personal_phone:(11) 91234-5678",
        "Hubungi 0812-3456-7890 ya → personal_phone:0812-3456-7890",
        "Call (415) 555-2671 → personal_phone:(415) 555-2671",
        "Call (415) 555-0123, as in a film → -",
        "My number is 020 7123 4567 → personal_phone:020 7123 4567",
        "It is 07911 123456, thanks → personal_phone:07911 123456",
        "It is 07911123456, thanks → personal_phone:07911123456",
        "Order 02071234567 → -",
        "Tel.: 02071234567 → personal_phone:02071234567",
        "Call 020 7946 0958 or 07700 900123, as on television → -",
        "Free of charge: 0800 123 4567, (800) 555-9876, +44 800 123 4567 → -",
        "0044 20 7123 4567 → personal_phone:0044 20 7123 4567",
        "Ich bin unter 030 12345678 da → personal_phone:030 12345678",
        "Mein Handy: 0151 12345678 → personal_phone:0151 12345678",
        "Appelez le 01 23 45 67 89 → personal_phone:01 23 45 67 89",
        "Liga-me, 912 345 678 → personal_phone:912 345 678",
        "There were 912 345 678 of them → -",
        "My number: 415 555 2671 → personal_phone:415 555 2671",
        "Ligue 11 91234-5678 → personal_phone:11 91234-5678",
        "Meu fixo é (21) 3123-4567 → personal_phone:(21) 3123-4567",
        "WA 081234567890 ya → personal_phone:081234567890",
        "Pedido 4155552671, artigo 4006381333931, lote 20261122 → -",
        "On 22-11-2026 10:30 and 2026.11.22, 12 34 56 78 → -",
        "From 2019-2024 in 10.000.000 pieces, order 2024-1234 → -",
        "450000-2000=448000 and <<450000-2000=448000>> → -",
        "Moro na Rua das Flores, 123 → personal_address:Rua das Flores, 123",
        "Saya di Jalan Merdeka Barat No. 12 → personal_address:Jalan Merdeka Barat No. 12",
        "I live at 221 Baker Street → personal_address:221 Baker Street",
        // Published examples: ISO 13616 registry, payment systems' test cards, Receita Federal.
        "Pay to DE89 3704 0044 0532 0130 00 please → personal_iban:DE89 3704 0044 0532 0130 00",
        "Pay to GB82WEST12345698765432 → personal_iban:GB82WEST12345698765432",
        "Pay to BR15 0000 0000 0000 1093 2840 814 P2 → personal_iban:BR15 0000 0000 0000 1093 2840 814 P2",
        "Pay to DE89 3704 0044 0532 0130 01 please → -",
        "Card 4111 1111 1111 1111 → personal_card:4111 1111 1111 1111",
        "Card 378282246310005 → personal_card:378282246310005",
        "Card 4111 1111 1111 1112 → -",
        "CPF 529.982.247-25 → personal_tax_number:529.982.247-25",
        "Meu cpf: 52998224725 → personal_tax_number:52998224725",
        "Pedido 52998224725 → -",
        "CPF 529.982.247-26 → -",
        "CNPJ 11.222.333/0001-81 → personal_tax_number:11.222.333/0001-81",
        "CNPJ 12.ABC.345/01DE-35 → personal_tax_number:12.ABC.345/01DE-35",
        "NIK saya 3174015708900001 → personal_id_number:3174015708900001",
        "Nomor 3174019908900001 → -",
        // Secrets.
        "Use AKIAIOSFODNN7EXAMPLE here → secret:AKIAIOSFODNN7EXAMPLE",
        "my password is hunter22x → secret:hunter22x",
        "minha senha é Gaivota2024! → secret:Gaivota2024",
        "your password is required, the password must be long → -",
      })
  void whatIsAmissIsFoundAtItsPlace(String text, String expected) {
    var marks = TextChecks.of(List.of(new Said(Role.ASSISTANT, Said.Kind.SPOKEN, text)));
    assertThat(marks)
        .extracting(mark -> mark.problem().kind() + ":" + mark.of(text))
        .isEqualTo(
            expected.equals("-")
                ? List.of()
                : List.of(expected.split(" (?=[a-z]+(?:_[a-z]+)*:)", -1)));
  }

  @Test
  void theDigitsOfACardAreNoTelephoneNumberAsWell() {
    String text = "5555 5555 5555 4444 and 5500000000000004";
    var marks = TextChecks.of(List.of(new Said(Role.USER, Said.Kind.SPOKEN, text)));
    assertThat(marks).extracting(Mark::problem).containsOnly(TextProblem.PERSONAL_CARD).hasSize(2);
  }

  @Test
  void whatWasMisreadIsReadAsItWasMeant() {
    assertThat(Encoding.mended("Donâ€™t: cafÃ© ðŸ˜€, nÃ£o, MANHÃ” \uFFFD"))
        .isEqualTo("Don’t: café 😀, não, MANHÃ” \uFFFD");
    assertThat(Encoding.mended("São Paulo – 30 €")).isEqualTo("São Paulo – 30 €");
  }

  @Test
  void aStandInIsNeverFoundAgainAndTheSameIsTheSame() {
    var found =
        List.of(
            new String[] {"PERSONAL_EMAIL", "maria@gmail.com"},
            new String[] {"PERSONAL_PHONE", "+55 11 91234-5678"},
            new String[] {"PERSONAL_PHONE", "0812-3456-7890"},
            new String[] {"PERSONAL_CARD", "4111 1111 1111 1111"},
            new String[] {"PERSONAL_IBAN", "DE89 3704 0044 0532 0130 00"},
            new String[] {"PERSONAL_TAX_NUMBER", "529.982.247-25"},
            new String[] {"PERSONAL_TAX_NUMBER", "11.222.333/0001-81"},
            new String[] {"PERSONAL_ID_NUMBER", "3174015708900001"},
            new String[] {"PERSONAL_ADDRESS", "Rua das Flores, 123"},
            new String[] {"SECRET", "hunter22x"},
            new String[] {"SECRET", "AKIAIOSFODNN7EXAMPLE"});
    for (var language : List.of("en", "pt", "id", "de")) {
      for (var one : found) {
        var standIns = new StandIns(language);
        var kind = TextProblem.valueOf(one[0]);
        for (int n = 0; n < 40; n++) {
          String standIn = standIns.of(kind, one[1] + (n == 0 ? "" : "x" + n));
          String text = "senha nik cpf " + standIn + " ok";
          assertThat(TextChecks.of(List.of(new Said(Role.USER, Said.Kind.SPOKEN, text))))
              .as(text)
              .isEmpty();
        }
        assertThat(standIns.of(kind, one[1])).isEqualTo(standIns.of(kind, one[1]));
      }
    }
  }

  @Test
  void redactedTextReadsOnInItsLanguage() {
    var texts =
        List.of(
            new Said(
                Role.USER,
                Said.Kind.SPOKEN,
                "Sou maria.souza@gmail.com, CPF 529.982.247-25, fone (11) 91234-5678."),
            new Said(
                Role.ASSISTANT,
                Said.Kind.SPOKEN,
                "Enviamos para Maria.Souza@gmail.com, não para joao@gmail.com."));
    var marks = TextChecks.of(texts);
    var standIns = new StandIns("pt");
    assertThat(
            IntStream.range(0, texts.size())
                .mapToObj(i -> standIns.redacted(i, texts.get(i).text(), marks)))
        .containsExactly(
            "Sou maria@example.com, CPF 000.000.001-00, fone (11) 95550-1011."
                .replace("95550-1011", "91555-0101"),
            "Enviamos para maria@example.com, não para ana@example.com.");
  }
}
