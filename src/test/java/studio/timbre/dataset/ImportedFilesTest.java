package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;

/** Files of every shape that Timbre imports, as they come out in the shape of chat lines. */
class ImportedFilesTest {
  private final List<Conversation> found = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> splits = new ArrayList<>();

  private void read(String name) throws Exception {
    try (var reader =
        ConversationReader.open(Path.of("src/test/resources/imports").resolve(name))) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good(_, var conversation, var parts, var placing) -> {
            placing.split().ifPresent(split -> splits.add(split.name()));
            found.add(conversation);
            lines.add(ConversationJson.writeLine(conversation));
            parts.forEach(
                part ->
                    leftOut.add(
                        part.pointer()
                            + part.key().replace("dataset.leftOut.", " ")
                            + " "
                            + part.arguments()));
          }
          case ConversationReader.Line.Refused(_, var refusal) ->
              refused.add(
                  refusal.place()
                      + refusal.key().replace("dataset.refused.", " ")
                      + " "
                      + refusal.arguments());
          case ConversationReader.Line.Beside(_, var part) ->
              leftOut.add(part.place() + " " + part.arguments());
        }
      }
    }
    for (var conversation : found) {
      assertThat(ConversationJson.parse(ConversationJson.writeLine(conversation)))
          .isEqualTo(conversation);
    }
  }

  @Test
  void promptsBecomeAQuestionAndItsAnswer() throws Exception {
    read("prompts.jsonl");
    assertThat(lines)
        .containsExactly(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"When do you open?\"},{\"role\":\"assistant\",\"content\":\" At nine.\\n\"}]}",
            "{\"messages\":[{\"role\":\"system\",\"content\":\"You are Gull.\"},{\"role\":\"user\",\"content\":\"And on Sunday?\"},{\"role\":\"assistant\",\"content\":\"We rest.\"}],\"source\":\"desk\"}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Good day\"}]}");
    assertThat(refused).isEmpty();
  }

  @Test
  void everyLineIsToldForItself() throws Exception {
    read("mixed.jsonl");
    assertThat(found)
        .extracting(conversation -> conversation.question() + " " + conversation.answer())
        .containsExactly("a chat", "b prompt", "c alpaca", "d sharegpt", "e pair");
    assertThat(found.getLast().isPair()).isTrue();
    assertThat(refused)
        .containsExactly(
            "line 7 unknownShape [question, answer]",
            "line 8 missing [completion]",
            "line 9 notText [output]",
            "line 10 notAnObject []");
  }

  @Test
  void aListInTheShapeOfShareGptKeepsItsToolsAndKeys() throws Exception {
    read("sharegpt.json");
    assertThat(lines)
        .containsExactly(
            "{\"messages\":[{\"role\":\"system\",\"content\":\"You are Gull, the voice of a ferry line.\"},"
                + "{\"role\":\"user\",\"content\":\"Is the ferry late?\"},"
                + "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"timetable\",\"arguments\":\"{\\\"line\\\":4}\"}}]},"
                + "{\"role\":\"tool\",\"content\":\"{\\\"late\\\": 10}\",\"tool_call_id\":\"call_1\"},"
                + "{\"role\":\"assistant\",\"content\":\"By ten minutes.\",\"weight\":1,\"model\":\"old\"}],"
                + "\"id\":\"identity_0\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"timetable\",\"description\":\"\",\"parameters\":{}}}]}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Thanks\"},{\"role\":\"assistant\",\"content\":\"Any time\"}]}");
    assertThat(refused)
        .containsExactly("line 17 (/2) noRole [1]", "line 18 (/3) callUnreadable [2]");
    assertThat(ConversationChecks.of(found.getFirst()))
        .doesNotContain(FormatProblem.BROKEN_TOOL_CALL, FormatProblem.TOOL_ANSWER_WITHOUT_CALL);
  }

  @Test
  void linesInTheShapeOfShareGptGiveEachResultItsCall() throws Exception {
    read("sharegpt.jsonl");
    assertThat(lines.getFirst())
        .isEqualTo(
            "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello\"}]}");
    var messages = found.getLast().messages();
    assertThat(messages.get(2).extras()).containsEntry("tool_call_id", "\"call_1\"");
    assertThat(messages.get(3).extras()).containsEntry("tool_call_id", "\"call_2\"");
    assertThat(refused).isEmpty();
  }

  @Test
  void instructionsTakeTheirInputSystemAndHistory() throws Exception {
    read("alpaca.json");
    assertThat(lines)
        .containsExactly(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Put it kindly.\\nNo refunds.\"},{\"role\":\"assistant\",\"content\":\"We are sorry that we cannot refund this.\"}],\"text\":\"kept\"}",
            "{\"messages\":[{\"role\":\"system\",\"content\":\"You are Gull.\"},"
                + "{\"role\":\"user\",\"content\":\"Is it open?\"},{\"role\":\"assistant\",\"content\":\"Not yet.\"},"
                + "{\"role\":\"user\",\"content\":\"At noon?\"},{\"role\":\"assistant\",\"content\":\"Perhaps.\"},"
                + "{\"role\":\"user\",\"content\":\"And now?\"},{\"role\":\"assistant\",\"content\":\"Later.\"}]}");
    assertThat(refused)
        .containsExactly("line 15 (/2) missing [output]", "line 16 (/3) historyNotPairs []");
  }

  @Test
  void aFaultInAListCostsTheOneThatHasIt() throws Exception {
    read("chats.json");
    assertThat(found).extracting(Conversation::answer).containsExactly("b", "h");
    assertThat(refused)
        .containsExactly(
            "line 2 (/1) duplicateKey [content]",
            "line 3 (/2) notJson [45]",
            "line 4 (/3) notAnObject []",
            "line 5 (/4) notAnObject []");
  }

  @Test
  void objectsOverSeveralLinesFollowEachOther() throws Exception {
    read("objects.json");
    assertThat(found).extracting(Conversation::answer).containsExactly("b", "d");
    assertThat(refused).isEmpty();
  }

  @Test
  void ofAChatGptExportTheCurrentBranchComesAndTheRestIsListed() throws Exception {
    read("conversations.json");
    assertThat(lines)
        .containsExactly(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Is this our ferry?\"},"
                + "{\"role\":\"assistant\",\"content\":\"It is the Gull, line 4.\"},"
                + "{\"role\":\"user\",\"content\":\"Thanks\"},{\"role\":\"assistant\",\"content\":\"Any time.\"}],"
                + "\"title\":\"Ferry in fog\",\"create_time\":1700000000.5,\"conversation_id\":\"c-1\",\"is_archived\":false}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello\"}],\"title\":\"Short\",\"id\":\"c-2\"}");
    assertThat(leftOut)
        .containsExactly(
            "/0 branches [2, Ferry in fog]",
            "/0 parts [1, Ferry in fog]",
            "/0 steps [3, Ferry in fog]",
            "/0 hidden [1, Ferry in fog]",
            "/0 messageData []");
    assertThat(refused)
        .containsExactly(
            "line 1 (/2) chatBroken []",
            "line 1 (/3) chatEmpty []",
            "line 1 (/4) missing [current_node]");
  }

  @Test
  void pairsOfAChosenAndARejectedAnswerComeInWhateverStandsBeforeThem() throws Exception {
    read("preferences.jsonl");
    assertThat(lines)
        .containsExactly(
            "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Is it late?\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"By ten minutes, sorry.\"}],\"score\":4,\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Yes.\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"system\",\"content\":\"You are Gull.\"},{\"role\":\"user\",\"content\":\"Late?\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"A little.\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Late.\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Good day.\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Hey\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Good day.\"}],\"prompt_id\":\"p1\",\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Hey\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},{\"role\":\"user\",\"content\":\"Open?\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"At nine.\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Later.\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Put it kindly.\\nNo refunds.\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"We are sorry that we cannot refund this.\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"No.\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"system\",\"content\":\"Be exact.\"},{\"role\":\"user\",\"content\":\"Two and two?\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Four.\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Five.\"}]}",
            "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"b\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"c\"}]}");
    assertThat(refused).containsExactly("line 9 missing [prompt]", "line 10 preferredNotOne []");
  }

  @Test
  void aLineOfReinforcementTrainingComesAndGoesAsItIs() throws Exception {
    read("reinforcement.jsonl");
    assertThat(lines.getFirst())
        .isEqualTo(
            Files.readString(Path.of("src/test/resources/imports/reinforcement.jsonl")).strip());
    assertThat(refused).isEmpty();
  }

  @Test
  void listsWithinAnObjectAreReadAndTheirOtherKeysTold() throws Exception {
    read("wrapped.json");
    assertThat(found).extracting(Conversation::answer).containsExactly("b", "e");
    assertThat(splits).containsExactly("TRAINING", "HELD_OUT");
    assertThat(refused).containsExactly("line 5 (/train/1) missing [completion]");
    assertThat(leftOut).containsExactly("line 2 [version]", "line 7 [licence]");
  }

  @Test
  void aListUnderTheKeyDataIsOneOfConversations() throws Exception {
    read("wrapped-data.json");
    assertThat(found).extracting(Conversation::answer).containsExactly("b", "d");
    assertThat(refused).isEmpty();
    assertThat(leftOut).isEmpty();
  }
}
