package studio.timbre.secrets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys under a passphrase, as bytes. The layout, numbers with the high byte first:
 *
 * <pre>
 *   12  the letters "timbre-keys "
 *    1  version, 1
 *    4  iterations of PBKDF2 with HMAC-SHA-512
 *   32  salt, new with every sealing
 *   12  nonce, new with every sealing
 *    n  AES-256-GCM of the keys, its 16 bytes of proof at the end; all bytes before are part of what it proves
 *   32  SHA-256 of all bytes before
 * </pre>
 *
 * The sum at the end says whether the bytes are those that were written, so that a wrong passphrase can be told from a damaged
 * file. It guards against accidents alone: against people there is the proof of GCM.
 */
final class SealedKeys {
  private static final byte[] LETTERS = "timbre-keys ".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final int SALT = 32;
  private static final int NONCE = 12;
  private static final int PROOF = 16;
  private static final int SUM = 32;
  private static final int HEAD = LETTERS.length + 1 + Integer.BYTES + SALT + NONCE;

  /** More would only let a file of somebody's making keep this computer busy. */
  private static final int MOST_ITERATIONS = 20_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedKeys() {}

  /** Why bytes could not be opened. */
  enum Refusal {
    DAMAGED,
    NEWER,
    WRONG_PASSPHRASE
  }

  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  static byte[] seal(Map<String, String> keys, char[] passphrase, int iterations) {
    var salt = random(SALT);
    var nonce = random(NONCE);
    var head =
        ByteBuffer.allocate(HEAD)
            .put(LETTERS)
            .put(VERSION)
            .putInt(iterations)
            .put(salt)
            .put(nonce)
            .array();
    var plain = plain(keys);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, head);
      var sealed = Arrays.copyOf(head, HEAD + plain.length + PROOF);
      cipher.doFinal(plain, 0, plain.length, sealed, HEAD);
      var whole = Arrays.copyOf(sealed, sealed.length + SUM);
      System.arraycopy(sum(sealed), 0, whole, sealed.length, SUM);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has these ciphers", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  static Map<String, String> open(byte[] bytes, char[] passphrase) throws RefusedException {
    check(bytes);
    var head = Arrays.copyOf(bytes, HEAD);
    byte[] plain = {};
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, passphrase, head);
      plain = cipher.doFinal(bytes, HEAD, bytes.length - HEAD - SUM);
      return keys(plain);
    } catch (AEADBadTagException e) {
      throw new RefusedException(Refusal.WRONG_PASSPHRASE);
    } catch (GeneralSecurityException | IOException e) {
      throw new RefusedException(Refusal.DAMAGED);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Refuses what was not written by us, or is not as it was written. */
  static void check(byte[] bytes) throws RefusedException {
    boolean ours =
        bytes.length > LETTERS.length
            && Arrays.equals(bytes, 0, LETTERS.length, LETTERS, 0, LETTERS.length);
    if (ours && bytes[LETTERS.length] > VERSION) {
      throw new RefusedException(Refusal.NEWER);
    }
    if (!ours || bytes.length < HEAD + PROOF + SUM || bytes[LETTERS.length] != VERSION) {
      throw new RefusedException(Refusal.DAMAGED);
    }
    var body = Arrays.copyOf(bytes, bytes.length - SUM);
    var sum = Arrays.copyOfRange(bytes, bytes.length - SUM, bytes.length);
    if (!MessageDigest.isEqual(sum(body), sum)) {
      throw new RefusedException(Refusal.DAMAGED);
    }
    int iterations = iterations(bytes);
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new RefusedException(Refusal.DAMAGED);
    }
  }

  private static int iterations(byte[] head) {
    return ByteBuffer.wrap(head).getInt(LETTERS.length + 1);
  }

  private static Cipher cipher(int mode, char[] passphrase, byte[] head)
      throws GeneralSecurityException {
    var salt = Arrays.copyOfRange(head, HEAD - NONCE - SALT, HEAD - NONCE);
    var asked = new PBEKeySpec(passphrase, salt, iterations(head), 256);
    byte[] derived = {};
    try {
      derived =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(asked).getEncoded();
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(derived, "AES"),
          new GCMParameterSpec(8 * PROOF, head, HEAD - NONCE, NONCE));
      cipher.updateAAD(head);
      return cipher;
    } finally {
      asked.clearPassword();
      Arrays.fill(derived, (byte) 0);
    }
  }

  private static byte[] sum(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] plain(Map<String, String> keys) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(keys.size());
      for (var key : keys.entrySet()) {
        out.writeUTF(key.getKey());
        out.writeUTF(key.getValue());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("a key of more than 65,535 bytes", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> keys(byte[] plain) throws IOException {
    var keys = new TreeMap<String, String>();
    try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        keys.put(in.readUTF(), in.readUTF());
      }
    }
    return keys;
  }
}
