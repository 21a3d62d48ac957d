package studio.timbre.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.timbre.secrets.SealedKeys.Refusal;
import studio.timbre.secrets.SealedKeys.RefusedException;

class SealedKeysTest {
  private static final char[] PASSPHRASE = "four harbour gulls at dawn".toCharArray();
  private static final int FEW = 1000;
  private static final Map<String, String> KEYS =
      Map.of("one", "sk-canary-0123456789", "two", "nebius-ключ");

  /**
   * Sealed by Python 3.11 as the layout says: hashlib.pbkdf2_hmac("sha512", …) and AESGCM of cryptography 48. Passphrase "correct
   * horse battery staple ü", 2,000 iterations, the key "sk-test-1234" for "c1".
   */
  private static final String BY_PYTHON =
      "74696d6272652d6b6579732001000007d0000102030405060708090a0b0c0d0e0f10111213141516"
          + "1718191a1b1c1d1e1f6465666768696a6b6c6d6e6f876f47ca3b9ae36d7933e7afabc6d0e5e57106"
          + "95a0d20c8da480fe6977fb9c893f09365e2f0385f2481bf08890c127d5283fac3981a5df84f57669"
          + "a1624d0f5b44fcb89fab6a";

  @Test
  void whatWasSealedIsOpenedByItsPassphrase() throws Exception {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    assertThat(SealedKeys.open(sealed, PASSPHRASE)).isEqualTo(KEYS);
  }

  @Test
  void opensWhatAnotherImplementationOfTheLayoutSealed() throws Exception {
    assertThat(
            SealedKeys.open(
                HexFormat.of().parseHex(BY_PYTHON), "correct horse battery staple ü".toCharArray()))
        .isEqualTo(Map.of("c1", "sk-test-1234"));
  }

  @Test
  void saltNonceAndEveryByteOfTheSecretAreNewWithEachSealing() {
    var one = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    var two = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    assertThat(Arrays.copyOfRange(one, 17, 49)).isNotEqualTo(Arrays.copyOfRange(two, 17, 49));
    assertThat(Arrays.copyOfRange(one, 49, 61)).isNotEqualTo(Arrays.copyOfRange(two, 49, 61));
    assertThat(Arrays.copyOfRange(one, 61, one.length))
        .isNotEqualTo(Arrays.copyOfRange(two, 61, two.length));
  }

  @Test
  void noKeyStandsInTheBytes() {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("canary")
        .doesNotContain("gulls");
  }

  @Test
  void anotherPassphraseIsToldFromDamage() {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    assertThat(refusal(sealed, "four harbour gulls at dusk")).isEqualTo(Refusal.WRONG_PASSPHRASE);
    assertThat(refusal(sealed, "")).isEqualTo(Refusal.WRONG_PASSPHRASE);
  }

  @Test
  void everyChangedByteIsFoundAsDamage() {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(refusal(changed, PASSPHRASE))
          .as("byte %s", i)
          .isIn(Refusal.DAMAGED, i == 12 ? Refusal.NEWER : Refusal.DAMAGED);
    }
  }

  /** Somebody who knows the layout mends the sum as well: the proof of GCM still refuses, in every region. */
  @Test
  void everyByteThatSomebodyChangedOnPurposeIsRefused() throws Exception {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    for (int i = 0; i < sealed.length - 32; i++) {
      var changed = sealed.clone();
      // The highest byte of the iterations: to a negative number, as a large one would only take
      // its time.
      changed[i] ^= (byte) (i == 13 ? 0x80 : 1);
      mendSum(changed);
      assertThat(refusal(changed, PASSPHRASE))
          .as("byte %s", i)
          .isIn(Refusal.WRONG_PASSPHRASE, Refusal.DAMAGED, Refusal.NEWER);
    }
  }

  @Test
  void aFileThatEndsEarlyOrGoesOnIsDamaged() {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    for (int length = 0; length < sealed.length; length++) {
      assertThat(refusal(Arrays.copyOf(sealed, length), PASSPHRASE)).isEqualTo(Refusal.DAMAGED);
    }
    assertThat(refusal(Arrays.copyOf(sealed, sealed.length + 1), PASSPHRASE))
        .isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void aFileCannotAskForEndlessWork() throws Exception {
    var sealed = SealedKeys.seal(KEYS, PASSPHRASE, FEW);
    sealed[13] = 0x7f;
    mendSum(sealed);
    assertThat(refusal(sealed, PASSPHRASE)).isEqualTo(Refusal.DAMAGED);
  }

  private static void mendSum(byte[] bytes) throws Exception {
    var sum = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length - 32));
    System.arraycopy(sum, 0, bytes, bytes.length - 32, 32);
  }

  private static Refusal refusal(byte[] bytes, String passphrase) {
    return refusal(bytes, passphrase.toCharArray());
  }

  private static Refusal refusal(byte[] bytes, char[] passphrase) {
    return catchThrowableOfType(RefusedException.class, () -> SealedKeys.open(bytes, passphrase))
        .refusal();
  }
}
