package studio.timbre.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.jobs.openai.ChatVoice.Usage;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.ApiEncoding;
import studio.timbre.tokens.ApiEncodings;
import studio.timbre.tokens.ApiTokenizer;
import studio.timbre.tokens.Tokenizer;

/** Counts what is said at providers and prices it by the catalogue. */
final class AnswerPrices {
  private static final double MILLION = 1e6;

  /** Tokenizers of other families come to much the same number for plain text. */
  private static final ApiEncoding STAND_IN = ApiEncoding.O200K_BASE;

  private final List<CatalogueEntry> catalogue;

  AnswerPrices(List<CatalogueEntry> catalogue) {
    this.catalogue = catalogue;
  }

  /** By the provider's count. */
  Bill bill(Voice.Api voice, Usage usage) {
    return new Bill(usage.questionTokens(), usage.answerTokens(), true, price(voice, usage));
  }

  /** By our own count. */
  Bill bill(Voice.Api voice, int questionTokens, int answerTokens) {
    var usage = new Usage(questionTokens, answerTokens, 0);
    return new Bill(questionTokens, answerTokens, false, price(voice, usage));
  }

  int question(Voice.Api voice, List<Message> conversation) {
    return ApiCounters.forEncoding(encoding(voice))
        .count(new Conversation(conversation, Map.of()))
        .total();
  }

  Tokenizer tokenizer(Voice.Api voice) {
    return new ApiTokenizer(encoding(voice));
  }

  private ApiEncoding encoding(Voice.Api voice) {
    return lines(voice)
        .find(voice.model())
        .flatMap(CatalogueEntry::encoding)
        .flatMap(ApiEncoding::named)
        .or(() -> ApiEncodings.of(voice.model()))
        .orElse(STAND_IN);
  }

  private OptionalDouble price(Voice.Api voice, Usage usage) {
    var line = priced(voice).find(voice.model());
    var input = line.map(CatalogueEntry::inputUsdPerMillion).orElse(OptionalDouble.empty());
    var output = line.map(CatalogueEntry::outputUsdPerMillion).orElse(OptionalDouble.empty());
    if (input.isEmpty() || output.isEmpty()) {
      return OptionalDouble.empty();
    }
    int cached = Math.min(usage.cachedTokens(), usage.questionTokens());
    double cachedPrice = line.get().cachedInputUsdPerMillion().orElse(input.getAsDouble());
    return OptionalDouble.of(
        ((usage.questionTokens() - cached) * input.getAsDouble()
                + cached * cachedPrice
                + usage.answerTokens() * output.getAsDouble())
            / MILLION);
  }

  /** What this very provider has: the same model costs something else elsewhere. */
  private Catalogue lines(Voice.Api voice) {
    var name = ProviderFacts.of(voice.connection().provider()).catalogue();
    return new Catalogue(
        catalogue.stream().filter(line -> name.equals(Optional.of(line.provider()))).toList(),
        Optional.empty());
  }

  /**
   * OpenAI's lines for models that can be trained hold the prices of tuned models, which are higher than those of their bases: for
   * an untuned model only a line of the person's own counts.
   */
  private Catalogue priced(Voice.Api voice) {
    var all = lines(voice);
    if (voice.connection().provider() != Provider.OPENAI || voice.model().startsWith("ft:")) {
      return all;
    }
    return new Catalogue(
        all.entries().stream()
            .filter(line -> line.trainingUsdPerMillionTokens().isEmpty())
            .filter(line -> line.trainingUsdPerHour().isEmpty())
            .toList(),
        Optional.empty());
  }
}
