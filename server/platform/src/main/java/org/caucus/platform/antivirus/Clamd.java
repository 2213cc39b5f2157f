package org.caucus.platform.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClamAV's daemon, by its command {@code INSTREAM} (clamd(8)): chunks, each after its length in
 * four octets, and a length of zero at the end. It says {@code stream: OK}, {@code stream: NAME
 * FOUND}, or an error, such as that a stream is longer than its {@code StreamMaxLength}; that must
 * be above {@link Scanner#MAX_BYTES}.
 */
public final class Clamd implements Scanner {
  /** Longest time for one file or letter; then it counts as away. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(US_ASCII);
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int REPLY_BYTES = 1_024;
  private static final long QUIET_MILLIS = 60_000;
  private static final String OK = "stream: OK";
  private static final String STREAM = "stream: ";
  private static final String FOUND = " FOUND";
  private static final String TOO_LONG = "size limit";
  private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);

  private final ClamdAddress address;
  private final Duration patience;
  private final AtomicLong told = new AtomicLong(Long.MIN_VALUE / 2);

  /** The one that listens there. */
  public Clamd(ClamdAddress address) {
    this(address, PATIENCE);
  }

  Clamd(ClamdAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  @Override
  public Future<Verdict> scan(Iterable<byte[]> pieces) {
    Promise<Verdict> verdict = Promise.promise();
    SocketChannel channel;
    try {
      channel =
          address.socket() instanceof InetSocketAddress
              ? SocketChannel.open()
              : SocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException e) {
      return Future.succeededFuture(away(e.getClass().getSimpleName()));
    }
    // a thread of its own: it blocks on a socket that Vert.x does not know
    Thread.ofVirtual()
        .name("clamd")
        .start(() -> verdict.tryComplete(conversation(channel, pieces)));
    return verdict
        .future()
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(e -> away("no answer within " + patience.toSeconds() + " s"))
        .onComplete(v -> hangUp(channel));
  }

  private Verdict conversation(SocketChannel channel, Iterable<byte[]> pieces) {
    try {
      channel.connect(address.socket());
      boolean whole = sent(channel, pieces);
      Verdict verdict = verdict(reply(channel));
      // what was not read to its end is not clean, whatever is said of it
      return whole || !(verdict instanceof Verdict.Clean) ? verdict : away("it read a part alone");
    } catch (IOException | RuntimeException e) {
      return away(e.getClass().getSimpleName());
    }
  }

  /** False if the scanner hung up before the end: it may have said why. */
  private static boolean sent(SocketChannel channel, Iterable<byte[]> pieces) {
    Iterator<byte[]> all = pieces.iterator();
    try {
      write(channel, ByteBuffer.wrap(INSTREAM));
      while (all.hasNext()) {
        chunks(channel, all.next());
      }
      write(channel, ByteBuffer.allocate(Integer.BYTES));
      return true;
    } catch (IOException hungUp) {
      LOG.debug("the scanner hung up: {}", hungUp.getClass().getSimpleName());
      return false;
    }
  }

  private static void chunks(SocketChannel channel, byte[] piece) throws IOException {
    for (int from = 0; from < piece.length; from += CHUNK_BYTES) {
      int length = Math.min(CHUNK_BYTES, piece.length - from);
      write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
      write(channel, ByteBuffer.wrap(piece, from, length));
    }
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String reply(SocketChannel channel) throws IOException {
    ByteBuffer reply = ByteBuffer.allocate(REPLY_BYTES);
    while (reply.hasRemaining() && channel.read(reply) >= 0) {
      if (reply.position() > 0 && reply.get(reply.position() - 1) == 0) {
        break;
      }
    }
    return new String(reply.array(), 0, reply.position(), US_ASCII).replace("\0", "").strip();
  }

  private Verdict verdict(String reply) {
    if (reply.equals(OK)) {
      return new Verdict.Clean();
    }
    if (reply.startsWith(STREAM) && reply.endsWith(FOUND)) {
      String name = reply.substring(STREAM.length(), reply.length() - FOUND.length());
      String plain = name.replaceAll("[^A-Za-z0-9._:-]", "");
      LOG.warn("malware was found and refused: {}", plain);
      return new Verdict.Infected(plain);
    }
    if (reply.contains(TOO_LONG)) {
      LOG.warn("something is longer than the scanner's StreamMaxLength, and was refused");
      return new Verdict.TooLong();
    }
    return away("an error");
  }

  /** Said once a minute; nothing is taken meanwhile. */
  private Verdict away(String why) {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    long last = told.get();
    if (now - last >= QUIET_MILLIS && told.compareAndSet(last, now)) {
      LOG.warn("the scanner for malware told nothing ({}); files and letters wait for it", why);
    }
    return new Verdict.Away();
  }

  private static void hangUp(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("the line to the scanner was gone already");
    }
  }
}
