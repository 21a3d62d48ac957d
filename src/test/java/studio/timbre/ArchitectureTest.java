package studio.timbre;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house rules of docs/architecture.md. */
@AnalyzeClasses(packages = "studio.timbre", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("model")
          .definedBy("studio.timbre.model..")
          .layer("json")
          .definedBy("studio.timbre.json..")
          .layer("tokens")
          .definedBy("studio.timbre.tokens..")
          .layer("dataset")
          .definedBy("studio.timbre.dataset..")
          .layer("checks")
          .definedBy("studio.timbre.checks..")
          .layer("voice")
          .definedBy("studio.timbre.voice..")
          .layer("topics")
          .definedBy("studio.timbre.topics..")
          .layer("pricing")
          .definedBy("studio.timbre.pricing..")
          .layer("store")
          .definedBy("studio.timbre.store..")
          .layer("secrets")
          .definedBy("studio.timbre.secrets..")
          .layer("spelling")
          .definedBy("studio.timbre.spelling..")
          .layer("weights")
          .definedBy("studio.timbre.weights..")
          .layer("train")
          .definedBy("studio.timbre.train")
          .layer("torch")
          .definedBy("studio.timbre.train.torch..")
          .layer("jobs")
          .definedBy("studio.timbre.jobs")
          .layer("local")
          .definedBy("studio.timbre.jobs.local..")
          .layer("openai")
          .definedBy("studio.timbre.jobs.openai..")
          .layer("remote")
          .definedBy("studio.timbre.jobs.remote..")
          .layer("together")
          .definedBy("studio.timbre.jobs.together..")
          .layer("nebius")
          .definedBy("studio.timbre.jobs.nebius..")
          .layer("fireworks")
          .definedBy("studio.timbre.jobs.fireworks..")
          .layer("app")
          .definedBy("studio.timbre.app..")
          .layer("cli")
          .definedBy("studio.timbre.cli..")
          .layer("ui")
          .definedBy("studio.timbre.ui..")
          .layer("launcher")
          .definedBy("studio.timbre")
          .whereLayer("json")
          .mayOnlyAccessLayers("model")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("tokens")
          .mayOnlyAccessLayers("model", "json")
          .whereLayer("dataset")
          .mayOnlyAccessLayers("model", "json", "tokens")
          .whereLayer("checks")
          .mayOnlyAccessLayers("model")
          .whereLayer("voice")
          .mayOnlyAccessLayers("model")
          .whereLayer("topics")
          .mayOnlyAccessLayers("model")
          .whereLayer("pricing")
          .mayOnlyAccessLayers("model", "tokens")
          .whereLayer("store")
          .mayOnlyAccessLayers("model", "json")
          .whereLayer("secrets")
          .mayOnlyAccessLayers("model")
          .whereLayer("spelling")
          .mayOnlyAccessLayers("model")
          .whereLayer("weights")
          .mayOnlyAccessLayers("model")
          .whereLayer("train")
          .mayOnlyAccessLayers("model", "json", "tokens", "weights")
          .whereLayer("torch")
          .mayOnlyAccessLayers("model", "weights", "train")
          .whereLayer("jobs")
          .mayOnlyAccessLayers("model")
          .whereLayer("local")
          .mayOnlyAccessLayers("model", "json", "tokens", "weights", "jobs", "train", "torch")
          .whereLayer("remote")
          .mayOnlyAccessLayers("model", "jobs")
          .whereLayer("remote")
          .mayOnlyBeAccessedByLayers("app", "openai", "together", "fireworks", "nebius")
          .whereLayer("openai")
          .mayOnlyAccessLayers("model", "jobs", "remote")
          .whereLayer("openai")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("together")
          .mayOnlyAccessLayers("model", "jobs", "remote")
          .whereLayer("together")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("nebius")
          .mayOnlyAccessLayers("model", "jobs", "remote")
          .whereLayer("nebius")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("fireworks")
          .mayOnlyAccessLayers("model", "jobs", "remote")
          .whereLayer("fireworks")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("cli")
          .mayOnlyAccessLayers("app", "model")
          .whereLayer("ui")
          .mayOnlyAccessLayers("app", "model")
          .whereLayer("launcher")
          .mayOnlyAccessLayers("app", "cli", "ui", "local");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("studio.timbre.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule SQL = only("studio.timbre.store..", "java.sql..");
  @ArchTest static final ArchRule LIBTORCH = only("studio.timbre.train.torch..", "org.bytedeco..");
  @ArchTest static final ArchRule OPENAI = only("studio.timbre.jobs.openai..", "com.openai..");

  @ArchTest static final ArchRule LUCENE = only("studio.timbre.spelling..", "org.apache.lucene..");

  @ArchTest
  static final ArchRule FASTCSV = only("studio.timbre.dataset.table..", "de.siegmar.fastcsv..");

  @ArchTest static final ArchRule PARQUET = only("studio.timbre.dataset.table..", "dev.hardwood..");

  @ArchTest static final ArchRule WEBP = only("studio.timbre.app..", "com.twelvemonkeys..");

  @ArchTest
  static final ArchRule KEYRING = only("studio.timbre.secrets..", "com.github.javakeyring..");

  @ArchTest static final ArchRule JAVAFX = only("studio.timbre.ui..", "javafx..");

  @ArchTest
  static final ArchRule VIEW_MODELS_HAVE_NO_NODES =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule RUN_LATER =
      noClasses()
          .that()
          .resideOutsideOfPackage("studio.timbre.ui.fx..")
          .should()
          .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

  @ArchTest
  static final ArchRule NEW_THREAD =
      noClasses()
          .that()
          .resideOutsideOfPackages("studio.timbre.jobs..", "studio.timbre.app..")
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class);

  /** docs/decisions/015: native code and pipes hold the carrier of a virtual thread, and a few of them hold up all others. */
  @ArchTest
  static final ArchRule NO_VIRTUAL_THREADS =
      noClasses()
          .should()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .orShould()
          .callMethod(java.util.concurrent.Executors.class, "newVirtualThreadPerTaskExecutor");

  private static ArchRule only(String user, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
