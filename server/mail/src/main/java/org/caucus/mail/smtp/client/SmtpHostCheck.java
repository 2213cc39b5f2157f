package org.caucus.mail.smtp.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.caucus.mail.message.MailAddress;

/** Whether a host that takes mail can be reached and greets: no letter and no login is tried. */
public final class SmtpHostCheck {
  /** For the connection, and again for the greeting. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final String READY = "220";

  private SmtpHostCheck() {}

  /** What is wrong with it, without what a login would tell; empty if it greets. Blocks. */
  public static Optional<String> fault(SmtpUrl url) {
    int millis = Math.toIntExact(PATIENCE.toMillis());
    InetSocketAddress address = new InetSocketAddress(url.host(), url.port());
    if (address.isUnresolved()) {
      return Optional.of(url + " has no address: its name is not known here");
    }
    try (Socket plain = new Socket()) {
      plain.connect(address, millis);
      plain.setSoTimeout(millis);
      Socket socket = url.tls() == SmtpUrl.Tls.IMPLICIT ? secured(plain, url) : plain;
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String greeting = in.readLine();
      socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      return greeting != null && greeting.startsWith(READY)
          ? Optional.empty()
          : Optional.of(url + " does not greet as a mail server that is ready does (220)");
    } catch (IOException e) {
      return Optional.of(url + " cannot be reached (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Socket secured(Socket plain, SmtpUrl url) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** For each answer of a conversation that goes further than the greeting. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /**
   * What is wrong with the conversation until a letter could be sent: connection, greeting,
   * encryption, login; empty if nothing is. No letter is sent. Blocks.
   *
   * @param ehlo the name this host gives itself
   */
  public static Optional<String> loginFault(SmtpUrl url, String ehlo) {
    try (SmtpConnection opened = SmtpConnection.open(url, brief(ehlo))) {
      opened.quit();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          url + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
  }

  /**
   * What a host answers to a recipient, from the null sender; the letter itself is not sent.
   * Blocks.
   *
   * @return its code and text, as in {@code 250 2.1.5 OK}
   * @throws IOException it cannot be spoken to
   */
  public static String answerTo(MailAddress recipient, SmtpUrl host, String ehlo)
      throws IOException {
    try (SmtpConnection opened = SmtpConnection.open(host, brief(ehlo))) {
      opened.ask("MAIL FROM:<>");
      SmtpReply reply = opened.ask("RCPT TO:<" + recipient.toAsciiString() + ">");
      opened.quit();
      return reply.code() + " " + String.join(" ", reply.lines());
    }
  }

  /** A client that is patient for seconds, for one letter while somebody waits. */
  public static SmtpClientSettings brief(String ehlo) {
    return new SmtpClientSettings(
        ehlo,
        1,
        new SmtpClientSettings.Timeouts(
            ANSWER, ANSWER, ANSWER, ANSWER.multipliedBy(2), ANSWER, ANSWER),
        null);
  }
}
