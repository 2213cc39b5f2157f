package org.caucus.mail.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * How strong the key is that signs mail: at least as receivers ask, and said where it could be
 * more.
 */
class DkimKeyTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(DkimKey.class);

  @TempDir Path directory;
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    LOG.addAppender(said);
  }

  @AfterEach
  void leave() {
    LOG.detachAppender(said);
  }

  private DkimKey read(String kind, int bits) throws IOException, GeneralSecurityException {
    return read(kind, bits, DkimKey.LEAST_RSA_BITS);
  }

  private DkimKey read(String kind, int bits, int least)
      throws IOException, GeneralSecurityException {
    KeyPairGenerator maker = KeyPairGenerator.getInstance(kind);
    if (bits > 0) {
      maker.initialize(bits);
    }
    String octets =
        Base64.getMimeEncoder().encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
    Path pem = directory.resolve(kind + bits + ".pem");
    Files.writeString(
        pem, "-----BEGIN PRIVATE KEY-----\n" + octets + "\n-----END PRIVATE KEY-----\n");
    return DkimKey.read("lists.example", "caucus", pem, least);
  }

  @Test
  void aWeakKeyIsRefused() {
    assertThatThrownBy(() -> read("RSA", 1_024))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at least 2048 bits");
  }

  @Test
  void oneThatIsOnlyAsStrongAsMostSignsAndIsSaidToBe() throws Exception {
    assertThat(read("RSA", 2_048).algorithm()).isEqualTo("rsa-sha256");
    assertThat(said.list).hasSize(1);
    assertThat(said.list.getFirst().getFormattedMessage()).contains("2048 bits", "3072");
  }

  @Test
  void whereMoreIsAskedForItIsRefused() throws Exception {
    assertThatThrownBy(() -> read("RSA", 2_048, DkimKey.SOUND_RSA_BITS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at least 3072 bits");
    assertThat(read("Ed25519", 0, DkimKey.SOUND_RSA_BITS).algorithm()).isEqualTo("ed25519-sha256");
  }

  @Test
  void aStrongOneSignsInSilence() throws Exception {
    assertThat(read("RSA", 3_072).algorithm()).isEqualTo("rsa-sha256");
    assertThat(read("Ed25519", 0).algorithm()).isEqualTo("ed25519-sha256");
    assertThat(said.list).isEmpty();
  }
}
