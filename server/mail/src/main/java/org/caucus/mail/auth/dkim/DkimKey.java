package org.caucus.mail.auth.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private key by which a domain signs its mail. Safe for any number of threads. */
public final class DkimKey {
  /** What is kept ready to sign; more threads than that seldom sign at once. */
  private static final int SIGNERS_KEPT = 16;

  /** What is taken for a key at most, in octets. */
  private static final long MAX_FILE_OCTETS = 64 * 1024;

  /** Signs as many receivers have it; 112 bits of security (NIST SP 800-57, table 2). */
  public static final int LEAST_RSA_BITS = 2_048;

  /** 128 bits of security; receivers take up to 4,096 (RFC 8301, section 3.2). */
  public static final int SOUND_RSA_BITS = 3_072;

  private static final Logger LOG = LoggerFactory.getLogger(DkimKey.class);

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final String domain;
  private final String selector;
  private final PrivateKey key;
  private final Queue<Signature> ready = new ArrayBlockingQueue<>(SIGNERS_KEPT);

  /**
   * A key of this domain.
   *
   * @param selector under which its public half is published, as {@code selector._domainkey.domain}
   */
  public DkimKey(String domain, String selector, PrivateKey key) {
    this.domain = domain;
    this.selector = selector;
    this.key = key;
  }

  /**
   * Reads an unencrypted PKCS#8 key from a PEM file: RSA of at least 2,048 bits, or Ed25519.
   *
   * @throws IOException if there is none that can be used, saying what was expected
   */
  public static DkimKey read(String domain, String selector, Path pem) throws IOException {
    return read(domain, selector, pem, LEAST_RSA_BITS);
  }

  /**
   * The same, of RSA only with so many bits.
   *
   * @param least from {@link #LEAST_RSA_BITS} on
   */
  public static DkimKey read(String domain, String selector, Path pem, int least)
      throws IOException {
    if (Files.size(pem) > MAX_FILE_OCTETS) {
      throw new IOException("this is no key: it is larger than " + MAX_FILE_OCTETS + " octets");
    }
    String text = Files.readString(pem, StandardCharsets.US_ASCII);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END, Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new IOException("an unencrypted PKCS#8 key in PEM form is expected (" + BEGIN + ")");
    }
    byte[] octets = Base64.getMimeDecoder().decode(text.substring(from + BEGIN.length(), to));
    return new DkimKey(domain, selector, parsed(octets, least));
  }

  private static PrivateKey parsed(byte[] octets, int least) throws IOException {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(octets);
    for (String kind : new String[] {"RSA", "Ed25519"}) {
      try {
        PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(spec);
        if (key instanceof RSAPrivateKey rsa) {
          checked(rsa.getModulus().bitLength(), least);
        }
        return key;
      } catch (GeneralSecurityException e) {
        // of the other kind, then
      }
    }
    throw new IOException("the key is neither RSA nor Ed25519");
  }

  private static void checked(int bits, int least) throws IOException {
    if (bits < least) {
      throw new IOException("an RSA key has at least " + least + " bits");
    }
    if (bits < SOUND_RSA_BITS) {
      LOG.warn(
          "the key that signs mail has {} bits; make one of {} or more when you next replace it",
          bits,
          SOUND_RSA_BITS);
    }
  }

  /** Whose it is. */
  public String domain() {
    return domain;
  }

  /** Under which its public half is published. */
  public String selector() {
    return selector;
  }

  /** The key itself. */
  public PrivateKey key() {
    return key;
  }

  /** The name of the algorithm in signatures. */
  String algorithm() {
    return isRsa() ? "rsa-sha256" : "ed25519-sha256";
  }

  private boolean isRsa() {
    return key.getAlgorithm().equals("RSA");
  }

  /** The signature over this text, in base64. */
  String sign(String text) {
    try {
      byte[] octets = Canonicalization.octets(text);
      Signature kept = ready.poll();
      Signature signature = kept == null ? signature() : kept;
      signature.update(isRsa() ? octets : SignatureField.sha256(octets));
      byte[] signed = signature.sign();
      ready.offer(signature); // left to the collector if enough are kept
      return Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /** To find one and to hand it the key is 3 % of the work of a signature. */
  private Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(isRsa() ? "SHA256withRSA" : "Ed25519");
    signature.initSign(key);
    return signature;
  }
}
