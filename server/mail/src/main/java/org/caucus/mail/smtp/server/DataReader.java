package org.caucus.mail.smtp.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Reads the octets after DATA to their one true end, CRLF dot CRLF, undoing dot-stuffing (RFC 5321
 * section 4.5.2).
 *
 * <p>A CR or LF alone is no line end and must not occur (section 2.3.8). Servers that disagree on
 * this can be made to see two letters where the other saw one (SMTP smuggling), so one such octet
 * spoils the letter; the rest is still read to its true end, so that nothing in it is taken for
 * commands.
 *
 * <p>Letters under way share a limited memory. One that finds none left is read to its end and
 * answered "later", which costs it a delay; without the limit a handful of large ones at once would
 * cost everybody the server.
 */
final class DataReader implements AutoCloseable {
  /** How the data ended. */
  sealed interface Outcome {}

  /** A letter within the limit, every line ended by CRLF. */
  static final class Complete implements Outcome {
    private final byte[] letter;

    private Complete(byte[] letter) {
      this.letter = letter;
    }

    byte[] letter() {
      return letter;
    }
  }

  /** More octets than the limit. */
  record TooLarge() implements Outcome {}

  /** A CR or LF stood alone. */
  record BareLineEnd() implements Outcome {}

  /** Other letters under way had all the memory there is. */
  record NoRoom() implements Outcome {}

  /** So much data beyond the limit that the peer is not worth reading on, or so slow. */
  record Endless() implements Outcome {}

  /**
   * Unwanted octets are read up to this multiple of the size limit before the connection is
   * dropped.
   */
  static final int DRAIN_FACTOR = 8;

  /** The longest DATA may take altogether, however steadily it drips. */
  static final Duration MAX_DURATION = Duration.ofMinutes(30);

  /** What one permit of the shared memory stands for, in octets. The first is free. */
  static final int PERMIT_OCTETS = 64 * 1024;

  /** Octets that are taken from the wire at once. */
  private static final int CHUNK_OCTETS = 4096;

  private static final int CLOCK_INTERVAL_OCTETS = 4096;

  private final InputStream wire;
  private final int maxOctets;
  private final Semaphore memory;
  private ByteArrayOutputStream letter = new ByteArrayOutputStream(8192);
  private int permits;
  private boolean noRoom;
  private boolean tooLarge;
  private boolean bare;
  private long seen;
  private long clockAt = CLOCK_INTERVAL_OCTETS;
  private final byte[] chunk = new byte[CHUNK_OCTETS];
  private int at;
  private int filled;

  /**
   * A reader of one letter.
   *
   * @param memory permits of {@link #PERMIT_OCTETS} that all letters under way share; given back by
   *     {@link #close}
   */
  DataReader(InputStream wire, int maxOctets, Semaphore memory) {
    this.wire = wire;
    this.maxOctets = maxOctets;
    this.memory = memory;
  }

  /**
   * Reads up to and with the end mark.
   *
   * @throws EOFException when the connection ends before it
   */
  Outcome read() throws IOException {
    long deadline = System.nanoTime() + MAX_DURATION.toNanos();
    long drainLimit = (long) maxOctets * DRAIN_FACTOR + CLOCK_INTERVAL_OCTETS;
    boolean lineStart = true;
    boolean afterCr = false;
    while (!spent(deadline, drainLimit)) {
      int octet = next();
      if (lineStart && octet == '.') {
        octet = next();
        if (octet == '\r') {
          octet = next();
          if (octet == '\n') {
            leaveTheRest();
            return outcome();
          }
          // Dot, CR and something else: the dot was stuffing, the CR stands alone.
          bare = true;
        }
      }
      bare |= (octet == '\n') != afterCr;
      lineStart = octet == '\n' && afterCr;
      afterCr = octet == '\r';
      keep(octet);
      if (!lineStart && !afterCr) {
        keepLine();
      }
    }
    return new Endless();
  }

  private boolean spent(long deadline, long drainLimit) {
    seen++;
    boolean late = false;
    if (seen >= clockAt) {
      clockAt = seen + CLOCK_INTERVAL_OCTETS;
      late = System.nanoTime() - deadline > 0;
    }
    return seen > drainLimit || late;
  }

  /** What of a line is here already, up to its end: nothing in it means anything. */
  private void keepLine() {
    int end = at;
    while (end < filled && chunk[end] != '\r' && chunk[end] != '\n') {
      end++;
    }
    int octets = end - at;
    if (tooLarge || bare || noRoom) {
      forget();
    } else if (letter.size() + octets > maxOctets) {
      tooLarge = true;
    } else if (octets > 0 && hasRoom(letter.size() + octets - 1)) {
      letter.write(chunk, at, octets);
    }
    seen += octets;
    at = end;
  }

  /** Whether there is memory for the octet at this place. */
  private boolean hasRoom(int place) {
    int wanted = place / PERMIT_OCTETS - permits;
    noRoom = wanted > 0 && !memory.tryAcquire(wanted);
    permits += noRoom ? 0 : Math.max(0, wanted);
    return !noRoom;
  }

  private int next() throws IOException {
    if (at == filled) {
      fill();
    }
    return chunk[at++] & 0xff;
  }

  /** Many octets at once; what stands behind the end mark goes back to the wire. */
  private void fill() throws IOException {
    int most = wire.markSupported() ? chunk.length : 1;
    wire.mark(chunk.length);
    filled = wire.read(chunk, 0, most);
    at = 0;
    if (filled < 0) {
      filled = 0;
      throw new EOFException("the connection ended inside DATA");
    }
  }

  private void leaveTheRest() throws IOException {
    if (at < filled) {
      wire.reset();
      wire.skipNBytes(at);
      filled = at;
    }
  }

  /** A spoiled letter is not worth memory. */
  private void keep(int octet) {
    if (tooLarge || bare || noRoom) {
      forget();
    } else if (letter.size() >= maxOctets) {
      tooLarge = true;
    } else if (hasRoom(letter.size())) {
      letter.write(octet);
    }
  }

  private void forget() {
    if (letter.size() > 0) {
      letter = new ByteArrayOutputStream(0);
      close();
    }
  }

  private Outcome outcome() {
    if (bare) {
      return new BareLineEnd();
    }
    if (tooLarge || noRoom) {
      return tooLarge ? new TooLarge() : new NoRoom();
    }
    Complete complete = new Complete(letter.toByteArray());
    letter = new ByteArrayOutputStream(0); // twice is too much for a large one
    return complete;
  }

  /** Gives the memory back. */
  @Override
  public void close() {
    memory.release(permits);
    permits = 0;
  }
}
