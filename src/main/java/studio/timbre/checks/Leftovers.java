package studio.timbre.checks;

import java.util.List;
import java.util.regex.Pattern;

/** What was left in a text by the way it was made: open places, marks of chat templates, filler text, and a model that speaks of itself. */
final class Leftovers {
  private static final String PLACES =
      "name|first name|last name|full name|customer|customer name|company|company name|brand|product|product name|order"
          + "|order number|order id|date|time|email|phone|phone number|address|city|country|link|url|amount|price|agent"
          + "|agent name|number|id|nome|nome do cliente|sobrenome|cliente|empresa|marca|produto|pedido|número do pedido|data"
          + "|telefone|endereço|cidade|valor|preço|nama|nama pelanggan|pelanggan|perusahaan|merek|produk|pesanan"
          + "|nomor pesanan|tanggal|telepon|alamat|kota|jumlah|harga";

  /** Words that ask for something to be filled in. */
  private static final String ASKS =
      "insert|enter|your|add|inserir|insira|digite|seu|sua|masukkan|isi";

  private static final Pattern MARK =
      Pattern.compile(
          String.join(
              "|",
              // {{name}}, ${name}, <%= name %>
              "\\{\\{[^{}\\n]{1,60}\\}\\}",
              "\\$\\{[A-Za-z_][\\w.]{0,40}\\}",
              "<%=?[^%\\n]{1,60}%>",
              // [NAME], [Your name], <insert link>
              "\\[(?i:" + PLACES + ")\\](?!\\()",
              "\\[(?i:" + ASKS + ")[ _][^\\]\\n]{1,40}\\](?!\\()",
              "<(?i:" + ASKS + ")[ _][^>\\n]{1,40}>",
              // chat templates
              "<\\|[A-Za-z_]{2,30}\\|>",
              "\\[/?INST\\]",
              "<</?SYS>>",
              "<(?:start|end)_of_turn>",
              "(?m:^\\#{2,3} ?(?:Instruction|Response|Input|Human|Assistant):)",
              "(?i:\\blorem ipsum\\b)"));

  /** {name}: only where nothing speaks for code or a formula. */
  private static final Pattern BRACES =
      Pattern.compile("(?<![\\w\\\\}$`\"'{])\\{[a-z][a-z_]{2,30}\\}(?![}\"'`])");

  private static final Pattern MODEL =
      Pattern.compile(
          "(?iU)\\b(?:as an ai(?: language)?(?: model| assistant)?\\b|as a (?:large )?language model\\b|i(?:'|’)?m (?:just )?an ai\\b"
              + "|i am (?:just )?an ai\\b|como (?:um|uma) (?:modelo de linguagem|ia\\b|inteligência artificial)"
              + "|sou (?:apenas )?uma (?:ia\\b|inteligência artificial)|sebagai (?:sebuah )?(?:model bahasa|ai\\b|kecerdasan buatan))");

  /** Looked for first, which is quicker. */
  private static final List<String> OF_MODELS =
      List.of(
          " ai", "language model", " ia", "modelo de ling", "artificial", "bahasa", "kecerdasan");

  private Leftovers() {}

  static void find(Said said, TextChecks.Taker taker) {
    if (said.kind() == Said.Kind.VALUE) {
      return;
    }
    String text = said.text();
    boolean hasSigns = text.indexOf('{') >= 0 || text.indexOf('[') >= 0 || text.indexOf('<') >= 0;
    if (hasSigns || text.indexOf('#') >= 0 || text.contains("psum")) {
      each(MARK, TextProblem.TEMPLATE_MARK, text, taker);
    }
    if (text.indexOf('{') >= 0 && !text.contains("```")) {
      each(BRACES, TextProblem.TEMPLATE_MARK, text, taker);
    }
    if (said.role().isAssistant() && OF_MODELS.stream().anyMatch(said.low()::contains)) {
      each(MODEL, TextProblem.MODEL_PHRASE, text, taker);
    }
  }

  private static void each(
      Pattern pattern, TextProblem problem, String text, TextChecks.Taker taker) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      taker.take(problem, matcher.start(), matcher.end());
    }
  }
}
