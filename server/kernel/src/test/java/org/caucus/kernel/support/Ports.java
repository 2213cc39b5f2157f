package org.caucus.kernel.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports of loopback for servers that must know theirs before they listen. Below those that the
 * system hands out to a program that connects: else a connection of the tests beside may have it by
 * then.
 *
 * <p>Each process of tests has a block to itself, whose first port it listens on for as long as it
 * lives, and hands out the rest in turn: what a test took and does not listen on yet is not given
 * to another.
 */
public final class Ports {
  private static final int LOWEST = 10_000;

  /** Linux hands out from 32,768 on. */
  private static final int HANDED_OUT = 32_000;

  private static final int BLOCK = 1_000;

  private static final ServerSocket CLAIM = claim();

  /** The next to look at, counted from the block's first. */
  private static int next = 1;

  private Ports() {}

  /** One that nobody listens on. */
  public static int free() {
    return free(1);
  }

  /** The first of two in a row that nobody listens on. */
  public static int twoFree() {
    return free(2);
  }

  private static synchronized int free(int many) {
    for (int tries = 0; tries < BLOCK; tries++) {
      if (next + many > BLOCK) {
        next = 1;
      }
      int first = CLAIM.getLocalPort() + next;
      if (isFree(first) && (many == 1 || isFree(first + 1))) {
        next += many;
        return first;
      }
      next++;
    }
    throw new AssertionError("no free port");
  }

  /** From a block at random on, so that processes that start together seldom look at the same. */
  private static ServerSocket claim() {
    int blocks = (HANDED_OUT - LOWEST) / BLOCK;
    int from = ThreadLocalRandom.current().nextInt(blocks);
    return IntStream.range(0, blocks)
        .mapToObj(i -> LOWEST + (from + i) % blocks * BLOCK)
        .flatMap(first -> listening(first).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no block of ports is left"));
  }

  private static Optional<ServerSocket> listening(int port) {
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (BindException taken) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether nobody listens on it now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
