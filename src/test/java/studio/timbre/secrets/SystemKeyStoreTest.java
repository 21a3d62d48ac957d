package studio.timbre.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ApiKey;
import studio.timbre.model.UserFacingException;

/** Over entries in memory: no test comes near the key store of the person who runs it. */
class SystemKeyStoreTest {
  private static final String CANARY = "sk-canary-7f3a9b";

  private final Entries entries = new Entries();

  @Test
  void aStoreThatKeepsWhatItIsGivenIsTakenAndTheTrialIsGone() throws Exception {
    var store = SystemKeyStore.find(() -> entries).orElseThrow();
    assertThat(entries.kept).isEmpty();
    store.put("one", new ApiKey(CANARY));
    store.put("one", new ApiKey(CANARY + "2"));
    assertThat(store.get("one")).get().extracting(ApiKey::reveal).isEqualTo(CANARY + "2");
    store.remove("one");
    store.remove("one");
    assertThat(store.get("one")).isEmpty();
    store.close();
    assertThat(entries.closed).isTrue();
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotTaken() {
    assertThat(
            SystemKeyStore.find(
                () -> {
                  throw new IllegalStateException("no session");
                }))
        .isEmpty();
    assertThat(
            SystemKeyStore.find(
                () -> {
                  throw new UnsatisfiedLinkError("no library");
                }))
        .isEmpty();
  }

  @Test
  void aStoreThatForgetsAtOnceIsNotTaken() {
    entries.forgetful = true;
    assertThat(SystemKeyStore.find(() -> entries)).isEmpty();
  }

  @Test
  void aStoreThatCannotThrowAwayIsNotTaken() {
    entries.clinging = true;
    assertThat(SystemKeyStore.find(() -> entries)).isEmpty();
    assertThat(entries.closed).isTrue();
  }

  @Test
  void aStoreThatWasLockedMeanwhileSaysSoWithoutTheKey() throws Exception {
    var store = SystemKeyStore.find(() -> entries).orElseThrow();
    entries.locked = true;
    var failure =
        catchThrowableOfType(UserFacingException.class, () -> store.put("one", new ApiKey(CANARY)));
    assertThat(failure.key()).isEqualTo("error.keys.systemRefused");
    assertThat(failure.getMessage()).startsWith("A store in memory").doesNotContain("canary");
    assertThat(store.get("one")).isEmpty();
  }

  private static final class Entries implements SystemEntries {
    private final Map<String, String> kept = new LinkedHashMap<>();
    private boolean forgetful;
    private boolean clinging;
    private boolean locked;
    private boolean closed;

    @Override
    public String name() {
      return "A store in memory";
    }

    @Override
    public void set(String account, String secret) {
      if (locked) {
        throw new IllegalStateException("locked");
      }
      if (!forgetful) {
        kept.put(account, secret);
      }
    }

    @Override
    public String get(String account) {
      if (locked || !kept.containsKey(account)) {
        throw new NoSuchElementException(account);
      }
      return kept.get(account);
    }

    @Override
    public void delete(String account) {
      if (locked || !kept.containsKey(account)) {
        throw new NoSuchElementException(account);
      }
      if (!clinging) {
        kept.remove(account);
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
