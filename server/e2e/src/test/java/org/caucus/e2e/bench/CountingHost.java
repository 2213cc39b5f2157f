package org.caucus.e2e.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail host that takes everything, in groups too, and counts by subject and recipient: a letter
 * counts once its end was read, whether or not the answer is heard.
 */
final class CountingHost implements AutoCloseable {
  /** What counted subjects begin with; other mail of a server is not looked at. */
  static final String COUNTED = "Notice ";

  private static final String SUBJECT = "Subject: ";
  private static final String OFFERS = "250-host.example\r\n250-PIPELINING\r\n250 8BITMIME\r\n";

  /** In which life of the server a letter came last, by subject, a blank and the recipient. */
  final Map<String, Integer> taken = new ConcurrentHashMap<>();

  /** How many letters came again, by the life at whose end nobody knew that they had come. */
  final Map<Integer, Integer> doubles = new ConcurrentHashMap<>();

  /** The life of the server that speaks now. */
  volatile int life;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  private final String counted;

  CountingHost() throws IOException {
    this(COUNTED);
  }

  /** One that counts letters whose subjects begin so. */
  CountingHost(String counted) throws IOException {
    this.counted = counted;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true); // else each answer but the first waits for word of the one before
      OutputStream out = socket.getOutputStream();
      say(out, "220 host.example ESMTP\r\n");
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("RCPT TO:<")) {
          recipient = line.substring("RCPT TO:<".length(), line.indexOf('>'));
        }
        if (line.equals("DATA")) {
          say(out, "354 go on\r\n");
          take(in, recipient);
        }
        say(out, line.startsWith("EHLO") ? OFFERS : "250 2.0.0 fine\r\n");
      }
    } catch (IOException gone) {
      return; // the client was killed: what was read to its end is counted
    }
  }

  private void take(BufferedReader in, String recipient) throws IOException {
    String subject = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("the letter has no end");
      }
      boolean first = subject.isEmpty() && line.startsWith(SUBJECT); // letters quote letters
      subject = first ? line.substring(SUBJECT.length()) : subject;
    }
    Integer before =
        subject.startsWith(counted) ? taken.put(subject + " " + recipient, life) : null;
    if (before != null) {
      doubles.merge(before, 1, Integer::sum);
    }
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
