package org.caucus.views.webhooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificate authorities whose word for the programs that are told is taken, besides those that
 * the Java runtime believes: a company may have one of its own.
 */
public record WebhookTrustAnchors(List<X509Certificate> own) {
  /** None but the runtime's. */
  public static final WebhookTrustAnchors USUAL = new WebhookTrustAnchors(List.of());

  /** Keeps them as they are now. */
  public WebhookTrustAnchors {
    own = List.copyOf(own);
  }

  /**
   * Those in a PEM file.
   *
   * @throws IllegalArgumentException if there is no such file, or no certificate in it
   */
  public static WebhookTrustAnchors read(Path pem) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(pem))) {
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (all.isEmpty()) {
        throw new IllegalArgumentException("no certificate in " + pem);
      }
      return new WebhookTrustAnchors(all);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot be read: " + pem, e);
    }
  }

  /** Who believes in all of them. */
  public X509TrustManager manager() {
    try {
      X509TrustManager usual = manager(null);
      if (own.isEmpty()) {
        return usual;
      }
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      List<X509Certificate> certificates =
          new ArrayList<>(Arrays.asList(usual.getAcceptedIssuers()));
      certificates.addAll(own);
      for (int i = 0; i < certificates.size(); i++) {
        all.setCertificateEntry("ca" + i, certificates.get(i));
      }
      return manager(all);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("this runtime cannot check certificates", e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
