package org.caucus.operator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One conversation over the control socket, a JSON object a line. The operator begins with {@code
 * {"words": [...], "directory": "..."}}; the server says {@code {"say": line}}, {@code {"note":
 * line}}, {@code {"ask": prompt}} (answered by {@code {"secret": text}}) and last {@code {"status":
 * n}}.
 */
final class ControlLine implements AutoCloseable {
  /** The socket, below the data directory; the directory around it is the server's user's alone. */
  private static final String SOCKET = "control/socket";

  /** Longest line, in characters: a command's words, or a line of an answer. */
  private static final int LINE_LIMIT = 64 * 1024;

  private final SocketChannel channel;
  private final BufferedReader in;
  private final Writer out;

  /** What the operator asked for. */
  record Request(List<String> words, Path directory) {}

  ControlLine(SocketChannel channel) {
    this.channel = channel;
    this.in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    this.out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
  }

  static Path socket(Path data) {
    return data.resolve(SOCKET);
  }

  void send(Request request) {
    write(
        new JsonObject()
            .put("words", new JsonArray(request.words()))
            .put("directory", request.directory().toString()));
  }

  Request receive() {
    JsonObject first = read();
    List<String> words = first.getJsonArray("words").stream().map(String.class::cast).toList();
    return new Request(words, Path.of(first.getString("directory")));
  }

  void write(JsonObject message) {
    try {
      out.write(message.encode());
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the operator hung up", e);
    }
  }

  JsonObject read() {
    try {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0 || line.length() >= LINE_LIMIT) {
          throw new IOException(c < 0 ? "the other side hung up" : "the line is too long");
        }
        line.append((char) c);
      }
      return new JsonObject(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
