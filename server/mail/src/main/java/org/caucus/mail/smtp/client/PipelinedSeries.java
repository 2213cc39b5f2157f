package org.caucus.mail.smtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.WireForm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters to one recipient each, one after the other on one connection. Where the host takes
 * commands in groups (RFC 2920), the end of a letter and the beginning of the next leave together
 * and are answered together: one turn of the line for a letter. The answers are heard when the one
 * after is there, so that it is written while the host is at work. Used by one thread.
 */
public final class PipelinedSeries implements AutoCloseable {
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

  private static final RecipientOutcome TOO_LATE =
      new RecipientOutcome.TryLater(451, "4.4.2", "The host took too long to listen");
  private static final RecipientOutcome AWAY =
      new RecipientOutcome.TryLater(451, "4.4.1", "The host went away before it had the letter");

  private static final Logger LOG = LoggerFactory.getLogger(PipelinedSeries.class);

  private final SmtpClient client;
  private final Duration quickest;
  private @Nullable SmtpConnection line;
  private @Nullable Consumer<RecipientOutcome> ending; // of the letter whose end has no answer yet
  private @Nullable Begun begun; // the letter after it, of which nothing but its envelope was said
  private boolean quick;
  private boolean turn;

  PipelinedSeries(SmtpClient client) {
    this(client, QUICK);
  }

  PipelinedSeries(SmtpClient client, Duration quickest) {
    this.client = client;
    this.quickest = quickest;
  }

  /**
   * A letter to one recipient.
   *
   * @param wanted asked at the last moment; if it is not, none of it leaves
   * @param told hears what became of it
   */
  private record Begun(
      @Nullable MailAddress sender,
      MailAddress to,
      OutgoingLetter letter,
      BooleanSupplier wanted,
      Consumer<RecipientOutcome> told,
      long since) {
    boolean isLate() {
      return System.nanoTime() - since > STALE.toNanos() || !wanted.getAsBoolean();
    }

    Begun again() {
      return new Begun(sender, to, letter, wanted, told, System.nanoTime());
    }
  }

  /**
   * Sends one more letter, as {@link SmtpClient#send}.
   *
   * @param wanted asked at the last moment; if it is not, none of it leaves
   * @param told hears what became of it: now, with a later letter, or when the series is closed
   * @throws SmtpUnreachable when the destination did not take part; this letter was not delivered
   */
  public void send(
      @Nullable MailAddress sender,
      MailAddress to,
      RawLetter octets,
      BooleanSupplier wanted,
      Consumer<RecipientOutcome> told)
      throws SmtpUnreachable {
    send(sender, to, octets, () -> WireForm.sevenBit(octets), wanted, told);
  }

  /**
   * The same of a letter that is written otherwise for a host that takes seven bits only.
   *
   * @param sevenBit that form, asked for when it is needed; empty if there may be none
   */
  public void send(
      @Nullable MailAddress sender,
      MailAddress to,
      RawLetter octets,
      Supplier<Optional<RawLetter>> sevenBit,
      BooleanSupplier wanted,
      Consumer<RecipientOutcome> told)
      throws SmtpUnreachable {
    OutgoingLetter outgoing = new OutgoingLetter(octets, sevenBit);
    Begun letter = new Begun(sender, to, outgoing, wanted, told, System.nanoTime());
    try {
      hearBegun();
      if (line == null || !quick) {
        begin(letter);
      } else {
        proposeOn(line, letter);
      }
      if (!quick) {
        close(); // others may be waiting for their turn
      }
    } catch (IOException e) {
      giveBack();
      throw new SmtpUnreachable("the next host cannot be spoken to: " + e.getMessage(), e);
    }
  }

  /** What the host says to the letter that was begun before; it may have to be begun again. */
  private void hearBegun() throws IOException, SmtpUnreachable {
    Begun before = begun;
    SmtpConnection on = line;
    begun = null;
    if (before == null || on == null || client.guarded(on, () -> hear(on, before))) {
      return;
    }
    line = null; // closed after the letter before it: nothing of this one was sent
    try {
      begin(before);
    } catch (IOException | SmtpUnreachable e) {
      before.told().accept(AWAY);
      throw e;
    }
  }

