package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/** The two halves of a key: whether they belong together, and the one to publish. */
public final class KeyPairs {
  private static final byte[] TEXT = "a text to be signed".getBytes(US_ASCII);

  private KeyPairs() {}

  /** Whether what the one signs the other confirms. */
  public static boolean fit(PublicKey shown, PrivateKey secret) throws GeneralSecurityException {
    if (!kind(shown.getAlgorithm()).equals(kind(secret.getAlgorithm()))) {
      return false;
    }
    Signature signing = Signature.getInstance(algorithm(secret.getAlgorithm()));
    signing.initSign(secret);
    signing.update(TEXT);
    byte[] signature = signing.sign();
    Signature checking = Signature.getInstance(algorithm(shown.getAlgorithm()));
    checking.initVerify(shown);
    checking.update(TEXT);
    return isConfirmed(checking, signature);
  }

  /** A signature of another length is refused by an exception. */
  private static boolean isConfirmed(Signature checking, byte[] signature) {
    try {
      return checking.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String kind(String algorithm) {
    return algorithm.startsWith("Ed") ? "EdDSA" : algorithm;
  }

  private static String algorithm(String key) {
    return switch (key) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "EdDSA";
    };
  }

  /**
   * The public half of a private key of RSA, or of Ed25519.
   *
   * @throws GeneralSecurityException it is of another kind
   */
  public static PublicKey publicHalf(PrivateKey key) throws GeneralSecurityException {
    if (key instanceof RSAPrivateCrtKey rsa) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    }
    if (key instanceof EdECPrivateKey edwards && edwards.getBytes().isPresent()) {
      // Java has no way to it but a generator whose chance is the key itself (RFC 8032, 5.1.5)
      var generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
      generator.initialize(NamedParameterSpec.ED25519, new Given(edwards.getBytes().get()));
      return generator.generateKeyPair().getPublic();
    }
    throw new GeneralSecurityException("the key is neither RSA nor Ed25519");
  }

  /** Chance that is known. */
  private static final class Given extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] octets;

    Given(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public void nextBytes(byte[] into) {
      System.arraycopy(octets, 0, into, 0, into.length);
    }
  }
}
