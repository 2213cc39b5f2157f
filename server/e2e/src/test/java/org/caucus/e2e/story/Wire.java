package org.caucus.e2e.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A cable between nodes that can be cut: it takes what one says to one port and says it to another.
 */
final class Wire implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final ServerSocket in;
  private final int to;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  Wire(int from, int to) throws IOException {
    this(InetAddress.getLoopbackAddress(), from, to);
  }

  /** From this address and port to that port on loopback. */
  Wire(InetAddress address, int from, int to) throws IOException {
    this.in = new ServerSocket(from, 50, address);
    this.to = to;
    Thread.startVirtualThread(this::accept);
  }

  /** From now on nothing gets through, and what was connected is not. */
  void cut() {
    cut = true;
    ends.forEach(Wire::close);
    ends.clear();
  }

  /** Whole again. */
  void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (!in.isClosed()) {
        Socket near = in.accept();
        if (cut) {
          close(near);
        } else {
          reach(near);
        }
      }
    } catch (IOException e) {
      cut(); // closed
    }
  }

  private void reach(Socket near) {
    try {
      join(near, new Socket(InetAddress.getLoopbackAddress(), to));
    } catch (IOException nobodyThere) {
      close(near);
    }
  }

  private void join(Socket near, Socket far) {
    ends.addAll(List.of(near, far));
    Thread.startVirtualThread(() -> copy(near, far));
    Thread.startVirtualThread(() -> copy(far, near));
  }

  private static void copy(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (IOException cutOrClosed) {
      close(to);
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
    in.close();
    cut();
  }
}
