package org.caucus.e2e.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a server and its database, which can be cut and mended. */
final class Line implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;

  Line(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Ends every connection; new ones are closed as soon as they are made. */
  void cut() throws IOException {
    whole = false;
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  void mend() {
    whole = true;
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket near = door.accept();
        if (whole) {
          join(near, new Socket(InetAddress.getLoopbackAddress(), target));
        } else {
          near.close();
        }
      }
    } catch (IOException closed) {
      // the door is shut, the test is over
    }
  }

  private void join(Socket near, Socket far) {
    open.add(near);
    open.add(far);
    Thread.ofVirtual().start(() -> pour(near, far));
    Thread.ofVirtual().start(() -> pour(far, near));
  }

  private static void pour(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException ended) {
      // one side hung up, so the other is hung up on
    }
  }

  @Override
  public void close() throws IOException {
    cut();
    door.close();
  }
}
