package org.caucus.platform.eventlog.cluster.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody stands on the bus, listens to all of it and says what he likes. */
class EncryptedEventBusTest {
  @TempDir Path directory;
  private Installation caucus;
  private final Vertx vertx = Vertx.vertx();
  private final WorkspaceId cop = WorkspaceId.random();
  private final List<Buffer> overheard = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private AppendNotifier lagos;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    lagos = caucus.bell(vertx);
    caucus.bell(vertx).onOthers((w, s) -> heard.add(w + " " + s));
    vertx.eventBus().<Buffer>consumer(AppendNotifier.ADDRESS, m -> overhear(m.body()));
  }

  private void overhear(Object body) {
    if (body instanceof Buffer bytes) {
      overheard.add(bytes);
    }
  }

  @AfterEach
  void close() {
    vertx.close().await();
    caucus.close();
  }

  @Test
  void nodesHearThePositionAndOthersNothing() {
    lagos.ring(cop, 7);
    lagos.ring(cop, 123_456_789);

    Awaitility.await().until(() -> heard.size() == 2 && overheard.size() == 2);
    assertThat(heard).containsExactly(cop + " 7", cop + " 123456789");
    assertThat(overheard.stream().map(b -> b.toString(StandardCharsets.ISO_8859_1)))
        .noneMatch(t -> t.contains(cop.value()) || t.contains("123456789"));
    assertThat(overheard.stream().map(Buffer::length).collect(Collectors.toSet()))
        .as("the size tells no position either")
        .hasSize(1);
  }

  @Test
  void whatNobodyOfUsSealedIsDropped() {
    lagos.ring(cop, 7);
    Awaitility.await().until(() -> heard.size() == 1);
    Buffer genuine = overheard.getFirst();
    Buffer bent = genuine.copy().setByte(20, (byte) (genuine.getByte(20) ^ 1));

    vertx.eventBus().publish(AppendNotifier.ADDRESS, bent);
    vertx.eventBus().publish(AppendNotifier.ADDRESS, Buffer.buffer());
    vertx.eventBus().publish(AppendNotifier.ADDRESS, Buffer.buffer("caucus"));
    vertx
        .eventBus()
        .publish(AppendNotifier.ADDRESS, new JsonObject().put("workspace", cop.value()));
    vertx.eventBus().publish(AppendNotifier.ADDRESS, 42);
    vertx.eventBus().publish("caucus.sessions.ended", genuine);
    lagos.ring(cop, 8);

    Awaitility.await().until(() -> heard.contains(cop + " 8"));
    assertThat(heard).containsExactly(cop + " 7", cop + " 8");
  }

  /** A ring that is played again says what was true before, and still is. */
  @Test
  void aRingPlayedAgainIsHeardAgainAndSaysNothingNew() {
    lagos.ring(cop, 7);
    Awaitility.await().until(() -> !overheard.isEmpty());
    vertx.eventBus().publish(AppendNotifier.ADDRESS, overheard.getFirst());

    Awaitility.await().until(() -> heard.size() == 2);
    assertThat(heard).containsOnly(cop + " 7");
  }

  @Test
  void subscriptionsMadeKnownAnewAreHeardOnce() {
    EncryptedEventBus bus = new EncryptedEventBus(vertx, new ClusterSecret(caucus.vault(), ""));
    List<String> ended = new CopyOnWriteArrayList<>();
    bus.listen("caucus.sessions.ended", ended::add);
    bus.listenAgain();
    bus.listenAgain();
    EncryptedEventBus other = new EncryptedEventBus(vertx, new ClusterSecret(caucus.vault(), ""));

    other.publish("caucus.sessions.ended", "one");
    other.publish("caucus.sessions.ended", "two");

    Awaitility.await().until(() -> ended.contains("two"));
    assertThat(ended).containsExactly("one", "two");
  }

  @Test
  void eachInstallationAndEachNameHasASecretAndACertificateOfItsOwn() {
    try (Installation theirs = Installation.open(directory.resolve("theirs"))) {
      ClusterCertificate ours = new ClusterCertificate(new ClusterSecret(caucus.vault(), "a"));
      var shown = certificate(ours);

      assertThat(new ClusterCertificate(new ClusterSecret(caucus.vault(), "a")).is(shown)).isTrue();
      assertThat(new ClusterCertificate(new ClusterSecret(caucus.vault(), "b")).is(shown))
          .isFalse();
      assertThat(new ClusterCertificate(new ClusterSecret(theirs.vault(), "a")).is(shown))
          .isFalse();
    }
  }

  private static java.security.cert.X509Certificate certificate(ClusterCertificate of) {
    try {
      var store = of.keyStore("password".toCharArray());
      var shown = (java.security.cert.X509Certificate) store.getCertificate("node");
      shown.verify(shown.getPublicKey()); // RFC 5280: it is what it says, signed by its own key
      return shown;
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError("the certificate is not well made", e);
    }
  }
}
