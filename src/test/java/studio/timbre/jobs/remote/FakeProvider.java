package studio.timbre.jobs.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import studio.timbre.jobs.remote.FaultyServer.Answer;
import studio.timbre.jobs.remote.FaultyServer.Call;

/** What a provider has. A job moves on whenever somebody looks at it, so that tests wait for nothing. */
public abstract class FakeProvider {
  public static final int STEPS = 9;

  /** A job and how far it is. */
  public static final class Job {
    public final String id;
    public final JsonNode request;
    public int looks;
    public int hiddenFor;
    public int step;
    public boolean cancelled;

    public Job(String id, JsonNode request) {
      this.id = id;
      this.request = request;
    }

    public boolean isDone() {
      return cancelled || step >= STEPS;
    }
  }

  /** What is wrong with the requests that came. */
  public final List<String> violations = new CopyOnWriteArrayList<>();

  public final Map<String, byte[]> files = new LinkedHashMap<>();
  public final Map<String, Job> jobs = new LinkedHashMap<>();
  public boolean fails;
  public boolean neverEnds;
  public boolean keepsFiles;
  public boolean oddStates;

  /** Done at the first look. */
  public boolean isQuick;

  /** Looks at the list of jobs before a new one is in it. */
  public int lag;

  protected URI address = URI.create("http://127.0.0.1");
  protected int names;

  public abstract String base();

  public abstract boolean isCreate(Call call);

  protected abstract Answer reply(Call call) throws IOException;

  /** The names of the files that a job uses. */
  protected abstract Set<String> uses(Job job);

  /** The name under which a file was sent. */
  public abstract String sentAs(String file);

  protected void makeOddly(Random chance) {}

  final synchronized Answer answer(Call call) {
    try {
      return reply(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final void makeOdd(Random chance) {
    fails = chance.nextInt(6) == 0;
    keepsFiles = chance.nextInt(6) == 0;
    oddStates = chance.nextInt(4) == 0;
    lag = chance.nextInt(2) == 0 ? chance.nextInt(8) : 0;
    makeOddly(chance);
  }

  protected final void moveOn(Job job) {
    job.looks++;
    if (!job.cancelled && (isQuick || job.looks >= 3) && !(neverEnds && job.step >= 3)) {
      job.step = isQuick ? STEPS : Math.min(STEPS, job.step + 3);
    }
  }

  protected final List<Job> listed() {
    return jobs.values().stream().filter(job -> job.hiddenFor-- <= 0).toList();
  }

  /** Falls from 3 downwards; known to the tests. */
  public static double loss(int step) {
    return 3.0 / step;
  }

  protected static ObjectNode node() {
    return FaultyServer.JSON.createObjectNode();
  }

  protected static Answer missing() {
    return FaultyServer.error(404, "There is no such thing");
  }

  /** Uploaded data that no job uses. */
  public final synchronized Set<String> orphans() {
    var used =
        jobs.values().stream().flatMap(job -> uses(job).stream()).collect(Collectors.toSet());
    var orphans = new LinkedHashSet<>(files.keySet());
    orphans.removeAll(used);
    return orphans;
  }
}
