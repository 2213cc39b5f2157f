package org.caucus.mail.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate chain and its key from PEM files, as Certbot and others write them (RFC 7468). */
public final class PemCertificate {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private final SSLContext context;
  private final X509Certificate own;

  private PemCertificate(SSLContext context, X509Certificate own) {
    this.context = context;
    this.own = own;
  }

  /** Both files are sound, but the key is that of another certificate. */
  public static final class NotItsKey extends GeneralSecurityException {
    private static final long serialVersionUID = 1L;

    NotItsKey() {
      super("the key belongs to another certificate");
    }
  }

  /**
   * Reads both files.
   *
   * @param chain the server's certificate, then those that lead to its root
   * @param key its private key in PKCS#8, not encrypted
   * @throws IOException when a file cannot be read
   * @throws GeneralSecurityException when a file holds no such thing, or they do not belong
   *     together
   */
  public static PemCertificate load(Path chain, Path key)
      throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] certificates =
        factory
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(chain)))
            .toArray(Certificate[]::new);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    // The store lives in memory for the length of this method; its password protects nothing.
    char[] password = "memory".toCharArray();
    PrivateKey secret = privateKey(Files.readString(key, StandardCharsets.US_ASCII));
    if (certificates.length == 0 || !(certificates[0] instanceof X509Certificate own)) {
      throw new CertificateException("the certificate file holds no certificate");
    }
    if (!KeyPairs.fit(own.getPublicKey(), secret)) {
      throw new NotItsKey();
    }
    store.setKeyEntry("smtp", secret, password, certificates);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new PemCertificate(context, own);
  }

  /** Until when the server's certificate is valid. */
  public Instant validUntil() {
    return own.getNotAfter().toInstant();
  }

  /** From when on the server's certificate is valid. */
  public Instant validFrom() {
    return own.getNotBefore().toInstant();
  }

  /** For server sockets with this certificate; it trusts what Java trusts. */
  public SSLContext context() {
    return context;
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    Matcher matcher = KEY.matcher(pem);
    if (!matcher.find()) {
      throw new GeneralSecurityException(
          "the key file must hold BEGIN PRIVATE KEY (PKCS#8, not encrypted)");
    }
    PKCS8EncodedKeySpec spec =
        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
    GeneralSecurityException last = new GeneralSecurityException("no algorithm fits the key");
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        last.addSuppressed(e);
      }
    }
    throw last;
  }
}
