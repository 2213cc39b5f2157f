package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caucus.app.Main;
import org.caucus.platform.store.DatabaseServer;

/**
 * What a cache of classes for the servers of tests is made from ({@link
 * org.caucus.kernel.support.Jvm}): the short life of a server in which is done once what those do
 * all the time. It is a node of a cluster, and serves itself the embedded database, so that the
 * classes of both are there.
 */
final class Rehearsed {
  private static final int MOST_LOOKS = 1_200;
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final String LETTER =
      "From: <ngozi@savanna.example>\r\nSubject: Rehearsed\r\n\r\nThe draft has six parts.\r\n";

  private Rehearsed() {}

  /** A data directory, the port of the database and that of HTTP; settings as for any server. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Path store = Files.createDirectories(data.resolve("database"));
    int database = Integer.parseInt(args[1]);
    aside(() -> DatabaseServer.main(new String[] {store.toString(), args[1]}));
    Nodes.awaitOpen(database);
    aside(() -> Main.main(new String[] {"demo", "--cluster"}));
    play(URI.create("http://127.0.0.1:" + args[2]), demo(data));
    System.exit(0);
  }

  /** What goes on until the process ends. */
  private interface Endless {
    void run() throws InterruptedException;
  }

  private static void aside(Endless work) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts", e);
              }
            });
  }

  private static JsonObject demo(Path data) throws Exception {
    Path told = data.resolve("demo.json");
    for (int looks = 0; !Files.exists(told); looks++) {
      if (looks == MOST_LOOKS) {
        throw new AssertionError("the demo did not start");
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return new JsonObject(Files.readString(told));
  }

  private static void play(URI base, JsonObject demo) throws Exception {
    int port = base.getPort();
    Nodes.awaitOpen(port);
    Browser amina = Browser.seated(base, "amina");
    try (Stream stream = amina.follow(OnDemo.W + "/events")) {
      amina.get("/health");
      amina.get(OnDemo.W);
      JsonObject issue = new JsonObject().put("title", "Rehearsed").put("description", "Once.");
      String id = amina.post(OnDemo.W + "/trackers/COP/issues", issue).id();
      JsonObject said = new JsonObject().put("text", "Said.");
      amina.post(OnDemo.W + "/issues/" + id + "/entries", said).id();
      JsonObject thread = new JsonObject().put("subject", "Rehearsed").put("text", "Said.");
      amina.post(OnDemo.W + "/lists/coalition/threads", thread).id();
      int smtp = demo.getJsonObject("smtp").getInteger("port");
      String to = "coalition@lists.example";
      MailClient.send(smtp, "ngozi@savanna.example", to, LETTER.getBytes(UTF_8));
      while (stream.positions().isEmpty()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    }
  }
}
