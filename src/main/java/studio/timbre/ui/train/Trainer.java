package studio.timbre.ui.train;

import java.nio.file.Path;
import java.util.List;
import studio.timbre.app.Models;
import studio.timbre.app.Runs;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Progress;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** What the Train screen asks of the model library and the runs; each verb may take long. */
interface Trainer {
  List<LibraryModel> models();

  LibraryModel add(Path weights) throws UserFacingException;

  /** Downloads the model that Timbre starts with. */
  LibraryModel fetchStarter(Progress progress) throws UserFacingException;

  TrainingPlan plan(LibraryModel base, TrainingSpec spec) throws UserFacingException;

  JobId start(LibraryModel base, TrainingSpec spec, String name) throws UserFacingException;

  /** How many runs the project has. */
  int runs();

  static Trainer of(Models models, Runs runs) {
    return new Trainer() {
      @Override
      public List<LibraryModel> models() {
        return models.list();
      }

      @Override
      public LibraryModel add(Path weights) throws UserFacingException {
        return models.add(weights);
      }

      @Override
      public LibraryModel fetchStarter(Progress progress) throws UserFacingException {
        return models.fetch(Models.STARTER, progress);
      }

      @Override
      public TrainingPlan plan(LibraryModel base, TrainingSpec spec) throws UserFacingException {
        return runs.plan(base, spec);
      }

      @Override
      public JobId start(LibraryModel base, TrainingSpec spec, String name)
          throws UserFacingException {
        return runs.start(base, spec, name);
      }

      @Override
      public int runs() {
        return runs.list().size();
      }
    };
  }
}
