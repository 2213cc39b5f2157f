package org.caucus.platform.spill;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file for this process alone: without a name as soon as it is open, and encrypted (AES in
 * counter mode, whose octets can be read from anywhere). Each octet is written once.
 */
public final class SealedFile implements AutoCloseable {
  private static final int BLOCK_OCTETS = 16;
  private static final int KEY_OCTETS = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SecretKeySpec KEY = new SecretKeySpec(random(KEY_OCTETS), "AES");
  private static final byte[] SKIPPED = new byte[BLOCK_OCTETS];

  /** To make one takes longer than to decrypt a page with it. As many as worked at once. */
  private static final Queue<Cipher> IDLE = new ConcurrentLinkedQueue<>();

  private final FileChannel channel;

  /** The first half of each counter block; the other counts blocks. */
  private final long nonce = RANDOM.nextLong();

  private SealedFile(FileChannel channel) {
    this.channel = channel;
  }

  private static byte[] random(int octets) {
    byte[] random = new byte[octets];
    RANDOM.nextBytes(random);
    return random;
  }

  /**
   * An empty one in this directory.
   *
   * @throws IOException the disk does not take it
   */
  public static SealedFile in(Path directory) throws IOException {
    Path file =
        Files.createTempFile(
            directory,
            "caucus",
            ".spill",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      var options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
      return new SealedFile(FileChannel.open(file, options));
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Writes octets to where nothing was written before.
   *
   * @throws IOException the disk does not take them
   */
  public void write(long at, byte[] octets, int from, int length) throws IOException {
    byte[] out = crypt(at, cipher -> cipher.doFinal(octets, from, length));
    ByteBuffer sealed = ByteBuffer.wrap(out);
    for (long to = at; sealed.hasRemaining(); ) {
      to += channel.write(sealed, to);
    }
  }

  /**
   * Reads octets that were written. A search reads hundreds of times: nothing is copied.
   *
   * @throws IOException the disk does not give them back
   */
  public void read(long at, byte[] into, int from, int length) throws IOException {
    readSealed(at, into, from, length);
    crypt(at, cipher -> cipher.doFinal(into, from, length, into, from));
  }

  /** As it lies there, sealed. */
  byte[] onDisk(long at, int length) throws IOException {
    byte[] sealed = new byte[length];
    readSealed(at, sealed, 0, length);
    return sealed;
  }

  private void readSealed(long at, byte[] into, int from, int length) throws IOException {
    ByteBuffer sealed = ByteBuffer.wrap(into, from, length);
    for (long next = at; sealed.hasRemaining(); ) {
      int read = channel.read(sealed, next);
      if (read < 0) {
        throw new EOFException("nothing was written at " + next);
      }
      next += read;
    }
  }

  private interface Work<R> {
    R with(Cipher cipher) throws GeneralSecurityException;
  }

  /** Both ways are the same in counter mode. */
  private <R> R crypt(long at, Work<R> work) {
    try {
      Cipher idle = IDLE.poll();
      Cipher cipher = idle == null ? Cipher.getInstance("AES/CTR/NoPadding") : idle;
      ByteBuffer block = ByteBuffer.allocate(BLOCK_OCTETS);
      block.putLong(nonce).putLong(at / BLOCK_OCTETS);
      cipher.init(Cipher.ENCRYPT_MODE, KEY, new IvParameterSpec(block.array()));
      int skipped = (int) (at % BLOCK_OCTETS);
      if (skipped > 0) {
        byte[] unused = cipher.update(SKIPPED, 0, skipped);
      }
      R done = work.with(cipher);
      IDLE.offer(cipher);
      return done;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
