package org.caucus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of loopback for servers that must know theirs before they listen. Below those that the
 * system hands out to whoever connects: else a connection of the tests beside may have it by then.
 */
public final class Ports {
  private static final int LOWEST = 10_000;

  /** Linux hands out from 32,768 on. */
  private static final int HANDED_OUT = 32_000;

  private static final int TRIES = 200;

  private Ports() {}

  /** One that nobody listens on. */
  public static int free() {
    return free(1);
  }

  /** The first of two in a row that nobody listens on. */
  public static int twoFree() {
    return free(2);
  }

  private static int free(int many) {
    for (int tries = 0; tries < TRIES; tries++) {
      int first = ThreadLocalRandom.current().nextInt(LOWEST, HANDED_OUT);
      if (isFree(first) && (many == 1 || isFree(first + 1))) {
        return first;
      }
    }
    throw new AssertionError("no free port");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
