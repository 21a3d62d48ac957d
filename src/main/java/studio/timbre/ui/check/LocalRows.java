package studio.timbre.ui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import studio.timbre.app.LocalDestinations.Figures;
import studio.timbre.app.LocalDestinations.Here;
import studio.timbre.app.LocalDestinations.Outlook;
import studio.timbre.model.LibraryModel;
import studio.timbre.ui.check.DestinationRow.Standing;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;

/** This computer among the places to train: its models with what they make of the data, or the one that could be fetched. */
final class LocalRows {
  private final Texts texts;
  private final Consumer<Spotlight> showData;
  private final Runnable toTrain;

  /**
   * @param showData puts conversations before the person, in Data
   * @param toTrain goes where models are fetched
   */
  LocalRows(Texts texts, Consumer<Spotlight> showData, Runnable toTrain) {
    this.texts = texts;
    this.showData = showData;
    this.toTrain = toTrain;
  }

  List<Node> of(Outlook outlook) {
    var rows = new ArrayList<Node>();
    outlook.here().forEach(here -> rows.add(row(here, outlook.conversations())));
    outlook
        .offered()
        .ifPresent(
            offered -> {
              var row =
                  new DestinationRow(
                      texts,
                      texts.get("train.where.here"),
                      Standing.OPEN,
                      texts.get("where.local.none", offered.title(), texts.bytes(offered.bytes())));
              var go = new Hyperlink(texts.get("where.local.toTrain"));
              go.setId("where-to-train");
              go.setOnAction(event -> toTrain.run());
              row.add(go);
              rows.add(row);
            });
    return rows;
  }

  private DestinationRow row(Here here, long conversations) {
    var row =
        new DestinationRow(
            texts,
            texts.get("train.where.here"),
            Standing.of(here.isReady()),
            here.models().stream().map(LibraryModel::title).collect(Collectors.joining(" · ")));
    here.figures().ifPresent(figures -> row.addMuted(figures(figures, conversations)));
    row.addFindings(texts, here.findings(), showData);
    return row;
  }

  private String figures(Figures figures, long conversations) {
    String counted =
        texts.get(
            "where.local.tokens",
            figures.tokens(),
            figures.longest(),
            figures.learned(),
            conversations);
    return figures.keptTokens() < figures.tokens()
        ? counted
            + " "
            + texts.get("where.local.off", figures.tokens() - figures.keptTokens(), figures.limit())
        : counted;
  }
}
