package org.caucus.mail.smtp.client;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Encrypts a connection, with or without asking who is at the other end. */
final class SmtpTls {
  private SmtpTls() {}

  static Socket wrap(Socket plain, SmtpUrl url, SmtpClientSettings settings) throws IOException {
    // Opportunistic encryption (RFC 7435) would fall back to none, so an unproven name is no loss;
    // a password is one.
    boolean proven = url.tls() != SmtpUrl.Tls.IF_OFFERED || url.login().isPresent();
    SSLContext context = proven ? trusted(settings) : UnverifiedTls.context();
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(proven ? "HTTPS" : "");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static SSLContext trusted(SmtpClientSettings settings) throws IOException {
    try {
      return settings.trust() != null ? settings.trust() : SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java has no TLS", e);
    }
  }
}
