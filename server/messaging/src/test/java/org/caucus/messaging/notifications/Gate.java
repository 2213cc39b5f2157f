package org.caucus.messaging.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail host before another: it answers for whom the test says so, as they are named or when their
 * letter is at its end, and hands on all else.
 */
public final class Gate implements AutoCloseable {
  private static final String TO = "RCPT TO:<";

  /** Answers to {@code RCPT}, by recipient. */
  public final Map<String, String> atName = new ConcurrentHashMap<>();

  /** Answers to whole letters, by recipient. */
  public final Map<String, String> atEnd = new ConcurrentHashMap<>();

  /** Whether it offers neither 8BITMIME nor SMTPUTF8. */
  public volatile boolean sevenBits;

  private final ServerSocket server;
  private final int behind;

  /** Before the host at this port. */
  public Gate(int behind) {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.behind = behind;
    Thread.ofVirtual().start(this::serve);
  }

  /** Where it listens. */
  public int port() {
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
    try (socket;
        Socket host = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      socket.setTcpNoDelay(true);
      host.setTcpNoDelay(true);
      Line client = new Line(socket);
      Line next = new Line(host);
      client.say(next.answer());
      String refused = null;
      for (String line = client.in.readLine(); line != null; line = client.in.readLine()) {
        if (sevenBits && line.startsWith("EHLO")) {
          client.say(next.ask(line).replaceAll("(8BITMIME|SMTPUTF8)", "X-NOTHING"));
        } else if (line.startsWith(TO)) {
          String who = line.substring(TO.length(), line.indexOf('>'));
          refused = Optional.ofNullable(atEnd.get(who)).orElse(refused);
          String no = atName.get(who);
          client.say(no == null ? next.ask(line) : no);
        } else if (line.equals("DATA") && refused != null) {
          client.say("354 go on");
          swallow(client);
          client.say(refused);
          next.ask("RSET");
          refused = null;
        } else if (line.equals("DATA")) {
          String answer = next.ask(line);
          client.say(answer);
          if (answer.startsWith("354")) {
            client.say(handOn(client, next));
          }
        } else {
          client.say(next.ask(line));
        }
      }
    } catch (IOException gone) {
      return; // a test that is over closes its hosts
    }
  }

  private static void swallow(Line client) throws IOException {
    String line = client.in.readLine();
    while (line != null && !line.equals(".")) {
      line = client.in.readLine();
    }
  }

  private static String handOn(Line client, Line next) throws IOException {
    String line = client.in.readLine();
    while (line != null && !line.equals(".")) {
      next.say(line);
      line = client.in.readLine();
    }
    return next.ask(".");
  }

  /** One end of a connection, octets as they are. */
  private record Line(BufferedReader in, OutputStream out) {
    Line(Socket socket) throws IOException {
      this(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
          socket.getOutputStream());
    }

    void say(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    String ask(String line) throws IOException {
      say(line);
      return answer();
    }

    /** All lines of one answer. */
    String answer() throws IOException {
      StringBuilder all = new StringBuilder();
      String line = in.readLine();
      while (line != null && line.length() > 3 && line.charAt(3) == '-') {
        all.append(line).append("\r\n");
        line = in.readLine();
      }
      if (line == null) {
        throw new IOException("the host behind is gone");
      }
      return all.append(line).toString();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
