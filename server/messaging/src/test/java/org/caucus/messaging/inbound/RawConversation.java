package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** A conversation with our SMTP in which octets go as they are, whatever they break. */
final class RawConversation {
  private static final int TIMEOUT_MILLIS = 60_000;

  private RawConversation() {}

  /** The reply that decided. */
  static String send(int port, String from, String to, byte[] letter) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      assertThat(reply(in)).startsWith("220");
      for (String line :
          List.of("EHLO c.example", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA")) {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        assertThat(reply(in)).as(line).matches("[23]\\d\\d .*");
      }
      socket.getOutputStream().write(letter);
      socket.getOutputStream().write("\r\n.\r\n".getBytes(US_ASCII));
      return reply(in);
    }
  }

  private static String reply(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return String.valueOf(line);
  }
}
