package studio.timbre.jobs.openai;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Sampling;

/** What is sent for one answer. Fields that a model has refused before are left out. */
final class ChatRequest {
  static final String USAGE = "stream_options";
  static final String SEED = "seed";
  static final String TEMPERATURE = "temperature";
  static final String LONGEST = "max_completion_tokens";
  static final String LONGEST_OF_OLD = "max_tokens";

  private ChatRequest() {}

  /**
   * @param untaken fields that this model does not take
   */
  static ChatCompletionCreateParams of(
      Provider provider,
      String model,
      List<Message> conversation,
      Sampling sampling,
      Set<String> untaken) {
    var params = ChatCompletionCreateParams.builder().model(model);
    for (var message : conversation) {
      switch (message.role().name()) {
        case "assistant" -> params.addAssistantMessage(message.text());
        case "system" -> params.addSystemMessage(message.text());
        case "developer" -> params.addDeveloperMessage(message.text());
        default -> params.addUserMessage(message.text());
      }
    }
    if (!untaken.contains(USAGE)) {
      params.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    }
    if (!untaken.contains(SEED)) {
      params.seed(sampling.seed());
    }
    if (!untaken.contains(TEMPERATURE)) {
      params.temperature(sampling.temperature());
    }
    longest(provider, untaken)
        .ifPresent(
            field -> {
              if (field.equals(LONGEST)) {
                params.maxCompletionTokens((long) sampling.maxTokens());
              } else {
                params.maxTokens((long) sampling.maxTokens());
              }
            });
    return params.build();
  }

  /** OpenAI's newer models refuse the old name of the limit; many other servers know only that one. */
  private static Optional<String> longest(Provider provider, Set<String> untaken) {
    var order =
        provider == Provider.OPENAI || provider == Provider.AZURE
            ? Stream.of(LONGEST, LONGEST_OF_OLD)
            : Stream.of(LONGEST_OF_OLD, LONGEST);
    return order.filter(field -> !untaken.contains(field)).findFirst();
  }

  /** The field that a refusal names, if it is one that can be left out. */
  static Optional<String> fieldIn(String refusal) {
    // The limit's old name is a part of no other field's.
    return Stream.of(USAGE, LONGEST, LONGEST_OF_OLD, TEMPERATURE, SEED)
        .filter(field -> named(refusal, field) >= 0)
        .min((a, b) -> Integer.compare(named(refusal, a), named(refusal, b)));
  }

  private static int named(String refusal, String field) {
    var found =
        java.util.regex.Pattern.compile("(?<![A-Za-z_])" + field + "(?![A-Za-z_])")
            .matcher(refusal);
    return found.find() ? found.start() : -1;
  }
}
