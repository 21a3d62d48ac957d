package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Message;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;

class MendingTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() {
    session.close();
    timbre.close();
  }

  private long add(Conversation conversation) {
    return session.add(conversation, Split.TRAINING, Optional.empty());
  }

  private List<String> texts(long id) {
    return session.row(id).orElseThrow().conversation().messages().stream()
        .map(Message::text)
        .toList();
  }

  private Optional<Problem> problem(String kind) {
    return session.problems().stream().filter(problem -> problem.kind().equals(kind)).findFirst();
  }

  @Test
  void whatIsPrivateIsReplacedInOneActAndComesBackWithUndo() {
    long first =
        add(
            TextProblemsTest.talk(
                "Meu e-mail é maria.souza@gmail.com, posso trocar o endereço da entrega?",
                "Claro: escrevemos para maria.souza@gmail.com assim que o pedido sair do porto."));
    long second = add(TextProblemsTest.talk("Who writes?", "It is joe@gmail.com"));
    assertThat(session.mending().examples("personal_email", first).getFirst())
        .extracting(Mending.Example::found, Mending.Example::mended)
        .containsExactly("maria.souza@gmail.com", Optional.of("maria@example.com"));
    assertThat(session.mending().mend("personal_email", Progress.NONE, first, second)).isEqualTo(2);
    assertThat(texts(first))
        .containsExactly(
            "Warm.",
            "Meu e-mail é maria@example.com, posso trocar o endereço da entrega?",
            "Claro: escrevemos para maria@example.com assim que o pedido sair do porto.");
    assertThat(texts(second)).contains("It is alex@example.com");
    assertThat(problem("personal_email")).isEmpty();
    assertThat(session.undo().orElseThrow().kind()).isEqualTo("mend");
    assertThat(texts(second)).contains("It is joe@gmail.com");
    assertThat(problem("personal_email").orElseThrow().conversations())
        .containsExactly(first, second);
  }

  @Test
  void allThatIsPrivateIsReplacedInOneActButForWhatWasLetPass() {
    long both =
        add(
            TextProblemsTest.talk(
                "My card is 4111 1111 1111 1111, write to joe@gmail.com",
                "We wrote to joe@gmail.com."));
    long phone = add(TextProblemsTest.talk("Me?", "Call +55 11 91234-5678 or ann@gmail.com"));
    long passed = add(TextProblemsTest.talk("Who?", "Ask bob@gmail.com"));
    session.mending().letPass("personal_email", "A made-up name", Progress.NONE, passed);
    session.mending().letPass("personal_phone", "Our own", Progress.NONE, phone);
    long before = session.journalPosition();
    var all = Checking.privateData(session.problems()).orElseThrow();
    assertThat(all.conversations()).containsExactlyInAnyOrder(both, phone);
    assertThat(session.mending().examples(all.kind(), phone).getFirst())
        .extracting(Mending.Example::found, Mending.Example::mended)
        .containsExactly("ann@gmail.com", Optional.of("alex@example.com"));
    var shown = session.mending().examples(all.kind(), both).getFirst();
    assertThat(shown.found()).isEqualTo("4111 1111 1111 1111");
    assertThat(shown.more())
        .as("all that is close by is shown as it will be replaced")
        .extracting(Mending.Next::found, Mending.Next::mended)
        .containsExactly(tuple("joe@gmail.com", Optional.of("alex@example.com")));
    assertThat(shown.elsewhere()).isEqualTo(1);
    assertThat(session.mending().mend(all.kind(), Progress.NONE, both, phone)).isEqualTo(2);
    assertThat(texts(both))
        .contains("My card is 0000 0000 0000 0001, write to alex@example.com")
        .contains("We wrote to alex@example.com.");
    assertThat(texts(phone)).contains("Call +55 11 91234-5678 or alex@example.com");
    assertThat(texts(passed)).contains("Ask bob@gmail.com");
    assertThat(Checking.privateData(session.problems())).isEmpty();
    assertThat(session.undo().orElseThrow().kind()).isEqualTo("redact");
    assertThat(session.journalPosition()).isEqualTo(before);
    assertThat(texts(both)).contains("We wrote to joe@gmail.com.");
  }

  @Test
  void theArgumentsOfACallAndTheRejectedAnswerAreReplacedToo() throws Exception {
    long call =
        add(
            ConversationJson.parse(
                """
                {"messages":[{"role":"user","content":"Me: joe@gmail.com"},{"role":"assistant","content":null,"tool_calls":[{"id":"1",\
                "type":"function","function":{"name":"find","arguments":"{\\"mail\\":\\"joe@gmail.com\\"}"}}]}]}"""));
    long pair =
        add(
            ConversationJson.parse(
                """
                {"input":{"messages":[{"role":"user","content":"Who?"}]},"preferred_output":[{"role":"assistant","content":"We."}],\
                "non_preferred_output":[{"role":"assistant","content":"joe@gmail.com"}]}"""));
    session.mending().mend("personal_email", Progress.NONE, call, pair);
    for (long id : new long[] {call, pair}) {
      assertThat(ConversationJson.write(session.row(id).orElseThrow().conversation()))
          .contains("alex@example.com")
          .doesNotContain("joe@gmail.com");
    }
  }

  @Test
  void brokenCharactersAreReadAsTheyWereMeant() {
    long id = add(TextProblemsTest.talk("CafÃ©?", "NÃ£o, chÃ¡."));
    session.mending().mend("broken_encoding", Progress.NONE, id);
    assertThat(texts(id)).containsExactly("Warm.", "Café?", "Não, chá.");
  }

  @Test
  void copiesGoAndTheFirstStays() {
    long first = add(TextProblemsTest.talk("A?", "B."));
    long second = add(TextProblemsTest.talk("A?", "B."));
    long third = add(TextProblemsTest.talk("A?", "C."));
    assertThat(session.mending().mend("duplicate", Progress.NONE, first, second, third))
        .isEqualTo(1);
    assertThat(session.ids(ConversationQuery.ALL)).containsExactly(first, third);
    long position = session.journalPosition();
    assertThat(session.mending().mend("duplicate", Progress.NONE, first, third)).isZero();
    assertThat(session.journalPosition()).as("nothing to take back").isEqualTo(position);
  }

  @Test
  void whatIsLetPassIsNotToldUntilTheTextChanges() {
    long first = add(TextProblemsTest.talk("Who?", "It is joe@gmail.com"));
    long second = add(TextProblemsTest.talk("And?", "It is ann@gmail.com"));
    session.mending().letPass("personal_email", "A made-up name", Progress.NONE, first);
    assertThat(problem("personal_email").orElseThrow().conversations()).containsExactly(second);
    assertThat(session.mending().passed())
        .extracting(Mending.Passed::first, Mending.Passed::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(first, "A made-up name"));
    session.mending().findAgain(session.mending().passed().getFirst());
    assertThat(problem("personal_email").orElseThrow().conversations())
        .containsExactly(first, second);
  }

  @Test
  void manyAreLetPassInOneActAndFoundAgainInOne() {
    var ids = new ArrayList<Long>();
    for (int i = 0; i < 30; i++) {
      ids.add(add(TextProblemsTest.talk("Who " + i + "?", "It is joe" + i + "@gmail.com")));
    }
    long[] all = ids.stream().mapToLong(Long::longValue).toArray();
    assertThat(problem("personal_email").orElseThrow().conversations()).hasSize(30);
    var act =
        session
            .mending()
            .letPass("personal_email", "Made-up names", Progress.NONE, all)
            .orElseThrow();
    assertThat(act.conversations()).isEqualTo(30);
    assertThat(problem("personal_email")).isEmpty();
    session.replace(Map.of(ids.get(3), TextProblemsTest.talk("Who 3?", "It is now ann@gmail.com")));
    assertThat(problem("personal_email").orElseThrow().conversations())
        .as("a new text is looked at with new eyes")
        .containsExactly(ids.get(3));
    assertThat(session.mending().passed())
        .extracting(Mending.Passed::conversations, Mending.Passed::reason)
        .containsExactly(tuple(29L, "Made-up names"));
    session.undo();
    assertThat(problem("personal_email")).as("what was let pass is back").isEmpty();
    assertThat(session.mending().conversations(act)).containsExactly(all);
    session.mending().findAgain(act);
    assertThat(session.mending().passed()).isEmpty();
    assertThat(problem("personal_email").orElseThrow().conversations())
        .containsExactlyElementsOf(ids);
  }

  @Test
  void whatIsLetPassIsNoLongerAmongThoseToFilterBy() {
    long id = add(TextProblemsTest.talk("Who?", "It is joe@gmail.com"));
    var facets = session.facets();
    assertThat(facets.of(Facet.PROBLEM, ConversationQuery.ALL, Progress.NONE))
        .containsKey("personal_email");
    var act = session.mending().letPass("personal_email", "Made up", Progress.NONE, id);
    assertThat(facets.of(Facet.PROBLEM, ConversationQuery.ALL, Progress.NONE))
        .doesNotContainKey("personal_email");
    session.mending().findAgain(act.orElseThrow());
    assertThat(facets.of(Facet.PROBLEM, ConversationQuery.ALL, Progress.NONE))
        .containsKey("personal_email");
  }
}
