package org.caucus.mail.smtp.client;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** How a client says who it is (RFC 4954). */
final class SmtpLogin {
  private SmtpLogin() {}

  /**
   * AUTH PLAIN (RFC 4616) where offered, else LOGIN, which many hosts still want.
   *
   * @param offered the ways that the host offers, as it said them
   * @return its last reply
   */
  static SmtpReply by(SmtpConnection connection, SmtpUrl.Login login, String offered)
      throws IOException {
    List<String> ways = List.of(offered.toUpperCase(Locale.ROOT).split(" ", -1));
    if (ways.contains("PLAIN")) {
      return connection.ask("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()));
    }
    if (ways.contains("LOGIN")) {
      SmtpReply reply = connection.ask("AUTH LOGIN");
      reply = reply.isIntermediate() ? connection.ask(base64(login.user())) : reply;
      return reply.isIntermediate() ? connection.ask(base64(login.password())) : reply;
    }
    throw new ProtocolException("the host offers neither AUTH PLAIN nor AUTH LOGIN");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
