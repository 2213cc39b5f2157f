package org.caucus.platform.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Whether ClamAV's daemon answers, by its command {@code PING}. */
public final class ClamdCheck {
  private static final byte[] PING = "zPING\0".getBytes(US_ASCII);
  private static final String PONG = "PONG";

  private ClamdCheck() {}

  /** What is wrong with it; empty if it answers. Blocks; anyone who calls gives it a time limit. */
  public static Optional<String> fault(ClamdAddress address) {
    try (SocketChannel channel =
        address.socket() instanceof InetSocketAddress
            ? SocketChannel.open()
            : SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(address.socket());
      channel.write(ByteBuffer.wrap(PING));
      ByteBuffer reply = ByteBuffer.allocate(PONG.length());
      while (reply.hasRemaining() && channel.read(reply) >= 0) {
        // until all of it is there
      }
      return PONG.equals(new String(reply.array(), US_ASCII))
          ? Optional.empty()
          : Optional.of("ClamAV's daemon does not answer PING");
    } catch (IOException e) {
      return Optional.of(
          "ClamAV's daemon cannot be reached (" + e.getClass().getSimpleName() + ")");
    }
  }
}
