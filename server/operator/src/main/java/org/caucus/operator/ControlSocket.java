package org.caucus.operator;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's end: runs commands of operators at the desk of the running server. Who may reach it
 * is decided by the file system: the directory around the socket belongs to the server's user
 * alone.
 */
public final class ControlSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

  private final OperatorContext desk;
  private final Path socket;
  private final ServerSocketChannel server;

  private ControlSocket(OperatorContext desk, Path socket, ServerSocketChannel server) {
    this.desk = desk;
    this.socket = socket;
    this.server = server;
  }

  /** Opens it. A socket that a killed server left behind is replaced: the directory is ours now. */
  public static ControlSocket open(OperatorContext desk) {
    Path socket = ControlLine.socket(desk.data().toAbsolutePath());
    try {
      Path directory = socket.resolveSibling("");
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(socket);
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      var opened = new ControlSocket(desk, socket, server);
      Thread.ofVirtual().name("control").start(opened::serve);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the control socket " + socket + " cannot be opened; its path may be too long", e);
    }
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        Thread.ofVirtual().name("control-command").start(() -> answer(channel));
      } catch (IOException e) {
        if (server.isOpen()) {
          LOG.error("the control socket takes no commands any more: {}", e.getClass().getName());
          return;
        }
      }
    }
  }

  private void answer(SocketChannel channel) {
    try (ControlLine line = new ControlLine(channel)) {
      ControlLine.Request request = line.receive();
      int status = Commands.run(request.words(), desk, new Remote(line, request.directory()));
      line.write(new JsonObject().put("status", status));
    } catch (IOException | RuntimeException | Error e) { // the line is closed, whatever it is
      LOG.warn("an operator's command was broken off: {}", e.getClass().getName());
    }
  }

  /** The operator at the other end. */
  private record Remote(ControlLine line, Path directory) implements Console {
    @Override
    public void say(String words) {
      line.write(new JsonObject().put("say", words));
    }

    @Override
    public void note(String words) {
      line.write(new JsonObject().put("note", words));
    }

    @Override
    public char[] secret(String prompt) {
      line.write(new JsonObject().put("ask", prompt));
      return line.read().getString("secret", "").toCharArray();
    }

    @Override
    public Path path(Path given) {
      return directory.resolve(given);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }
}
