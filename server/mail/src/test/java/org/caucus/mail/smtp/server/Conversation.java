package org.caucus.mail.smtp.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A raw SMTP client for scripts: it says exactly the octets it is told to. */
final class Conversation implements AutoCloseable {
  private Socket socket;
  private InputStream in;

  Conversation(int port) throws IOException {
    use(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  void use(Socket other) throws IOException {
    socket = other;
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  Socket socket() {
    return socket;
  }

  /** Sends text in UTF-8. */
  void say(String text) throws IOException {
    say(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends each character as one octet. */
  void sayOctets(String octets) throws IOException {
    say(octets.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void say(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
    socket.getOutputStream().flush();
  }

  /** Sends a command line and returns the whole answer. */
  String ask(String command) throws IOException {
    say(command + "\r\n");
    return reply();
  }

  /** One reply, its lines joined by line feeds; empty when the server closed. */
  String reply() throws IOException {
    StringBuilder reply = new StringBuilder();
    while (true) {
      StringBuilder line = new StringBuilder();
      int octet = in.read();
      while (octet >= 0 && octet != '\n') {
        line.append(octet == '\r' ? "" : (char) octet);
        octet = in.read();
      }
      reply.append(line);
      if (line.length() < 4 || line.charAt(3) != '-') {
        return reply.toString();
      }
      reply.append('\n');
    }
  }

  /** Greeting, EHLO, one sender and one recipient, up to the 354. */
  static Conversation atData(int port, String recipient) throws IOException {
    Conversation conversation = new Conversation(port);
    conversation.reply();
    conversation.ask("EHLO mail.rights.example");
    conversation.ask("MAIL FROM:<ada@rights.example>");
    conversation.ask("RCPT TO:<" + recipient + ">");
    conversation.ask("DATA");
    return conversation;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
