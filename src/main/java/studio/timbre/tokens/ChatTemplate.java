package studio.timbre.tokens;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;
import studio.timbre.tokens.jinja.JinjaException;
import studio.timbre.tokens.jinja.JinjaTemplate;

/** Writes a conversation as the one text that a model reads, as transformers' {@code apply_chat_template} does. */
public final class ChatTemplate {

  private final String source;
  private final JinjaTemplate template;
  private final Map<String, String> marks = new LinkedHashMap<>();
  private final Supplier<LocalDateTime> clock;

  /**
   * @param source the Jinja template of the model
   * @param beginToken known to the template as {@code bos_token}; empty where the model has none
   * @param endToken known to the template as {@code eos_token}; empty where the model has none
   * @throws UserFacingException if the template cannot be read
   */
  public ChatTemplate(String source, String beginToken, String endToken)
      throws UserFacingException {
    this(source, beginToken, endToken, LocalDateTime::now);
  }

  /**
   * @param clock what {@code strftime_now} reads
   */
  ChatTemplate(String source, String beginToken, String endToken, Supplier<LocalDateTime> clock)
      throws UserFacingException {
    this.source = source;
    this.clock = clock;
    try {
      template = JinjaTemplate.read(source);
    } catch (JinjaException e) {
      throw failed(e);
    }
    mark("bos_token", beginToken);
    mark("eos_token", endToken);
  }

  private void mark(String name, String token) {
    if (!token.isEmpty()) {
      marks.put(name, token);
    }
  }

  /** The Jinja text. */
  public String source() {
    return source;
  }

  /**
   * @param addGenerationPrompt true where the text is to end with the beginning of an answer
   * @throws UserFacingException if the template refuses the conversation, as some do when roles do not alternate
   */
  public String render(Conversation conversation, boolean addGenerationPrompt)
      throws UserFacingException {
    return render(
        TemplateData.messages(conversation.messages()),
        Map.of("tools", TemplateData.json(conversation.tools().orElse("null"))),
        addGenerationPrompt);
  }

  public String render(List<Message> messages, boolean addGenerationPrompt)
      throws UserFacingException {
    return render(new Conversation(messages, Map.of()), addGenerationPrompt);
  }

  /**
   * @param messages plain values, see {@link JinjaTemplate#render}
   * @param more other variables: {@code tools}, {@code enable_thinking}, …
   */
  String render(List<Object> messages, Map<String, Object> more, boolean addGenerationPrompt)
      throws UserFacingException {
    var variables = new LinkedHashMap<String, Object>(marks);
    variables.put("messages", messages);
    variables.put("tools", TemplateData.json("null"));
    variables.put("documents", TemplateData.json("null"));
    variables.put("add_generation_prompt", addGenerationPrompt);
    variables.putAll(more);
    try {
      return template.render(variables, clock);
    } catch (JinjaException e) {
      throw failed(e);
    }
  }

  private static UserFacingException failed(JinjaException reason) {
    return reason.isRaisedByTemplate()
        ? new UserFacingException(
            "error.template.refused",
            "The model does not accept this conversation. Change its messages or leave it out. The model says: "
                + reason.getMessage(),
            reason,
            reason.getMessage())
        : new UserFacingException(
            "error.template.failed",
            "The chat template of this model cannot be used, so conversations cannot be written for it. Choose another model."
                + " Detail: "
                + reason.getMessage(),
            reason,
            reason.getMessage());
  }
}
