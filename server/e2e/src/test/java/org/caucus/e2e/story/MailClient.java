package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.support.Answerable;

/** A mail program: one SMTP connection, the octets as they are given. */
final class MailClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final String DOMAIN = "lists.example";

  private final StringBuilder transcript = new StringBuilder();
  private final Socket socket;
  private final InputStream in;

  /** Addresses in one transaction, fewer than a letter may have. */
  private static final int ASKED_AT_ONCE = 50;

  private int asked;

  MailClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    reply();
    ask("EHLO laptop.example");
  }

  /** What both said, line by line, as RFC 5321 writes it. */
  String transcript() {
    return transcript.toString();
  }

  private void note(String who, String said) {
    said.lines().forEach(line -> transcript.append(who).append(": ").append(line).append('\n'));
  }

  /** Fails unless answers to all these letters of ours are taken here, asked for one by one. */
  static void takesAnswers(int port, List<RawLetter> letters) {
    if (Answerable.in(letters, DOMAIN).isEmpty()) {
      return;
    }
    try (MailClient client = new MailClient(port)) {
      Answerable.check(letters, DOMAIN, client::takes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One transaction has many: each MAIL is counted as a letter of its peer, and an address that is
   * asked for without one, or later than its peer may ask, is not refused for itself.
   */
  private boolean takes(MailAddress address) {
    try {
      if (asked++ % ASKED_AT_ONCE == 0) {
        ask("RSET");
        assertThat(ask("MAIL FROM:<somebody@home.example>")).startsWith("250");
      }
      String answer = ask("RCPT TO:<" + address + ">");
      assertThat(answer).as("whether %s is there", address).doesNotStartWith("4");
      return answer.startsWith("250");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One letter over its own connection: the last reply. */
  static String send(int port, String from, String to, byte[] letter) throws IOException {
    try (MailClient client = new MailClient(port)) {
      return client.send(from, to, letter);
    }
  }

  /** One letter: the reply that decided, be it to RCPT or to the data. */
  String send(String from, String to, byte[] letter) throws IOException {
    ask("MAIL FROM:<" + from + "> BODY=8BITMIME");
    String rcpt = ask("RCPT TO:<" + to + ">");
    if (!rcpt.startsWith("250")) {
      ask("RSET");
      return rcpt;
    }
    return data(letter);
  }

  /** The letter, once its envelope was taken: the reply to it. */
  String data(byte[] letter) throws IOException {
    String go = ask("DATA");
    if (!go.startsWith("354")) {
      return go;
    }
    socket.getOutputStream().write(stuffed(letter));
    note("C", new String(letter, StandardCharsets.UTF_8));
    return ask(".");
  }

  /** RFC 5321 section 4.5.2: a line that begins with a dot gets another. */
  private static byte[] stuffed(byte[] letter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(letter.length + 16);
    boolean lineStart = true;
    for (byte b : letter) {
      if (lineStart && b == '.') {
        out.write('.');
      }
      out.write(b);
      lineStart = b == '\n';
    }
    if (!lineStart) {
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  String ask(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    note("C", command);
    return reply();
  }

  private String reply() throws IOException {
    StringBuilder reply = new StringBuilder();
    while (true) {
      String line = line();
      reply.append(line);
      note("S", line);
      if (line.length() < 4 || line.charAt(3) != '-') {
        return reply.toString();
      }
      reply.append('\n');
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("the server closed the connection");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
