package org.caucus.email.outbound;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.caucus.email.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Letters to one recipient each, one after the other on one connection. Where the host takes
 * commands in groups (RFC 2920), the end of a letter and the beginning of the next leave together
 * and are answered together: one turn of the line for a letter. Used by one thread.
 */
public final class Series implements AutoCloseable {
  /**
   * A host that takes longer to answer gets each letter alone, so that none is written long before
   * it leaves.
   */
  static final Duration QUICK = Duration.ofMillis(100);

  /**
   * A letter that waited so long for its turn does not leave any more: what its reader may have was
   * asked when it was written.
   */
  static final Duration STALE = Duration.ofSeconds(2);

  private static final Outcome TOO_LATE =
      new Outcome.TryLater(451, "4.4.2", "The host took too long to listen");

  private final SmtpClient client;
  private @Nullable SmtpConnection line;
  private @Nullable Consumer<Outcome> pending; // of the letter whose end has no answer yet
  private boolean quick = true;
  private boolean turn;

  Series(SmtpClient client) {
    this.client = client;
  }

  /**
   * Sends one more letter, as {@link SmtpClient#send}.
   *
   * @param told hears what became of it: now, with the next letter, or when the series is closed
   * @throws SmtpUnreachable when the destination did not take part; this letter was not delivered
   */
  public void send(
      @Nullable MailAddress sender, MailAddress to, byte[] octets, Consumer<Outcome> told)
      throws SmtpUnreachable {
    OutgoingLetter letter = new OutgoingLetter(octets);
    long since = System.nanoTime();
    try {
      if (line != null && !begin(line, sender, to, letter, told, since)) {
        line = null; // it rested too long, or was closed after the last letter: nothing was sent
      }
      if (line == null) {
        connect(sender, to, letter, told);
      }
      if (!quick) {
        close(); // others may be waiting for their turn
      }
    } catch (IOException e) {
      giveBack();
      throw new SmtpUnreachable("the next host cannot be spoken to: " + e.getMessage(), e);
    }
  }

  private void connect(
      @Nullable MailAddress sender, MailAddress to, OutgoingLetter letter, Consumer<Outcome> told)
      throws IOException, SmtpUnreachable {
    if (!turn) {
      client.takeTurn();
      turn = true;
    }
    Optional<SmtpConnection> kept = client.rested();
    long since = System.nanoTime(); // waiting for a turn is not the host's doing
    if (kept.isPresent() && begin(kept.get(), sender, to, letter, told, since)) {
      line = kept.get();
      return;
    }
    SmtpConnection fresh = client.opened();
    line = fresh;
    if (!begin(fresh, sender, to, letter, told, System.nanoTime())) {
      throw new IOException("it was closed at its first letter");
    }
  }

  /** False if the connection is gone, and the letter with it, of which nothing was sent. */
  private boolean begin(
      SmtpConnection on,
      @Nullable MailAddress sender,
      MailAddress to,
      OutgoingLetter letter,
      Consumer<Outcome> told,
      long since) {
    Optional<Outcome> obstacle = on.obstacle(sender, to, letter);
    if (obstacle.isPresent()) {
      told.accept(obstacle.get());
      return true;
    }
    return client.guarded(on, () -> converse(on, sender, to, letter, told, since));
  }

  private boolean converse(
      SmtpConnection on,
      @Nullable MailAddress sender,
      MailAddress to,
      OutgoingLetter letter,
      Consumer<Outcome> told,
      long since) {
    boolean answered = false;
    try {
      on.propose(sender, to, letter);
      answerPending(on);
      Reply mail = on.reply();
      answered = !mail.isClosing();
      Reply recipient = on.answerTo(mail, "RCPT TO:<" + to.toAsciiString() + ">");
      Reply data = on.answerTo(recipient, "DATA");
      long waited = System.nanoTime() - since;
      quick = waited < QUICK.toNanos() && on.takesGroups();
      if (!mail.isPositive() || !recipient.isPositive() || !data.isIntermediate()) {
        told.accept(on.refused(mail, recipient, data));
      } else if (waited > STALE.toNanos()) {
        on.close(); // nothing of it was said, so nothing of it was taken
        told.accept(TOO_LATE);
      } else {
        on.writeOut(letter);
        pending = told;
      }
      return true;
    } catch (IOException e) {
      on.broken();
      lose(SmtpConnection.UNKNOWN);
      if (answered) {
        told.accept(SmtpConnection.LOST);
      }
      return answered;
    }
  }

  /** The answer to the end of the letter before. */
  private void answerPending(SmtpConnection on) throws IOException {
    Consumer<Outcome> told = pending;
    if (told != null) {
      Outcome outcome = on.taken();
      pending = null;
      told.accept(outcome);
    }
  }

  private void lose(Outcome outcome) {
    Consumer<Outcome> told = pending;
    pending = null;
    if (told != null) {
      told.accept(outcome);
    }
  }

  /** Waits until all letters are answered. */
  private void finish() {
    SmtpConnection on = line;
    if (on != null && pending != null) {
      client.guarded(
          on,
          () -> {
            try {
              answerPending(on);
            } catch (IOException e) {
              on.broken();
              lose(SmtpConnection.UNKNOWN);
            }
            return true;
          });
    }
  }

  private void giveBack() {
    SmtpConnection on = line;
    line = null;
    if (on != null) {
      client.settle(on);
    }
    if (turn) {
      turn = false;
      client.endTurn();
    }
  }

  /** Hears the last answers, and leaves the connection to others. */
  @Override
  public void close() {
    finish();
    giveBack();
  }
}
