package studio.timbre.app;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.app.ApiVoices.KeyRing;
import studio.timbre.app.ServedModel.Stage;
import studio.timbre.jobs.nebius.AdapterService;
import studio.timbre.jobs.openai.ModelCalls;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** Serving as each provider does it. Safe for use by several threads. */
final class ProviderServing implements Serving, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProviderServing.class.getName());

  private final ServedModels kept;
  private final ServingFacts facts;
  private final KeyRing keys;
  private final JobKeys handedOver = new JobKeys(JobKeys.Source.NONE);
  private final Pace pace;
  private final ModelCalls models = new ModelCalls();
  private final Listeners listeners = new Listeners();

  /** The deployments that are seen to. */
  private final Map<String, Thread> attended = new ConcurrentHashMap<>();

  ProviderServing(ServedModels kept, ServingFacts facts, KeyRing keys, Pace pace) {
    this.kept = kept;
    this.facts = facts;
    this.keys = keys;
    this.pace = pace;
  }

  @Override
  public void use(Connection connection, ApiKey key) {
    handedOver.hand(connection, key);
  }

  private ApiKey keyOf(Connection connection) throws UserFacingException {
    var given = handedOver.known(connection);
    return given.isPresent() ? given.get() : keys.keyOf(connection);
  }

  @Override
  public boolean isSeenTo(TunedModel model) {
    return attended.containsKey(id(model));
  }

  @Override
  public State state(TunedModel model) {
    return kept.find(model).map(served -> state(model, served)).orElseGet(() -> undeployed(model));
  }

  private State state(TunedModel model, ServedModel served) {
    return switch (served.stage()) {
      case ASKED, DEPLOYING -> new State.Deploying();
      case SERVES ->
          new State.Answers(
              served.name().orElse(model.model()),
              served.wanted().isEmpty() ? Ending.BY_HAND : Ending.TAKES_DOWN);
      case FAILED -> new State.Failed(served.base(), served.reason().orElse(""));
      case ENDED -> new State.Ended();
    };
  }

  private State undeployed(TunedModel model) {
    return switch (model.connection().provider()) {
      case OPENAI -> new State.Answers(model.model(), Ending.DELETES_MODEL);
      case COMPATIBLE -> new State.Answers(model.model(), Ending.NONE);
      case NEBIUS -> {
        var base = facts.servedBase(model.base());
        yield model.job().isPresent()
            ? new State.Deployable(base.orElse(model.base()), base.isPresent())
            : new State.Elsewhere();
      }
      case AZURE -> new State.AtAzure(facts.azure(model));
      case CRUSOE, TOGETHER, FIREWORKS -> new State.Elsewhere();
    };
  }

  @Override
  public synchronized void deploy(TunedModel model, String base) throws UserFacingException {
    var service = new AdapterService(model.connection(), keyOf(model.connection()), pace);
    var asked =
        new ServedModel(
            model.connection().id(),
            model.model(),
            Stage.ASKED,
            freshName(model),
            base.strip(),
            Optional.empty(),
            Optional.empty(),
            pace.now());
    if (kept.claim(model, asked)) {
      see(model, service, deployment -> deployment.begin(asked));
    } else {
      service.close();
    }
    listeners.tell();
  }

  @Override
  public boolean isBilledByToken(TunedModel model, String base) {
    return facts.servedBase(model.base()).equals(Optional.of(base.strip()));
  }

  /** Short, of plain letters, and with a part of its own by which it is found again. */
  private String freshName(TunedModel model) {
    String plain =
        model.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String begin = plain.length() > 20 ? plain.substring(0, 20).replaceAll("-$", "") : plain;
    int own = (model.model() + pace.now()).hashCode();
    String end = HexFormat.of().toHexDigits(own);
    return begin.isEmpty() ? "timbre-" + end : begin + "-" + end;
  }

  @Override
  public synchronized void attend(TunedModel model) throws UserFacingException {
    var served = kept.find(model).filter(ServedModel::isUnderWay);
    if (served.isPresent() && !attended.containsKey(id(model))) {
      var service = new AdapterService(model.connection(), keyOf(model.connection()), pace);
      see(model, service, deployment -> deployment.goOn(served.get()));
    }
  }

  /** Goes on with the deployments of what these jobs have tuned, as far as their keys are at hand. */
  void attendLeft(ApiJobs jobs) {
    if (!kept.isAnyUnderWay()) {
      return;
    }
    for (var model : TunedModels.of(jobs)) {
      try {
        attend(model);
      } catch (UserFacingException e) {
        // Hear shows what was last known of it.
        LOG.log(System.Logger.Level.INFO, "a deployment is not followed: {0}", e.getMessage());
      }
    }
  }

  private interface Seeing {
    void to(Deployment deployment) throws InterruptedException, UserFacingException;
  }

  private void see(TunedModel model, AdapterService service, Seeing seeing) {
    var deployment = new Deployment(model, service, kept, pace, listeners::tell);
    var thread =
        Thread.ofPlatform()
            .daemon()
            .name("deployment")
            .unstarted(
                () -> {
                  try (service) {
                    seeing.to(deployment);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  } catch (UserFacingException | RuntimeException e) {
                    // It stays as it was last written down, and is looked at again.
                    LOG.log(System.Logger.Level.WARNING, "a deployment is not followed", e);
                  } finally {
                    attended.remove(id(model));
                    listeners.tell();
                  }
                });
    attended.put(id(model), thread);
    thread.start();
  }

  private static String id(TunedModel model) {
    return model.connection().id() + " " + model.model();
  }

  @Override
  public void answersAs(TunedModel model, String name) throws UserFacingException {
    String typed = name.strip();
    if (typed.isEmpty()) {
      kept.remove(model);
    } else {
      kept.put(
          model,
          new ServedModel(
              model.connection().id(),
              model.model(),
              Stage.SERVES,
              "",
              "",
              Optional.of(typed),
              Optional.empty(),
              pace.now()));
    }
    listeners.tell();
  }

  @Override
  public void end(TunedModel model) throws UserFacingException {
    if (!(state(model) instanceof State.Answers answers)) {
      return;
    }
    switch (answers.ending()) {
      case DELETES_MODEL -> {
        models.delete(model.connection(), keyOf(model.connection()), model.model());
        kept.put(model, ended(model));
      }
      case TAKES_DOWN -> {
        takeDown(model, answers.name());
        kept.remove(model);
      }
      case BY_HAND -> kept.remove(model);
      case NONE -> {}
    }
    listeners.tell();
  }

  private ServedModel ended(TunedModel model) {
    return new ServedModel(
        model.connection().id(),
        model.model(),
        Stage.ENDED,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        pace.now());
  }

  private void takeDown(TunedModel model, String name) throws UserFacingException {
    var connection = model.connection();
    try (var service = new AdapterService(connection, keyOf(connection), pace)) {
      service.delete(name);
    } catch (CallFailure failure) {
      if (failure.kind() != CallFailure.Kind.MISSING) {
        String why = Deployment.words(failure);
        throw new UserFacingException(
            "error.serving.notEnded",
            "%s could not be taken down, and may go on answering: %s. Try again, or end it on the provider's own page."
                .formatted(model.name(), why),
            model.name(),
            why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a deployment is seen to. */
  boolean isBusy() {
    return !attended.isEmpty();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return listeners.add(listener);
  }

  /** Ends the looking; deployments go on at their providers. */
  @Override
  public void close() {
    attended.values().forEach(Thread::interrupt);
  }
}
