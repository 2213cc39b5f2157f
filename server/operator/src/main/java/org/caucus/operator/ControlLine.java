package org.caucus.operator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
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
  private final Reader in;
  private final Writer out;
  private final char[] came = new char[8 * 1024];
  private int at; // of what came, where the next line begins
  private int filled;

  /** What the operator asked for. */
  record Request(List<String> words, Path directory) {}

  ControlLine(SocketChannel channel) {
    this.channel = channel;
    this.in = new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8);
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
      while (!take(line)) {
        if (line.length() >= LINE_LIMIT) {
          throw new IOException("the line is too long");
        }
      }
      return new JsonObject(line.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes what has come of the line; whether that is all of it. */
  private boolean take(StringBuilder line) throws IOException {
    if (at == filled) {
      at = 0;
      filled = in.read(came);
      if (filled < 0) {
        filled = 0;
        throw new IOException("the other side hung up");
      }
    }
    int end = at;
    while (end < filled && came[end] != '\n') {
      end++;
    }
    line.append(came, at, end - at);
    boolean all = end < filled;
    at = all ? end + 1 : end;
    return all;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
