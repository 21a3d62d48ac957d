package studio.timbre.jobs.local;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import studio.timbre.model.Message;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.SpeakingModel;
import studio.timbre.train.torch.TorchThreads;
import studio.timbre.weights.BaseModel;

/** Lets a model continue a conversation with an answer. */
final class ModelSpeaker implements VoiceServer.Speaker {
  private final SpeakingModel model;
  private final ModelTexts texts;
  private final Set<Integer> ends;
  private final int contextLength;

  ModelSpeaker(BaseModel base, SpeakingModel model) throws UserFacingException {
    this.model = model;
    this.texts = ModelTexts.of(base);
    this.contextLength = base.config().contextLength();
    this.ends = new LinkedHashSet<>();
    for (String end : base.endTokens()) {
      int[] tokens = texts.tokenizer().encode(end);
      if (tokens.length == 1) {
        ends.add(tokens[0]);
      }
    }
  }

  @Override
  public int speak(List<Message> conversation, Sampling sampling, Predicate<String> said)
      throws UserFacingException {
    int[] prompt = texts.format().prompt(conversation);
    int room = contextLength - prompt.length;
    if (room < 1) {
      throw new UserFacingException(
          "error.voice.tooLong",
          "The question has %d tokens, and this model reads %d at most. Shorten it and ask again."
              .formatted(prompt.length, contextLength),
          prompt.length,
          contextLength);
    }
    var within =
        new Sampling(sampling.temperature(), Math.min(sampling.maxTokens(), room), sampling.seed());
    var pieces = new TextPieces(texts.tokenizer());
    return model.generate(prompt, ends, within, token -> said.test(pieces.add(token).orElse("")));
  }

  @Override
  public void useThreads(int count) {
    TorchThreads.use(count);
  }
}
