package studio.timbre.ui.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ImportPlan;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Progress;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of the mapping of a table, to be looked at; nothing in them is cut off or without a name. */
class MappingSnapshotsTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private Parent shown = new StackPane();
  private final List<MappingViewModel> made = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    session = timbre.create(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          made.forEach(MappingViewModel::close);
          return true;
        });
    session.close();
    timbre.close();
  }

  @Test
  void anUglyExport() throws Exception {
    take("mapping-export", export(), model -> {});
  }

  @Test
  void messagesInRows() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("chats.csv"),
            """
            ticket,quem,mensagem,status
            T-1,cliente,Vocês entregam em Niterói?,aprovado
            T-1,atendente,"Entregamos sim, de terça a sábado.",
            T-2,cliente,Posso trocar o grão por moído?,
            T-2,Léo Farias,Vou verificar.,
            T-3,cliente,Qual o horário de domingo?,revisão
            T-3,atendente,Das 9h às 13h.,talvez
            """);
    take("mapping-messages", file, model -> model.use(3, Use.LEFT_OUT));
  }

  @Test
  void aWorkbookAsLastTime() throws Exception {
    var file = Path.of("src/test/resources/tables/service-desk.xlsx");
    var plan = ImportPlan.of(List.of(file), session.mappings(), Progress.NONE);
    var look = plan.tables().getFirst().look();
    session
        .mappings()
        .remember(
            look,
            look.guess()
                .withUse(1, Use.LEFT_OUT)
                .withSystem(Optional.of("You answer for Café Aurora: warm, brief, no jargon.")));
    take("mapping-workbook", file, model -> {});
  }

  @Test
  void whatCannotComeIn() throws Exception {
    take(
        "mapping-obstacle",
        export(),
        model -> {
          model.shape(TableShape.MESSAGE);
        });
  }

  @Test
  void aLongTable() throws Exception {
    var text = new StringBuilder("question,answer\n");
    for (int i = 0; i < 50_100; i++) {
      text.append("Where is order ").append(i).append("?,On its way.\n");
    }
    take("mapping-long", Files.writeString(folder.resolve("orders.csv"), text), model -> {});
  }

  private Path export() throws Exception {
    var text = new StringBuilder("Relatório de atendimentos – Café Aurora;;;;\r\n;;;;\r\n");
    text.append("Data;Pergunta do cliente;Resposta;Canal;Observação\r\n");
    for (int i = 0; i < 40; i++) {
      text.append("%02d/11/2026;".formatted(i % 28 + 1))
          .append(
              switch (i % 3) {
                case 0 ->
                    "Vocês têm opção sem lactose?;\"Temos sim: aveia, amêndoa e coco; é só pedir.\"";
                case 1 ->
                    "Meu pedido nº 88 ainda não chegou, o que houve?;Desculpe a demora. Ele sai hoje às 15h e chega até as 18h.";
                default -> "Aceitam cartão de refeição?;" + (i == 5 ? "" : "Aceitamos todos.");
              })
          .append(i % 2 == 0 ? ";WhatsApp;\r\n" : ";Instagram;revisar tom\r\n");
    }
    text.append(";;;;só uma nota\r\nTotal;40;;;\r\n");
    return Files.write(
        folder.resolve("atendimentos.csv"),
        text.toString().getBytes(Charset.forName("windows-1252")));
  }

  private void take(String name, Path file, Consumer<MappingViewModel> act) throws Exception {
    Snapshots.take(name, texts -> build(texts, file, act), ready());
    assertThat(Path.of("target/snapshots/" + name + "-narrow-light-pt.png")).exists();
  }

  private Callable<Boolean> ready() {
    return () -> {
      var root = shown;
      root.applyCss();
      root.layout();
      var model = made.getLast();
      return model.previewing().state().get() instanceof Previewing.State.Shown;
    };
  }

  private Parent build(Texts texts, Path file, Consumer<MappingViewModel> act) {
    var model =
        new MappingViewModel(
            new Work(Runnable::run, Runnable::run),
            problem -> {
              throw new AssertionError(problem);
            });
    made.add(model);
    shown = new StackPane(new MappingView(model, texts));
    try {
      model.ask(
          ImportPlan.of(List.of(file), session.mappings(), Progress.NONE),
          false,
          answers -> {},
          () -> {});
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    act.accept(model);
    return shown;
  }
}
