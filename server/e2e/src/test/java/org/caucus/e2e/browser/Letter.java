package org.caucus.e2e.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A letter, sent by a real SMTP conversation.
 *
 * @param type of the body, as in Content-Type
 */
record Letter(String from, String to, String subject, String type, String body) {
  private static final String EDGE = "----edge-of-a-part";

  /** A plain one. */
  Letter(String from, String to, String subject, String text) {
    this(from, to, subject, "text/plain; charset=us-ascii", text);
  }

  /** One that brings a file of text along. */
  static Letter withFile(
      String from, String to, String subject, String text, String name, String content) {
    String body =
        String.join(
            "\r\n",
            "--" + EDGE,
            "Content-Type: text/plain; charset=us-ascii",
            "",
            text,
            "--" + EDGE,
            "Content-Type: text/csv; name=\"" + name + "\"",
            "Content-Disposition: attachment; filename=\"" + name + "\"",
            "",
            content,
            "--" + EDGE + "--",
            "");
    return new Letter(from, to, subject, "multipart/mixed; boundary=\"" + EDGE + "\"", body);
  }

  /** One that is nothing but markup. */
  static Letter formatted(String from, String to, String subject, String html) {
    return new Letter(from, to, subject, "text/html; charset=us-ascii", html);
  }

  void send(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      expect(in, "220");
      say(out, in, "HELO mail.example", "250");
      say(out, in, "MAIL FROM:<" + from + ">", "250");
      say(out, in, "RCPT TO:<" + to + ">", "250");
      say(out, in, "DATA", "354");
      say(out, in, letter() + "\r\n.", "250");
      say(out, in, "QUIT", "221");
    }
  }

  private String letter() {
    return String.join(
        "\r\n",
        "From: <" + from + ">",
        "To: <" + to + ">",
        "Subject: " + subject,
        "Date: Tue, 21 Jun 2022 10:00:00 +0100",
        "Message-ID: <" + UUID.randomUUID() + "@mail.example>",
        "MIME-Version: 1.0",
        "Content-Type: " + type,
        "",
        body);
  }

  private static void say(OutputStream out, BufferedReader in, String line, String code)
      throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    expect(in, code);
  }

  private static void expect(BufferedReader in, String code) throws IOException {
    String line = in.readLine();
    while (line != null && line.startsWith(code + "-")) {
      line = in.readLine();
    }
    if (line == null || !line.startsWith(code)) {
      throw new IOException("expected " + code + ", got " + line);
    }
  }
}
