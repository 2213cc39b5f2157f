package org.caucus.email.inbound;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.Session;

/**
 * Connections that bring no letter. The idle limit begins anew with every octet, so whoever says a
 * word now and then would hold a connection for ever, and a few of them all there are. While a
 * letter is read no time is counted: that has a limit of its own ({@link DataReader}).
 */
final class Loiterers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loiterers.class);

  /** Looks within the time that a connection has. */
  private static final int LOOKS = 10;

  private final Duration longest;
  private final Map<Session, Since> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Since when there was no letter. */
  private record Since(long nanos, boolean reading) {}

  /**
   * @param longest how long a connection may be open without a letter that is kept
   */
  Loiterers(Duration longest) {
    this.longest = longest;
  }

  /** Begins to look. */
  void start() {
    Thread.ofVirtual().name("smtp-loiterers").start(this::look);
  }

  void came(Session session) {
    open.put(session, new Since(System.nanoTime(), false));
  }

  void went(Session session) {
    open.remove(session);
  }

  /** A letter begins. */
  void reading(Session session) {
    open.computeIfPresent(session, (s, since) -> new Since(since.nanos(), true));
  }

  /** It has ended; one that was kept gives its connection the whole time again. */
  void read(Session session, boolean kept) {
    long now = System.nanoTime();
    open.computeIfPresent(session, (s, since) -> new Since(kept ? now : since.nanos(), false));
  }

  private void look() {
    while (!closed) {
      LockSupport.parkNanos(longest.toNanos() / LOOKS);
      long now = System.nanoTime();
      List.copyOf(open.entrySet()).stream()
          .filter(e -> !e.getValue().reading())
          .filter(e -> now - e.getValue().nanos() > longest.toNanos())
          // TLS says goodbye, to whoever may not listen
          .forEach(e -> Thread.ofVirtual().start(() -> close(e.getKey())));
    }
  }

  private void close(Session session) {
    went(session);
    try {
      session.closeSocket();
    } catch (IOException e) {
      LOG.debug("a connection was closed already: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
