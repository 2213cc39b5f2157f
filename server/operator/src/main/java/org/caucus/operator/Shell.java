package org.caucus.operator;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.store.DatabaseException;
import org.jspecify.annotations.Nullable;

/** The operator's end: at an opened desk of its own, or through the server that has it. */
public final class Shell {
  private final Path data;
  private final Console console;

  /** Opens the storage. */
  public interface Opening {
    /** Runs the work at a desk that is closed afterwards. */
    int at(Work work);
  }

  /** What is done at the desk. */
  public interface Work {
    /** The exit status. */
    int run(OperatorContext desk);
  }

  /** For the installation in this data directory. */
  public Shell(Path data, Console console) {
    this.data = data;
    this.console = console;
  }

  /**
   * Runs the command these words name.
   *
   * @throws DatabaseException.DataDirectoryInUse somebody has the directory who takes no commands
   */
  public int run(List<String> words, Opening opening) {
    try {
      return opening.at(desk -> Commands.run(words, desk, console));
    } catch (DatabaseException.DataDirectoryInUse inUse) {
      SocketChannel server = connected();
      if (server == null) {
        throw inUse;
      }
      return through(server, words);
    }
  }

  /** Runs it at the server that has the directory, and nowhere else. */
  public int beside(List<String> words) {
    SocketChannel server = connected();
    if (server == null) {
      console.note(
          "The server in "
              + data
              + " takes no commands: it is still starting, or another runs. Nothing was done."
              + " Try again in a few seconds, or see its log.");
      return OperatorCommand.NOT_DONE;
    }
    return through(server, words);
  }

  private int through(SocketChannel server, List<String> words) {
    try (ControlLine line = new ControlLine(server)) {
      line.send(new ControlLine.Request(words, Path.of("").toAbsolutePath()));
      while (true) {
        JsonObject message = line.read();
        if (message.containsKey("status")) {
          return message.getInteger("status");
        }
        hear(line, message);
      }
    } catch (UncheckedIOException e) {
      console.note(
          "The server ended before it had answered; what it did until then stays. Its log says why."
              + " Start it, then give the command again.");
      return OperatorCommand.NOT_DONE;
    } catch (IOException e) {
      console.note("The line to the server could not be closed: " + e.getMessage());
      return OperatorCommand.NOT_DONE;
    }
  }

  private void hear(ControlLine line, JsonObject message) {
    if (message.containsKey("say")) {
      console.say(message.getString("say"));
    } else if (message.containsKey("note")) {
      console.note(message.getString("note"));
    } else if (message.containsKey("ask")) {
      String secret = new String(console.secret(message.getString("ask")));
      line.write(new JsonObject().put("secret", secret));
    }
  }

  private @Nullable SocketChannel connected() {
    try {
      var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(ControlLine.socket(data.toAbsolutePath())));
      return channel;
    } catch (IOException e) {
      return null;
    }
  }
}
