package org.caucus.app.wiring;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.app.settings.Settings;
import org.caucus.mail.message.PemCertificate;
import org.caucus.mail.smtp.server.SmtpServerSettings;
import org.jspecify.annotations.Nullable;

/** The certificate under which letters come, and what is wrong with it. */
public final class SmtpCertificate {
  /** So long before its end a certificate wants a look. */
  static final Duration EXPIRES_SOON = Duration.ofDays(14);

  private SmtpCertificate() {}

  /**
   * Reads it; null if none is set.
   *
   * @throws Settings.Bad naming the setting
   */
  static @Nullable PemCertificate read(SmtpServerSettings.Tls tls) {
    if (tls.certificate() == null || tls.key() == null) {
      return null;
    }
    try {
      return PemCertificate.load(tls.certificate(), tls.key());
    } catch (PemCertificate.NotItsKey e) {
      throw new Settings.Bad(
          List.of(
              "CAUCUS_TLS_KEY is not the key of CAUCUS_TLS_CERTIFICATE. Allowed: the private key"
                  + " for which the first certificate in that file was issued."));
    } catch (IOException | GeneralSecurityException e) {
      throw new Settings.Bad(
          List.of(
              "CAUCUS_TLS_CERTIFICATE or CAUCUS_TLS_KEY cannot be read. Allowed: a PEM chain and an"
                  + " unencrypted PKCS#8 key."));
    }
  }

  /** What is wrong with the files as they are now, which the next start will read. */
  public static Optional<String> fault(SmtpServerSettings.Tls tls, Instant now) {
    try {
      PemCertificate read = read(tls);
      return read == null ? Optional.empty() : ofTime(read, now);
    } catch (Settings.Bad e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static Optional<String> ofTime(PemCertificate read, Instant now) {
    Instant end = read.validUntil();
    String named = "CAUCUS_TLS_CERTIFICATE ";
    if (now.isAfter(end)) {
      return Optional.of(named + "expired on " + end + ". Renew it and restart.");
    }
    if (now.isBefore(read.validFrom())) {
      return Optional.of(named + "is not valid before " + read.validFrom() + ".");
    }
    return now.plus(EXPIRES_SOON).isAfter(end)
        ? Optional.of(named + "expires on " + end + ". Renew it and restart.")
        : Optional.empty();
  }
}
