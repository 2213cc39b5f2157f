package org.caucus.email.signatures;

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

/**
 * The private key by which a domain signs its mail.
 *
 * @param domain whose it is
 * @param selector under which its public half is published, as {@code selector._domainkey.domain}
 */
public record SigningKey(String domain, String selector, PrivateKey key) {
  /** What is taken for a key at most, in octets. */
  private static final long MAX_FILE_OCTETS = 64 * 1024;

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  /**
   * Reads an unencrypted PKCS#8 key from a PEM file: RSA of at least 2,048 bits, or Ed25519.
   *
   * @throws IOException if there is none that can be used, saying what was expected
   */
  public static SigningKey read(String domain, String selector, Path pem) throws IOException {
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
    return new SigningKey(domain, selector, parsed(octets));
  }

  private static PrivateKey parsed(byte[] octets) throws IOException {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(octets);
    for (String kind : new String[] {"RSA", "Ed25519"}) {
      try {
        PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(spec);
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < 2048) {
          throw new IOException("an RSA key has at least 2048 bits");
        }
        return key;
      } catch (GeneralSecurityException e) {
        // of the other kind, then
      }
    }
    throw new IOException("the key is neither RSA nor Ed25519");
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
      Signature signature = Signature.getInstance(isRsa() ? "SHA256withRSA" : "Ed25519");
      signature.initSign(key);
      byte[] octets = Canonical.octets(text);
      signature.update(isRsa() ? octets : Signed.sha256(octets));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }
}
