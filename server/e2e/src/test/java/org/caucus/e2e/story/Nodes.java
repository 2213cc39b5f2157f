package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.fail;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.store.GivenDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Many nodes, each a process of its own, on one database; what they say to each other goes over
 * wires that a test can cut.
 */
final class Nodes implements AutoCloseable {
  private static final String KEY = "master.key";
  private static final String DATABASE = "database";
  private static final int MOST_TRIES = 400;
  final Mailbox mailbox = new Mailbox();

  /** Where browsers find all of them, were there a proxy. */
  final URI front = URI.create("http://localhost:" + Ports.free());

  private final Path directory;
  private final String uri;
  private final @Nullable Child database;
  private final @Nullable GivenDatabase given;
  private @Nullable GivenDatabase stranger;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> reached = new HashMap<>();

  /**
   * One of them.
   *
   * @param watched where anyone who runs it looks
   */
  record Node(Child child, URI base, int smtpPort, URI watched, Wire members, Wire bus) {
    void cut() {
      members.cut();
      bus.cut();
    }

    void mend() {
      members.mend();
      bus.mend();
    }
  }

  /** A database, and a place for each of these nodes where the others will look for it. */
  Nodes(Path directory, String... names) throws Exception {
    this.directory = directory;
    given = GivenDatabase.of(Nodes.class);
    for (String name : names) {
      reached.put(name, Ports.twoFree());
    }
    if (given != null) {
      uri = given.uri();
      database = null;
      return;
    }
    int port = Ports.twoFree();
    Path store = Files.createDirectory(directory.resolve(DATABASE));
    Founded.into(store);
    database =
        new Child(
            store,
            Map.of(),
            "org.caucus.platform.store.DatabaseServer",
            store.toString(),
            "" + port);
    uri = "mongodb://127.0.0.1:" + port + "/caucus";
    awaitOpen(port);
  }

  /** Waits until somebody listens there. */
  static void awaitOpen(int port) throws InterruptedException {
    for (int i = 0; i < MOST_TRIES; i++) {
      try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (open.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    fail("the database did not start");
  }

  /** Starts a node; {@link Child#healthy} tells when it is there. */
  Node start(String command, String name) throws IOException {
    return start(command, name, Map.of());
  }

  /** The same with settings of its own. */
  Node start(String command, String name, Map<String, String> more) throws IOException {
    Path data = data(name);
    int port = Ports.twoFree();
    int cluster = Ports.twoFree();
    int publicPort = reached.get(name);
    Wire members = new Wire(publicPort, cluster);
    Wire bus = new Wire(publicPort + 1, cluster + 1);
    int smtp = Ports.twoFree();
    Map<String, String> settings = StoryServer.environment(data, port, mailbox.url());
    settings.put("CAUCUS_SMTP_PORT", Integer.toString(smtp));
    int metrics = Ports.twoFree();
    settings.put("CAUCUS_METRICS_PORT", Integer.toString(metrics));
    settings.put("CAUCUS_MONGODB_URI", uri);
    settings.put("CAUCUS_BASE_URL", front.toString());
    settings.putAll(clusterSettings(cluster, publicPort));
    settings.putAll(more);
    Child child = new Child(data, settings, "org.caucus.app.Main", command, "--cluster");
    Node node = new Node(child, at(port), smtp, at(metrics), members, bus);
    nodes.put(name, node);
    return node;
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What the member of this node is called among the others. */
  String reached(String name) {
    return "127.0.0.1:" + reached.get(name);
  }

  private Map<String, String> clusterSettings(int port, int publicPort) {
    StringBuilder peers = new StringBuilder();
    reached
        .values()
        .forEach(p -> peers.append(peers.isEmpty() ? "" : ",").append("127.0.0.1:" + p));
    return Map.of(
        "CAUCUS_CLUSTER_PORT", Integer.toString(port),
        "CAUCUS_CLUSTER_PUBLIC", "127.0.0.1:" + publicPort,
        "CAUCUS_CLUSTER_PEERS", peers.toString());
  }

  /** A node of another installation that was told to join this one. */
  Child stranger() throws IOException {
    Path data = Files.createDirectories(directory.resolve("stranger"));
    Map<String, String> settings = StoryServer.environment(data, Ports.twoFree(), mailbox.url());
    stranger = GivenDatabase.on(uri, "stranger");
    settings.put("CAUCUS_MONGODB_URI", stranger.uri());
    settings.putAll(clusterSettings(Ports.twoFree(), Ports.twoFree()));
    return new Child(data, settings, "org.caucus.app.Main", "serve", "--cluster");
  }

  /** Each node has a data directory of its own with a copy of the one master key. */
  Path data(String name) throws IOException {
    Path data = Files.createDirectories(directory.resolve(name));
    Path key = key();
    if (Files.exists(key) && !Files.exists(data.resolve(KEY))) {
      Files.copy(key, data.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return data;
  }

  /** That of the first node, who has the one of the founded database, or makes it. */
  private Path key() {
    String owner = nodes.isEmpty() ? DATABASE : nodes.keySet().iterator().next();
    return directory.resolve(owner).resolve(KEY);
  }

  String uri() {
    return uri;
  }

  Node node(String name) {
    return Objects.requireNonNull(nodes.get(name));
  }

  JsonObject demo(String name) throws IOException {
    return node(name).child().demo();
  }

  @Override
  public void close() throws IOException {
    for (Node node : nodes.values()) {
      node.child().close();
      node.members().close();
      node.bus().close();
    }
    if (given != null) {
      given.close();
      if (stranger != null) {
        stranger.close();
      }
    }
    if (database != null) {
      database.close();
    }
    mailbox.close();
  }
}
