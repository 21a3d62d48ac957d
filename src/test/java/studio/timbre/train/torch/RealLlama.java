package studio.timbre.train.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.Figures;
import studio.timbre.RealModel;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.LoraSpec;
import studio.timbre.tokens.ChatFormat;
import studio.timbre.tokens.ChatTemplate;
import studio.timbre.tokens.HuggingFaceTokenizer;
import studio.timbre.train.Example;
import studio.timbre.train.Examples;
import studio.timbre.weights.BaseModel;
import studio.timbre.weights.BaseModels;

/** The real model and the sample conversations, for tests against reference figures. */
final class RealLlama implements AutoCloseable {
  private static final Path SAMPLE = Path.of("src/main/resources/studio/timbre/sample");

  final BaseModel base;

  RealLlama() throws Exception {
    base = BaseModels.open(RealModel.path());
  }

  /** All conversations of a sample file, cut to length. */
  List<Example> examples(String file, int maxLength) throws Exception {
    var format =
        new ChatFormat(
            HuggingFaceTokenizer.fromJson(base.tokenizerJson()),
            new ChatTemplate(base.chatTemplate(), base.beginToken(), base.endToken()));
    var conversations = new ArrayList<Conversation>();
    for (String line : Files.readAllLines(SAMPLE.resolve(file))) {
      conversations.add(ConversationJson.parse(line));
    }
    return Examples.of(conversations, format, maxLength).examples();
  }

  /** With the matrices of {@link MadeLora}. */
  LoraModel withMadeLora(boolean zeroB) {
    var lora = new Lora(base.config(), LoraSpec.DEFAULT);
    MadeLora.fill(lora, zeroB);
    return new LoraModel(base, lora);
  }

  /** The examples at the indices that a figure lists. */
  static List<Example> pick(List<Example> examples, JsonNode indices) {
    var picked = new ArrayList<Example>();
    for (int index : Figures.ints(indices)) {
      picked.add(examples.get(index));
    }
    return picked;
  }

  @Override
  public void close() {
    base.close();
  }
}
