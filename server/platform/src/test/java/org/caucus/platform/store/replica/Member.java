package org.caucus.platform.store.replica;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** One address of the set. Each connection to it has one of its own to the server behind. */
final class Member implements AutoCloseable {
  private final StandIn set;
  private final int number;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  Member(StandIn set, int number, ServerSocket listening) {
    this.set = set;
    this.number = number;
    this.listening = listening;
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Hangs up on everybody; they may call again. */
  void hangUp() {
    open.forEach(Member::close);
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket client = listening.accept();
        Thread.startVirtualThread(() -> serve(client));
      }
    } catch (IOException e) {
      hangUp(); // closed
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client;
        Socket server = new Socket(set.behind().getAddress(), set.behind().getPort())) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      converse(client, server);
    } catch (IOException hungUp) {
      close(client);
    } finally {
      open.remove(client);
    }
  }

  private void converse(Socket client, Socket server) throws IOException {
    DataInputStream asked = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    BufferedOutputStream said = new BufferedOutputStream(client.getOutputStream());
    DataInputStream replies = new DataInputStream(new BufferedInputStream(server.getInputStream()));
    BufferedOutputStream requests = new BufferedOutputStream(server.getOutputStream());
    StandIn.Behind behind =
        message -> {
          message.write(requests);
          return WireMessage.read(replies);
        };
    @Nullable Scram caller = set.password() == null ? null : new Scram(set.password());
    while (true) {
      WireMessage message = WireMessage.read(asked);
      BsonDocument command = message.command();
      set.commands().heard(command);
      set.pass(command);
      @Nullable BsonDocument login = caller == null ? null : caller.answer(command);
      WireMessage answer =
          login == null ? set.answer(number, message, command, behind) : message.answered(login);
      if (answer == null) {
        return; // the line breaks
      }
      answer.write(said);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError("a socket does not close", e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    hangUp();
  }
}
