package org.caucus.spill;

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
import java.util.Set;
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
    ByteBuffer sealed = ByteBuffer.wrap(crypt(at, octets, from, length));
    for (long to = at; sealed.hasRemaining(); ) {
      to += channel.write(sealed, to);
    }
  }

  /**
   * Reads octets that were written.
   *
   * @throws IOException the disk does not give them back
   */
  public void read(long at, byte[] into, int from, int length) throws IOException {
    System.arraycopy(crypt(at, onDisk(at, length), 0, length), 0, into, from, length);
  }

  /** As it lies there, sealed. */
  byte[] onDisk(long at, int length) throws IOException {
    ByteBuffer sealed = ByteBuffer.allocate(length);
    for (long next = at; sealed.hasRemaining(); ) {
      int read = channel.read(sealed, next);
      if (read < 0) {
        throw new EOFException("nothing was written at " + next);
      }
      next += read;
    }
    return sealed.array();
  }

  /** Both ways are the same in counter mode. */
  private byte[] crypt(long at, byte[] octets, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      ByteBuffer block = ByteBuffer.allocate(BLOCK_OCTETS);
      block.putLong(nonce).putLong(at / BLOCK_OCTETS);
      cipher.init(Cipher.ENCRYPT_MODE, KEY, new IvParameterSpec(block.array()));
      int skipped = (int) (at % BLOCK_OCTETS);
      if (skipped > 0) {
        byte[] unused = cipher.update(new byte[skipped]);
      }
      return cipher.doFinal(octets, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
