package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Assumptions;

/**
 * Nodes as on machines of their own: each in a network namespace of this kernel, with one cable to
 * a switch where the database and browsers are, and another to one where only nodes are. A cable
 * pulled out of the second switch loses every packet, and neither end is told.
 */
final class Islands implements AutoCloseable {
  private static final String KEY = "master.key";
  private static final String DATABASE_FOLDER = "database";
  private static final int HTTP = 8080;
  private static final int DATABASE = 27017;

  private final Path directory;
  private final String mark = Long.toString(ProcessHandle.current().pid() % 0xfffff, 36);
  private final int subnet = (int) (ProcessHandle.current().pid() % 200) + 20;
  private final int count;
  private final Child database;
  private final Wire toDatabase;
  private final List<Child> nodes = new ArrayList<>();

  /** As many as that; without the right to make networks the test is skipped and says so. */
  Islands(Path directory, int count) throws IOException {
    this.directory = directory;
    this.count = count;
    boolean may = run("ip", "link", "add", bridge("d"), "type", "bridge") == 0;
    Assumptions.assumeTrue(may, "no networks can be made here: not root, or no iproute2");
    must("ip", "link", "add", bridge("b"), "type", "bridge");
    must("ip", "addr", "add", address(0) + "/24", "dev", bridge("d"));
    must("ip", "link", "set", bridge("d"), "up");
    must("ip", "link", "set", bridge("b"), "up");
    for (int n = 1; n <= count; n++) {
      must("ip", "netns", "add", space(n));
      must("ip", "-n", space(n), "link", "set", "lo", "up");
      cable("d", n, address(n));
      cable("b", n, busAddress(n));
    }
    int port = Ports.free();
    Path store = Files.createDirectories(directory.resolve(DATABASE_FOLDER));
    Founded.into(store);
    database =
        new Child(
            store,
            Map.of(),
            "org.caucus.platform.store.DatabaseServer",
            store.toString(),
            "" + port);
    toDatabase = new Wire(InetAddress.getByName(address(0)), DATABASE, port);
  }

  private void cable(String kind, int n, String address) throws IOException {
    String end = "eth-" + kind;
    must("ip", "link", "add", plug(kind, n), "type", "veth", "peer", end, "netns", space(n));
    must("ip", "link", "set", plug(kind, n), "master", bridge(kind));
    must("ip", "link", "set", plug(kind, n), "up");
    must("ip", "-n", space(n), "addr", "add", address + "/24", "dev", end);
    must("ip", "-n", space(n), "link", "set", end, "up");
  }

  private String bridge(String kind) {
    return "cau" + kind + mark;
  }

  private String plug(String kind, int n) {
    return "cau" + kind + n + mark;
  }

  private String space(int n) {
    return "caucus-" + mark + "-" + n;
  }

  private String address(int n) {
    return "10.231." + subnet + "." + (1 + n);
  }

  private String busAddress(int n) {
    return "10.232." + subnet + "." + (1 + n);
  }

  /** Starts the next node, with the key of the founded database. */
  Child start(String command) throws IOException {
    int n = nodes.size() + 1;
    Path data = Files.createDirectories(directory.resolve("node-" + n));
    Path key = directory.resolve(DATABASE_FOLDER).resolve(KEY);
    Files.copy(key, data.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    Map<String, String> settings =
        new HashMap<>(StoryServer.environment(data, HTTP, "smtp://127.0.0.1:9"));
    settings.put("CAUCUS_HTTP_HOST", address(n));
    settings.put("CAUCUS_MONGODB_URI", "mongodb://" + address(0) + ":" + DATABASE + "/caucus");
    settings.put("CAUCUS_CLUSTER_HOST", busAddress(n));
    settings.put(
        "CAUCUS_CLUSTER_PEERS",
        IntStream.rangeClosed(1, count)
            .mapToObj(this::busAddress)
            .collect(Collectors.joining(",")));
    Child child =
        new Child(
            List.of("ip", "netns", "exec", space(n)),
            data,
            settings,
            "org.caucus.app.Main",
            command,
            "--cluster");
    nodes.add(child);
    return child;
  }

  URI base(int n) {
    return URI.create("http://" + address(n) + ":" + HTTP);
  }

  /** From now on what other nodes send it, and what it sends them, is lost without a word. */
  void pull(int n) throws IOException {
    must("ip", "link", "set", plug("b", n), "nomaster");
  }

  /** Back into the switch. */
  void plugIn(int n) throws IOException {
    must("ip", "link", "set", plug("b", n), "master", bridge("b"));
  }

  /** Whether a node can open a connection to where another hears the cluster. */
  boolean reaches(int from, int to) throws IOException {
    String open = "exec 3<>/dev/tcp/" + busAddress(to) + "/7800";
    return run("timeout", "2", "ip", "netns", "exec", space(from), "bash", "-c", open) == 0;
  }

  private static void must(String... command) throws IOException {
    assertThat(run(command)).as(String.join(" ", command)).isZero();
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Child node : nodes) {
      node.close();
    }
    toDatabase.close();
    database.close();
    for (int n = 1; n <= count; n++) {
      run("ip", "netns", "del", space(n));
      run("ip", "link", "del", plug("d", n));
      run("ip", "link", "del", plug("b", n));
    }
    run("ip", "link", "del", bridge("d"));
    run("ip", "link", "del", bridge("b"));
  }
}
