package org.caucus.mail.smtp.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends letters to one destination over kept connections. Safe for any number of threads; blocks,
 * so virtual ones.
 */
public final class SmtpClient implements AutoCloseable {
  /**
   * Recipients of one transaction, what every host must take (RFC 5321 section 4.5.3.1.8). More are
   * sent in turns.
   */
  public static final int MAX_RECIPIENTS_PER_TRANSACTION = 100;

  /**
   * How often conversations are looked at that take too long: one look for all, so that a letter
   * needs no timer of its own. A conversation may outlast its limit by that much.
   */
  private static final long LOOK_MS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(SmtpClient.class);

  private final SmtpUrl url;
  private final SmtpClientSettings settings;
  private final Semaphore turns;
  private final Deque<SmtpConnection> idle = new ArrayDeque<>();
  private final ScheduledExecutorService watchdog;

  /** Conversations under way, and when each is cut off, in nanoseconds. */
  private final Map<SmtpConnection, Long> guarded = new ConcurrentHashMap<>();

  private boolean closed;

  /** A client for one destination; it connects when there is something to send. */
  public SmtpClient(SmtpUrl url, SmtpClientSettings settings) {
    this.url = url;
    this.settings = settings;
    this.turns = new Semaphore(settings.maxConnections(), true);
    this.watchdog =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
    long every = Math.clamp(settings.timeouts().transaction().toMillis() / 8, 1, LOOK_MS);
    var unused =
        watchdog.scheduleWithFixedDelay(this::cutWhatIsLate, every, every, TimeUnit.MILLISECONDS);
  }

  /**
   * Sends one letter.
   *
   * @param envelopeFrom MAIL FROM; null for the null sender
   * @param recipients RCPT TO; repeated ones count once
   * @param letter the octets, every line ended by CRLF
   * @return what became of it for each recipient
   * @throws SmtpUnreachable when the destination did not take part in the conversation; nothing was
   *     delivered, or only to a part of more than {@link #MAX_RECIPIENTS_PER_TRANSACTION}
   *     recipients, which is then reported instead
   * @throws IllegalArgumentException when a CR or LF stands alone in the letter
   */
  public SendResult send(
      @Nullable MailAddress envelopeFrom, List<MailAddress> recipients, byte[] letter)
      throws SmtpUnreachable {
    OutgoingLetter outgoing = new OutgoingLetter(RawLetter.of(letter));
    List<MailAddress> distinct = List.copyOf(new LinkedHashSet<>(recipients));
    Map<MailAddress, RecipientOutcome> outcomes = new LinkedHashMap<>();
    for (int from = 0; from < distinct.size(); from += MAX_RECIPIENTS_PER_TRANSACTION) {
      int to = Math.min(from + MAX_RECIPIENTS_PER_TRANSACTION, distinct.size());
      List<MailAddress> batch = distinct.subList(from, to);
      try {
        outcomes.putAll(transact(envelopeFrom, batch, outgoing));
      } catch (SmtpUnreachable e) {
        if (outcomes.isEmpty()) {
          throw e;
        }
        batch.forEach(
            r ->
                outcomes.put(
                    r, new RecipientOutcome.TryLater(451, "4.4.1", "The next host went away")));
      }
    }
    return new SendResult(outcomes);
  }

  private Map<MailAddress, RecipientOutcome> transact(
      @Nullable MailAddress sender, List<MailAddress> recipients, OutgoingLetter letter)
      throws SmtpUnreachable {
    takeTurn();
    try {
      Optional<SmtpConnection> kept = rested();
      if (kept.isPresent()) {
        try {
          return transact(kept.get(), sender, recipients, letter);
        } catch (IOException e) {
          // The host closed the kept connection while it rested, which is its right. Nothing was
          // sent: connect anew.
          LOG.debug("a kept connection was gone: {}", e.getClass().getName());
        }
      }
      return transact(SmtpConnection.open(url, settings), sender, recipients, letter);
    } catch (IOException e) {
      throw new SmtpUnreachable("the next host cannot be spoken to: " + e.getMessage(), e);
    } finally {
      turns.release();
    }
  }

  private Map<MailAddress, RecipientOutcome> transact(
      SmtpConnection connection,
      @Nullable MailAddress sender,
      List<MailAddress> recipients,
      OutgoingLetter letter)
      throws IOException {
    guard(connection);
    try {
      return connection.send(sender, recipients, letter);
    } finally {
      guarded.remove(connection);
      settle(connection);
    }
  }

  /** Letters to one recipient each, one after the other; it connects when there is one. */
  public PipelinedSeries series() {
    return new PipelinedSeries(this);
  }

  SmtpConnection opened() throws IOException {
    return SmtpConnection.open(url, settings);
  }

  /** A part of a conversation, cut off if it takes longer than a transaction may. */
  boolean guarded(SmtpConnection connection, BooleanSupplier part) {
    guard(connection);
    try {
      return part.getAsBoolean();
    } finally {
      guarded.remove(connection);
    }
  }

  /** A blocked write has no timeout of its own; cutting the connection ends it. */
  private void guard(SmtpConnection connection) {
    guarded.put(connection, System.nanoTime() + settings.timeouts().transaction().toNanos());
  }

  private void cutWhatIsLate() {
    long now = System.nanoTime();
    guarded.forEach(
        (connection, end) -> {
          if (now - end > 0) {
            cut(connection);
          }
        });
  }

  void endTurn() {
    turns.release();
  }

  void takeTurn() throws SmtpUnreachable {
    synchronized (idle) {
      if (closed) {
        throw new SmtpUnreachable("this client is closed");
      }
    }
    try {
      if (!turns.tryAcquire(settings.timeouts().turn().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SmtpUnreachable("all " + settings.maxConnections() + " connections are busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SmtpUnreachable("interrupted while waiting for a connection", e);
    }
  }

  Optional<SmtpConnection> rested() {
    while (true) {
      SmtpConnection connection;
      synchronized (idle) {
        connection = idle.pollLast();
      }
      if (connection == null || !connection.isIdleLongerThan(settings.timeouts().idle())) {
        return Optional.ofNullable(connection);
      }
      leave(connection);
    }
  }

  void settle(SmtpConnection connection) {
    boolean keep;
    synchronized (idle) {
      keep = !closed && connection.isReusable();
      if (keep) {
        connection.rest();
        idle.addLast(connection);
      }
    }
    if (!keep) {
      cut(connection);
    }
  }

  private static void leave(SmtpConnection connection) {
    try {
      connection.quit();
    } catch (IOException e) {
      LOG.debug("the host was gone before goodbye: {}", e.getClass().getName());
    }
  }

  private static void cut(SmtpConnection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      LOG.debug("closing a connection failed: {}", e.getClass().getName());
    }
  }

  /** Closes the kept connections; conversations under way end as they end. */
  @Override
  public void close() {
    List<SmtpConnection> leaving;
    synchronized (idle) {
      closed = true;
      leaving = List.copyOf(idle);
      idle.clear();
    }
    leaving.forEach(SmtpClient::leave);
    watchdog.shutdown();
  }
}
