package studio.timbre.dataset.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.model.Conversation;

class TranscriptsTest {
  @TempDir Path folder;
  private final List<Conversation> conversations = new ArrayList<>();
  private final List<String> found = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private void read(String text) throws Exception {
    read(text, StandardCharsets.UTF_8);
  }

  private void read(String text, Charset charset) throws Exception {
    var file = Files.write(folder.resolve("notes.md"), text.getBytes(charset));
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            conversations.add(good.conversation());
            found.add(said(good.conversation()));
            good.leftOut().forEach(part -> leftOut.add(part.sentence()));
          }
          case ConversationReader.Line.Refused(_, var refusal) -> refused.add(refusal.sentence());
          case ConversationReader.Line.Beside(_, var part) -> leftOut.add(part.sentence());
        }
      }
    }
  }

  private static String said(Conversation conversation) {
    var all = new ArrayList<String>();
    conversation
        .messages()
        .forEach(message -> all.add(message.role().name().charAt(0) + ":" + message.text()));
    return String.join("|", all);
  }

  @Test
  void speakersAreKnownInThreeLanguages() throws Exception {
    read(
        """
        Customer: Late?
        Agent: A little: ten minutes.
        ---
        Cliente: Atrasou?
        Atendente: Um pouco.

        Dez minutos.
        ---
        **Pelanggan:** Terlambat?
        **Agen (Ayu):** Sedikit.
        """);
    assertThat(found)
        .containsExactly(
            "u:Late?|a:A little: ten minutes.",
            "u:Atrasou?|a:Um pouco.\n\nDez minutos.",
            "u:Terlambat?|a:Sedikit.");
    assertThat(conversations.getLast().messages().getLast().name()).hasValue("Ayu");
    assertThat(refused).isEmpty();
    assertThat(leftOut).isEmpty();
  }

  @Test
  void blankLinesPartOnlyWhereEachPartIsAConversation() throws Exception {
    read("User: a\nAssistant: b\n\nUser: c\nAssistant: d\n");
    assertThat(found).containsExactly("u:a|a:b", "u:c|a:d");
    found.clear();
    read("User: a\n\nAssistant: b\n\nUser: c\n\nAssistant: d\n");
    assertThat(found).containsExactly("u:a|a:b|u:c|a:d");
    found.clear();
    read("User: a\n\nAssistant: b\n\n\nUser: c\n\nAssistant: d\n");
    assertThat(found).containsExactly("u:a|a:b", "u:c|a:d");
  }

  @Test
  void headingsNameConversationsOrSpeakers() throws Exception {
    read("# Monday\n\n## Customer\nIs it open?\n\n## Agent\nAt nine.\n\n# Tuesday\nQ: x\nA: y\n");
    assertThat(found).containsExactly("u:Is it open?|a:At nine.", "u:x|a:y");
    assertThat(conversations)
        .extracting(conversation -> conversation.extras().get("title"))
        .containsExactly("\"Monday\"", "\"Tuesday\"");
  }

  @Test
  void whatHasNoPlaceIsTold() throws Exception {
    read(
        "Exported on Monday\n"
            + "[12:03] Customer: a\n"
            + "12:04 - Agent: b\n"
            + "---\n"
            + "No one: says this\n"
            + "---\n"
            + "# Empty\n");
    assertThat(found).containsExactly("u:a|a:b");
    assertThat(leftOut)
        .containsExactly(
            "Line 1: before anybody speaks: Exported on Monday",
            "Line 1: in the whole file: the times before speakers",
            "Line 1: the heading \"Empty\", under which nobody speaks");
    assertThat(refused)
        .containsExactly("Line 5: nobody speaks here, as in \"Customer: …\": No one: says this");
  }

  @Test
  void windowsLinesAndOldEncodingsAreRead() throws Exception {
    read("Usuário: Olá\r\nAssistente: Até já\r\n", Charset.forName("windows-1252"));
    assertThat(found).containsExactly("u:Olá|a:Até já");
    assertThat(leftOut.getFirst()).startsWith("the file is not UTF-8 and was read as windows-1252");
    found.clear();
    read("User: a\nAssistant: b", StandardCharsets.UTF_16);
    assertThat(found).containsExactly("u:a|a:b");
  }
}
