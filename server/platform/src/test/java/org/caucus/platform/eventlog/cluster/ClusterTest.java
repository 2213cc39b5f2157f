package org.caucus.platform.eventlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.eventlog.cluster.bus.ClusterCertificate;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of one installation find each other, and nobody else is let in or hears a word. */
@Tag("slow")
class ClusterTest {
  private static final String NAME = "coalition";

  /** Strangers look for each other so often. */
  private static final ClusterTimings FAST =
      new ClusterTimings(
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          Duration.ofMillis(400),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofMillis(500));

  private static final Duration SEVERAL_LOOKS = FAST.mergeAtMost().multipliedBy(6);

  @TempDir Path directory;
  private final List<AutoCloseable> open = new ArrayList<>();
  private Installation ours;
  private HostPort lagos;
  private HostPort abuja;

  @BeforeEach
  void begin() throws IOException {
    ours = opened(Installation.open(directory.resolve("ours")));
    lagos = new HostPort("127.0.0.1", Ports.twoFree());
    abuja = new HostPort("127.0.0.1", Ports.twoFree());
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable part : open.reversed()) {
      part.close();
    }
  }

  @Test
  void twoNodesHearEachOther() {
    AppendNotifier first = bell(join(ours, NAME, lagos, abuja));
    AppendNotifier second = bell(join(ours, NAME, abuja, lagos));
    List<String> heard = new CopyOnWriteArrayList<>();
    first.onOthers((w, s) -> heard.add("lagos " + s));
    second.onOthers((w, s) -> heard.add("abuja " + s));
    WorkspaceId workspace = WorkspaceId.random();

    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(
            () -> {
              first.ring(workspace, 17);
              second.ring(workspace, 23);
              return heard.contains("abuja 17") && heard.contains("lagos 23");
            });
    assertThat(heard).as("nobody hears himself").doesNotContain("lagos 17", "abuja 23");
  }

  @Test
  void aClusterOfTheSameNameWithAnotherMasterKeyIsNotJoined() {
    Cluster first = join(ours, NAME, lagos, abuja);
    Installation theirs = opened(Installation.open(directory.resolve("theirs")));

    assertThatThrownBy(() -> join(theirs, NAME, abuja, lagos))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("CAUCUS_CLUSTER_PEERS leads to")
        .hasMessageContaining(Integer.toString(lagos.port()))
        .hasMessageContaining("this master key and this database");
    assertThatThrownBy(() -> join(ours, "another name", abuja, lagos))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("CAUCUS_CLUSTER_NAME");
    assertThat(first.size()).isEqualTo(1);
  }

  @Test
  void whoDoesNotAskFirstIsNotLetInEither() {
    Installation theirs = opened(Installation.open(directory.resolve("theirs")));
    // started while nobody is there, so that its check finds nothing to refuse
    Cluster stranger = join(theirs, NAME, abuja, lagos);
    Cluster first = join(ours, NAME, lagos);
    AppendNotifier bell = bell(first);
    List<Long> heard = new CopyOnWriteArrayList<>();
    bell.onOthers((w, s) -> heard.add(s));
    AppendNotifier forged =
        new AppendNotifier(
            new EncryptedEventBus(stranger.vertx(), new ClusterSecret(theirs.vault(), NAME)));

    Awaitility.await()
        .during(SEVERAL_LOOKS)
        .atMost(Clocks.LONG)
        .until(
            () -> {
              forged.ring(WorkspaceId.random(), 5);
              return first.size() == 1 && stranger.size() == 1;
            });
    assertThat(heard).isEmpty();
  }

  @Test
  void thePortsTakeNobodyWithoutTheCertificateAndSayNothingInClear() throws Exception {
    join(ours, NAME, lagos);
    Vertx outside = Vertx.vertx();
    open.add(() -> outside.close().await());
    Installation theirs = opened(Installation.open(directory.resolve("theirs")));
    PfxOptions other =
        new PfxOptions()
            .setValue(
                new ClusterCertificate(new ClusterSecret(theirs.vault(), NAME))
                    .pkcs12("x".toCharArray()))
            .setPassword("x");

    for (int port : List.of(lagos.port(), lagos.busPort())) {
      NetClientOptions tls =
          new NetClientOptions()
              .setSsl(true)
              .setTrustAll(true)
              .setHostnameVerificationAlgorithm("");
      assertThat(answer(outside, tls, port)).as("no certificate, port %d", port).isEmpty();
      assertThat(answer(outside, new NetClientOptions(tls).setKeyCertOptions(other), port))
          .as("another's certificate, port %d", port)
          .isEmpty();
      assertThat(answer(outside, new NetClientOptions(), port))
          .as("in clear, port %d", port)
          .doesNotContain("ping", "pong", NAME, "caucus");
    }
  }

  /** What comes back to somebody who says a ping of the event bus. */
  private static String answer(Vertx vertx, NetClientOptions options, int port) {
    List<String> said = new CopyOnWriteArrayList<>();
    NetClient client = vertx.createNetClient(options);
    try {
      var socket = client.connect(port, "127.0.0.1").await();
      socket.handler(b -> said.add(b.toString(StandardCharsets.ISO_8859_1)));
      socket.exceptionHandler(e -> {});
      socket.write(Buffer.buffer(new byte[] {0, 0, 0, 0}));
      vertx.timer(500, TimeUnit.MILLISECONDS).await();
      socket.close();
    } catch (Exception refused) {
      return "";
    } finally { // held until here: the collector closes a client that nobody holds
      client.close().await();
    }
    return String.join("", said);
  }

  @Test
  void aPortThatCannotBeHadIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(lagos.host(), lagos.busPort()));

      assertThatThrownBy(() -> join(ours, NAME, lagos, abuja))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("CAUCUS_CLUSTER_PORT")
          .hasMessageContaining(Integer.toString(lagos.busPort()));
    }
  }

  @Test
  void whatIsSomethingElseThanANodeIsNamed() throws IOException {
    try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerAll(web));
      HostPort there = new HostPort("127.0.0.1", web.getLocalPort());

      assertThatThrownBy(() -> join(ours, NAME, lagos, there))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("something else listens");
    }
  }

  private static void answerAll(ServerSocket server) {
    Consumer<ServerSocket> one =
        s -> {
          try (var socket = s.accept();
              InputStream in = socket.getInputStream()) {
            in.readNBytes(1);
            socket
                .getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
    try {
      while (!server.isClosed()) {
        one.accept(server);
      }
    } catch (java.io.UncheckedIOException closed) {
      assertThat(server.isClosed()).isTrue();
    }
  }

  private Cluster join(Installation installation, String name, HostPort self, HostPort... others) {
    ClusterSettings settings =
        new ClusterSettings(
            name, self, self, others.length == 0 ? List.of(self) : Arrays.asList(others));
    ClusterCertificate certificate =
        new ClusterCertificate(new ClusterSecret(installation.vault(), name));
    return opened(Cluster.join(settings, certificate, new VertxOptions(), FAST));
  }

  private AppendNotifier bell(Cluster cluster) {
    EncryptedEventBus bus =
        new EncryptedEventBus(cluster.vertx(), new ClusterSecret(ours.vault(), NAME));
    cluster.heal(bus);
    return new AppendNotifier(bus);
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.add(part);
    return part;
  }
}
