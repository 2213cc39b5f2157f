package org.caucus.platform.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.antivirus.Scanner.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A scanner that dies, lies, dawdles or has a limit, on the real wire: nothing passes unseen. */
class HostileClamdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final List<byte[]> LONG = Collections.nCopies(64, new byte[1024 * 1024]);
  private ServerSocket door;

  /** What it does with one who calls. */
  @FunctionalInterface
  private interface Conduct {
    void with(Socket caller) throws IOException, InterruptedException;
  }

  @BeforeEach
  void open() throws IOException {
    door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    door.close();
  }

  private Verdict verdict(Conduct conduct, Iterable<byte[]> pieces, Duration patience) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket caller = door.accept()) {
                conduct.with(caller);
              } catch (IOException | InterruptedException gone) {
                assertThat(gone).isNotNull(); // the caller has hung up
              }
            });
    ClamdAddress address = ClamdAddress.parse("127.0.0.1:" + door.getLocalPort());
    return new Clamd(address, patience).scan(pieces).await();
  }

  private static Conduct saying(String reply) {
    return caller -> {
      all(caller);
      say(caller, reply);
    };
  }

  /** Reads so many bytes, answers, and hangs up, as clamd does where a stream is too long. */
  private static Conduct after(int bytes, String reply) {
    return caller -> {
      caller.getInputStream().readNBytes(bytes);
      say(caller, reply);
      caller.shutdownOutput();
      // what came meanwhile is read, or the line is reset and the answer lost
      caller.getInputStream().skipNBytes(Math.min(bytes, 256 * 1024));
    };
  }

  private static void all(Socket caller) throws IOException {
    DataInputStream in = new DataInputStream(caller.getInputStream());
    in.readNBytes("zINSTREAM ".length());
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      in.skipNBytes(length);
    }
  }

  private static void say(Socket caller, String reply) {
    try {
      caller.getOutputStream().write(reply.getBytes(US_ASCII));
      caller.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of("stream: OK\0", new Verdict.Clean()),
        Arguments.of("stream: Eicar-Test FOUND\0", new Verdict.Infected("Eicar-Test")),
        Arguments.of("stream: \r\n<b>X</b> FOUND\0", new Verdict.Infected("bXb")),
        Arguments.of("stream: OK", new Verdict.Clean()),
        Arguments.of("stream: OKAY\0", new Verdict.Away()),
        Arguments.of("stream: O", new Verdict.Away()),
        Arguments.of("", new Verdict.Away()),
        Arguments.of("x".repeat(1_000_000), new Verdict.Away()),
        Arguments.of("INSTREAM size limit exceeded. ERROR\0", new Verdict.TooLong()),
        Arguments.of("stream: Can't allocate memory ERROR\0", new Verdict.Away()));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void onlyACleanAnswerIsClean(String reply, Verdict expected) {
    List<byte[]> file = List.of(new byte[100_000], new byte[] {1});

    assertThat(verdict(saying(reply), file, Clocks.LONG)).isEqualTo(expected);
  }

  @Test
  void whatIsTooLongIsSaidToBeAndNotTriedForEver() {
    Conduct early =
        caller -> {
          caller.getInputStream().readNBytes(1024 * 1024);
          say(caller, "INSTREAM size limit exceeded. ERROR\0");
          caller.getInputStream().transferTo(OutputStream.nullOutputStream());
        };

    assertThat(verdict(early, LONG, Clocks.LONG)).isEqualTo(new Verdict.TooLong());
  }

  @Test
  void whatWasNotReadToItsEndIsNotClean() {
    assertThat(verdict(after(1024 * 1024, "stream: OK\0"), LONG, Clocks.LONG))
        .isEqualTo(new Verdict.Away());
  }

  @Test
  void oneThatDiesMidwayToldNothing() {
    assertThat(verdict(caller -> caller.getInputStream().readNBytes(10), LONG, Clocks.LONG))
        .isEqualTo(new Verdict.Away());
  }

  /** A byte now and then keeps nobody waiting for ever. */
  @Test
  void oneThatDawdlesIsAway() {
    Conduct slow =
        caller -> {
          all(caller);
          while (true) {
            caller.getOutputStream().write('s');
            Thread.sleep(Duration.ofMillis(100));
          }
        };

    assertThat(verdict(slow, List.of(new byte[10]), PATIENCE)).isEqualTo(new Verdict.Away());
  }

  @Test
  void oneThatReadsNothingIsAway() {
    assertThat(verdict(caller -> Thread.sleep(Clocks.LONG), LONG, PATIENCE))
        .isEqualTo(new Verdict.Away());
  }
}
