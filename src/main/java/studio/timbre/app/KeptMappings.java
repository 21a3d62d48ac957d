package studio.timbre.app;

import java.util.Optional;
import studio.timbre.json.TableMappingJson;
import studio.timbre.model.TableMapping;

/** What a project has been told of the columns of tables; a table with the same columns is read in the same way again. */
public final class KeptMappings implements TableMappings {
  private static final String KEY = "import.mapping.";

  private final ProjectSession project;

  KeptMappings(ProjectSession project) {
    this.project = project;
  }

  /** Empty where nothing is known of such a table. */
  @Override
  public Optional<TableMapping> of(TableLook look) {
    var named = project.setting(KEY + look.namedSource());
    return (named.isPresent() || look.guess().header()
            ? named
            : project.setting(KEY + look.unnamedSource()))
        .flatMap(TableMappingJson::read);
  }

  public void remember(TableLook look, TableMapping mapping) {
    boolean named = look.guess().header() || mapping.header();
    String source = named ? look.namedSource() : look.unnamedSource();
    project.remember(KEY + source, TableMappingJson.write(mapping));
  }
}
