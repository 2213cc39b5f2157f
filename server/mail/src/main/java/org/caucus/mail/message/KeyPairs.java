package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two keys are the halves of one. */
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
}
