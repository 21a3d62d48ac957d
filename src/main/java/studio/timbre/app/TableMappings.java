package studio.timbre.app;

import java.util.Optional;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/** Says what the columns of a table mean. */
@FunctionalInterface
public interface TableMappings {
  /** Every table by its guess. */
  TableMappings GUESSED = _ -> Optional.empty();

  /** Empty where the columns are to be guessed. */
  Optional<TableMapping> of(TableLook look) throws UserFacingException;
}
