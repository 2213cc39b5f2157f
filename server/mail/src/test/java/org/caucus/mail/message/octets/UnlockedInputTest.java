package org.caucus.mail.message.octets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class UnlockedInputTest {
  private static final byte[] REPLIES =
      "250 2.1.0 fine\r\n354 go on\r\n".repeat(700).getBytes(US_ASCII);

  @Test
  void octetsComeAsTheyAreOneByOneAndTogether() throws IOException {
    assertThat(new UnlockedInput(new ByteArrayInputStream(REPLIES)).readAllBytes())
        .isEqualTo(REPLIES);

    InputStream one = new UnlockedInput(new ByteArrayInputStream(REPLIES));
    for (byte octet : REPLIES) {
      assertThat(one.read()).isEqualTo(octet);
    }
    assertThat(one.read()).isEqualTo(-1);
    assertThat(one.read()).isEqualTo(-1);
  }

  @Test
  void anOctetAbove127IsNoEnd() throws IOException {
    assertThat(new UnlockedInput(new ByteArrayInputStream(new byte[] {(byte) 0xff})).read())
        .isEqualTo(0xff);
  }

  /** What was said too early, before a handshake, must be seen. */
  @Test
  void whatWasReadAheadIsThereWithoutWaiting() throws IOException {
    InputStream in = new UnlockedInput(new ByteArrayInputStream(REPLIES));
    assertThat(in.read()).isEqualTo('2');
    assertThat(in.available()).isEqualTo(REPLIES.length - 1);
  }

  @Test
  void nothingThereIsNoAnswerForAnEmptyQuestion() throws IOException {
    InputStream in = new UnlockedInput(new ByteArrayInputStream(new byte[0]));
    assertThat(in.read(new byte[4], 0, 0)).isZero();
    assertThat(in.read(new byte[4], 0, 4)).isEqualTo(-1);
  }
}
