package org.caucus.platform.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.kernel.support.Ports;

/** A database somewhere else: a MongoDB-wire server behind a line that can be cut and mended. */
public final class RemoteMongo implements AutoCloseable {
  private final MongoServer server = new MongoServer(H2Backend.inMemory());
  private final InetSocketAddress behind;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile ServerSocket line;

  /** Starts it, the line whole. */
  public RemoteMongo() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    behind = server.getLocalAddress();
    // while the line is cut nobody listens there: none that the system may give to who connects
    port = Ports.free();
    line = listen(port);
  }

  /** What {@code CAUCUS_MONGODB_URI} is to be. */
  public String uri() {
    return "mongodb://127.0.0.1:" + port + "/caucus";
  }

  /** Ends all connections and takes no new ones. */
  public void cut() throws IOException {
    line.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** Takes connections again. */
  public void mend() throws IOException {
    line = listen(port);
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.setReuseAddress(true);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread.startVirtualThread(() -> accept(listening));
    return listening;
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket here = listening.accept();
        Socket there = new Socket(behind.getAddress(), behind.getPort());
        open.add(here);
        open.add(there);
        if (listening.isClosed()) {
          here.close();
          there.close();
        }
        Thread.startVirtualThread(() -> pass(here, there));
        Thread.startVirtualThread(() -> pass(there, here));
      }
    } catch (IOException e) {
      ignored(e); // the line was cut
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      ignored(e); // the line was cut, or one side hung up
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void ignored(IOException e) {
    if (e.getMessage() == null) {
      throw new IllegalStateException("a broken line says how", e);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    server.shutdownNow();
  }
}
