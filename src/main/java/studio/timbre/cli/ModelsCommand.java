package studio.timbre.cli;

import java.util.List;
import picocli.CommandLine.Command;
import studio.timbre.app.Models;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.LibraryModel;

/** {@code timbre models}: the library of base models. */
@Command(
    name = "models",
    description = "Lists the base models of the library, adds to it, downloads.")
final class ModelsCommand extends TimbreCommand {

  ModelsCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) {
    var models = timbre.models().list();
    output.object(
        new JsonFields().with("models", models.stream().map(ModelsCommand::fields).toList()));
    tell(models, output);
    return 0;
  }

  private static void tell(List<LibraryModel> models, Output output) {
    if (models.isEmpty()) {
      output.say("The library is empty. The model to start with comes with:");
      output.say("  timbre models fetch " + Models.STARTER);
      return;
    }
    var columns =
        new Columns(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT)
            .row("Name", "Parameters", "On disk", "Format", "Path");
    for (var model : models) {
      columns.row(
          model.name(),
          Numbers.parameters(model.parameters()),
          Numbers.bytes(model.bytes()),
          model.format(),
          model.path().toString());
    }
    columns.lines().forEach(output::say);
  }

  /** A model as programs read it. */
  static JsonFields fields(LibraryModel model) {
    return new JsonFields()
        .with("name", model.name())
        .with("title", model.title())
        .with("format", model.format())
        .with("parameters", model.parameters())
        .with("bytes", model.bytes())
        .with("path", model.path());
  }

  /** What was added, as people read it. */
  static String sentence(LibraryModel model) {
    return "%s is in the library: %s, %s parameters, %s in %s"
        .formatted(
            model.name(),
            model.title(),
            Numbers.parameters(model.parameters()),
            Numbers.bytes(model.bytes()),
            model.path());
  }
}
