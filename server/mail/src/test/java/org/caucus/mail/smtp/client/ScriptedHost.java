package org.caucus.mail.smtp.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A host that answers each line as the test says; an empty answer is silence, {@code CLOSE} cuts
 * the connection.
 */
final class ScriptedHost implements AutoCloseable {
  static final String CLOSE = "CLOSE";

  final List<String> heard = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Function<String, String> answers;

  ScriptedHost(Function<String, String> answers) throws IOException {
    this.answers = answers;
    Thread.ofVirtual().start(this::serve);
  }

  SmtpUrl url() {
    return SmtpUrl.parse("smtp://127.0.0.1:" + server.getLocalPort() + "?starttls=off");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      OutputStream out = socket.getOutputStream();
      out.write("220 host.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      boolean letter = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        String answer = letter && !line.equals(".") ? "" : answers.apply(line);
        if (answer.equals(CLOSE)) {
          return;
        }
        letter = answer.startsWith("354") || (letter && !line.equals("."));
        out.write((answer.isEmpty() ? "" : answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      heard.add("broken");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