  /** The first on a line is heard at once: a host that takes no part is known by that. */
  private void begin(Begun letter) throws IOException, SmtpUnreachable {
    if (line != null && say(line, letter)) {
      return;
    }
    line = null; // it rested too long, or was closed after the last letter: nothing was sent
    if (!turn) {
      client.takeTurn();
      turn = true;
    }
    Optional<SmtpConnection> kept = client.rested();
    // waiting for a turn is not the host's doing
    if (kept.isPresent() && say(kept.get(), letter.again())) {
      line = kept.get();
      return;
    }
    SmtpConnection fresh = client.opened();
    line = fresh;
    if (!say(fresh, letter.again())) {
      throw new IOException("it was closed at its first letter");
    }
  }

  /** False if the connection is gone, and the letter with it, of which nothing was sent. */
  private boolean say(SmtpConnection on, Begun letter) {
    return isStopped(on, letter)
        || client.guarded(
            on,
            () -> {
              try {
                on.propose(letter.sender(), letter.to(), letter.letter());
              } catch (IOException e) {
                return broken(on);
              }
              return hear(on, letter);
            });
  }

  private void proposeOn(SmtpConnection on, Begun letter) throws IOException, SmtpUnreachable {
    if (isStopped(on, letter)) {
      return;
    }
    boolean said =
        client.guarded(
            on,
            () -> {
              try {
                on.propose(letter.sender(), letter.to(), letter.letter());
                return true;
              } catch (IOException e) {
                return broken(on);
              }
            });
    if (said) {
      begun = letter;
    } else {
      line = null;
      begin(letter);
    }
  }

  /** Whether the host is known not to take it; then it is told. */
  private static boolean isStopped(SmtpConnection on, Begun letter) {
    Optional<RecipientOutcome> obstacle =
        on.obstacle(letter.sender(), letter.to(), letter.letter());
    obstacle.ifPresent(why -> LOG.warn("a letter did not leave: {}", why));
    obstacle.ifPresent(letter.told());
    return obstacle.isPresent();
  }

  private boolean broken(SmtpConnection on) {
    on.broken();
    lose();
    return false;
  }

  /** Hears the answers to an envelope, and writes the letter if it may come. */
  private boolean hear(SmtpConnection on, Begun letter) {
    boolean answered = false;
    long heardSince = System.nanoTime();
    try {
      answerEnding(on);
      SmtpReply mail = on.reply();
      answered = !mail.isClosing();
      SmtpReply recipient =
          on.answerTo(mail, () -> "RCPT TO:<" + letter.to().toAsciiString() + ">");
      SmtpReply data = on.answerTo(recipient, () -> "DATA");
      quick = System.nanoTime() - heardSince < quickest.toNanos() && on.takesGroups();
      if (!mail.isPositive() || !recipient.isPositive() || !data.isIntermediate()) {
        letter.told().accept(on.refused(mail, recipient, data));
      } else if (letter.isLate()) {
        on.close(); // nothing of it was said, so nothing of it was taken
        letter.told().accept(TOO_LATE);
      } else {
        on.writeOut(letter.letter());
        ending = letter.told();
      }
      return true;
    } catch (IOException e) {
      broken(on);
      if (answered) {
        letter.told().accept(SmtpConnection.LOST);
      }
      return answered;
    }
  }

  /** The answer to the end of the letter before. */
  private void answerEnding(SmtpConnection on) throws IOException {
    Consumer<RecipientOutcome> told = ending;
    if (told != null) {
      RecipientOutcome outcome = on.taken();
      ending = null;
      told.accept(outcome);
    }
  }

  /** Nobody knows what became of the letter whose end has no answer. */
  private void lose() {
    Consumer<RecipientOutcome> told = ending;
    ending = null;
    if (told != null) {
      told.accept(SmtpConnection.UNKNOWN);
    }
  }

  /** Waits until the last letter has left; for a caller that needs long to write the next. */
  public void hear() {
    try {
      hearBegun();
      SmtpConnection on = line;
      if (on != null) {
        on.leave();
      }
    } catch (IOException | SmtpUnreachable e) {
      LOG.debug("the host went away before the last letter: {}", e.getClass().getName());
    }
  }

  /** Waits until all letters are answered. */
  private void finish() {
    hear();
    SmtpConnection on = line;
    if (on != null && ending != null) {
      client.guarded(
          on,
          () -> {
            try {
              answerEnding(on);
              return true;
            } catch (IOException e) {
              return broken(on);
            }
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
