package org.caucus.mail.smtp.server;

import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.caucus.mail.message.RawLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.server.Session;

/** DATA, RFC 5321 section 4.1.1.4: reads the letter, has it stored, and only then says 250. */
record DataVerb(
    SmtpServerSettings settings,
    LetterSink box,
    InstantSource clock,
    Semaphore memory,
    SmtpServer.Loiterers loiterers)
    implements SmtpVerb {
  private static final Logger LOG = LoggerFactory.getLogger(DataVerb.class);

  /**
   * A header block of a million fields is no letter, and costs a hundred times its size to read.
   */
  static final int MAX_HEADER_OCTETS = 512 * 1024;

  static final String NO_ROOM = "452 4.3.1 Too many large letters at once, try again later";
  private static final String TRY_LATER = "451 4.3.0 Try again later";

  @Override
  public String getName() {
    return "DATA";
  }

  static String tooLarge(SmtpServerSettings settings) {
    return "552 5.3.4 A letter may have at most " + settings.maxLetterOctets() + " octets";
  }

  @Override
  public void execute(String line, Session session) throws IOException, DropConnectionException {
    if (!session.isMailTransactionInProgress()) {
      session.sendResponse("503 5.5.1 MAIL FROM comes first");
      return;
    }
    SmtpTransaction transaction = (SmtpTransaction) session.getMessageHandler();
    if (transaction.recipients().isEmpty()) {
      session.sendResponse("554 5.5.1 No valid recipients");
      return;
    }
    session.sendResponse("354 End with a dot on a line of its own");
    String reply;
    boolean kept = false;
    loiterers.reading(session);
    try (DataReader reader =
        new DataReader(session.getRawInput(), settings.maxLetterOctets(), memory)) {
      reply = reply(session, transaction, reader.read());
      kept = reply.startsWith("250");
    } finally {
      loiterers.read(session, kept);
    }
    session.resetMailTransaction();
    session.sendResponse(reply);
  }

  private String reply(Session session, SmtpTransaction transaction, DataReader.Outcome outcome)
      throws DropConnectionException {
    return switch (outcome) {
      case DataReader.Complete complete -> store(session, transaction, complete.letter());
      case DataReader.TooLarge() -> tooLarge(settings);
      case DataReader.NoRoom() -> NO_ROOM;
      case DataReader.BareLineEnd() -> "550 5.6.11 A line must end with CR and LF, both";
      case DataReader.Endless() -> throw new DropConnectionException(421, "4.7.0 Too much data");
    };
  }

  private String store(Session session, SmtpTransaction transaction, byte[] letter) {
    Envelope envelope =
        new Envelope(
            transaction.sender(),
            transaction.recipients(),
            session.getRemoteAddress().getAddress(),
            session.getHelo().orElse("unknown"),
            session.isTLSStarted(),
            transaction.smtpUtf8(),
            clock.instant());
    String id = UUID.randomUUID().toString();
    if (headerOctets(letter) > MAX_HEADER_OCTETS) {
      return "552 5.3.4 The header of a letter may have at most " + MAX_HEADER_OCTETS + " octets";
    }
    byte[] traced = RawLetter.of(letter).prepend(envelope.trace(settings.hostName(), id)).toBytes();
    try {
      box.store(envelope, traced);
      return "250 2.0.0 Stored as " + id;
    } catch (LetterSink.Refused e) {
      return e.reply();
    } catch (LetterSink.TryLater e) {
      LOG.warn("a letter could not be stored, the peer keeps it: {}", cause(e));
      return TRY_LATER;
    } catch (Exception e) {
      // Whatever failed behind this port, the letter is not durable, so the peer must keep it.
      LOG.warn("storing a letter failed, the peer keeps it: {}", e.getClass().getName());
      return TRY_LATER;
    }
  }

  /** Up to the blank line; the reader has seen to it that every line ends in CRLF. */
  private static int headerOctets(byte[] letter) {
    int at = 0;
    while (at + 3 < letter.length && !(letter[at + 1] == '\n' && letter[at + 2] == '\r')) {
      at++;
    }
    return at;
  }

  private static String cause(Exception e) {
    return (e.getCause() == null ? e : e.getCause()).getClass().getName();
  }
}
