package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.caucus.app.backup.BackupCommand;
import org.caucus.app.backup.RestoreCommand;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.eventlog.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The drill: members write, a backup is made beside them, the server is killed, its disk is lost,
 * and another machine takes over from the backup and the copy of the master key.
 */
@Tag("slow")
class BackupDrillTest {
  private static final String THREADS = "/api/workspaces/code-of-practice/lists/coalition/threads";
  private static final int WRITERS = 4;

  @TempDir Path home;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();
  private Browser member;

  private record Said(int status, String text) {}

  private static Said caucus(Object command, String... words) {
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    return new Said(line.execute(words), said.toString());
  }

  private static Said done(Object command, String... words) {
    Said said = caucus(command, words);
    assertThat(said.status()).as(said.text()).isZero();
    return said;
  }

  @Test
  void whatWasAcknowledgedBeforeTheBackupOutlivesTheServerAndItsDisk() throws Exception {
    Path data = home.resolve("data");
    Path backups = home.resolve("backups");
    Founded.into(data);
    int port = Ports.free();
    Map<String, String> settings = StoryServer.environment(data, port, "smtp://127.0.0.1:9");
    URI base = URI.create("http://127.0.0.1:" + port);
    List<String> before;
    try (Child server = new Child("serve", data, settings).healthy(base);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      member = new Browser(base, token(data));
      CountDownLatch talking = new CountDownLatch(5 * WRITERS);
      List<Future<?>> talk = new ArrayList<>();
      IntStream.range(0, WRITERS).forEach(i -> talk.add(people.submit(() -> speak(i, talking))));
      talking.await();

      done(new BackupCommand(), backups.toString(), "--data", data.toString());
      before = List.copyOf(acknowledged);
      Said second = done(new BackupCommand(), backups.toString(), "--data", data.toString());

      assertThat(second.text()).contains("Not in it: the master key (fingerprint ");
      server.kill();
      enough.set(true);
      for (Future<?> one : talk) {
        one.get();
      }
    }
    assertThat(before).hasSizeGreaterThanOrEqualTo(5 * WRITERS);
    assertThat(done(new BackupCommand(), backups.toString(), "--list").text())
        .contains("2 backups.");
    assertThat(
            done(new BackupCommand(), backups.toString(), "--verify", "--data", data.toString())
                .text())
        .contains("All sound.");
    assertThat(backups.resolve("caucus-scratch")).doesNotExist();

    Path key = Files.move(data.resolve("master.key"), home.resolve("copy-of-the-key"));
    Path fresh = Files.createDirectory(home.resolve("fresh"));
    assertRestored(backups, fresh, key, settings, before);
  }

  private void assertRestored(
      Path backups, Path fresh, Path key, Map<String, String> settings, List<String> before)
      throws Exception {
    Said restored = done(new RestoreCommand(), backups.toString(), "--data", fresh.toString());
    assertThat(restored.text()).contains("there is no master key yet", "mode 600");
    settings.put("CAUCUS_DATA", fresh.toString());

    Path other = home.resolve("other");
    Installation.open(other).close();
    Files.copy(other.resolve("master.key"), fresh.resolve("master.key"));
    try (Child wrong = new Child("serve", fresh, settings)) {
      assertThat(wrong.ended()).isEqualTo(2);
      assertThat(wrong.said())
          .contains("this key does not fit this database", "Put that one back")
          .doesNotContain("\tat ");
    }

    Files.delete(fresh.resolve("master.key"));
    Files.move(key, fresh.resolve("master.key"));
    int port = Ports.free();
    settings.put("CAUCUS_HTTP_PORT", "" + port);
    URI base = URI.create("http://127.0.0.1:" + port);
    try (Child again = new Child("serve", fresh, settings).healthy(base)) {
      assertThat(again.said()).doesNotContain("a new installation begins");
      member = new Browser(base, token(home.resolve("data")));
      assertThat(subjects()).containsAll(before);
      post("after the disk was lost");
    }
    assertThat(caucus(new RestoreCommand(), backups.toString(), "--data", fresh.toString()).text())
        .contains("There is a database in", "Nothing was done");
  }

  /** Writes until the server is gone. A request without an answer need not have been kept. */
  private Void speak(int who, CountDownLatch talking) {
    for (int i = 0; !enough.get(); i++) {
      String subject = "spoken " + who + "-" + i;
      try {
        post(subject);
      } catch (AssertionError gone) {
        return null;
      }
      acknowledged.add(subject);
      talking.countDown();
    }
    return null;
  }

  private void post(String subject) {
    JsonObject thread = new JsonObject().put("subject", subject).put("text", "Six parts.");
    assertThat(member.post(THREADS, thread, "Idempotency-Key", subject + "-once").status())
        .isEqualTo(201);
  }

  private List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    String more = "?limit=200";
    while (!more.isEmpty()) {
      JsonObject page = member.get(THREADS + more).json();
      page.getJsonArray("items")
          .forEach(thread -> subjects.add(((JsonObject) thread).getString("subject")));
      String next = page.getString("next");
      more = next == null ? "" : "?limit=200&before=" + next;
    }
    return subjects;
  }

  private static String token(Path data) throws Exception {
    return new JsonObject(Files.readString(data.resolve("demo.json")))
        .getJsonArray("seats").stream()
            .map(JsonObject.class::cast)
            .filter(s -> s.getString("address").equals("ngozi@savanna.example"))
            .findFirst()
            .orElseThrow()
            .getString("token");
  }

  @Test
  void whatCannotBeDoneSaysWhatTo() throws Exception {
    Path data = home.resolve("data");
    Installation.open(data).close();
    String at = data.toString();
    Map<List<String>, String> wrong =
        Map.of(
            List.of("--data", at), "No directory is named for the backups",
            List.of(data.resolve("backups").toString(), "--data", at), "lie in one another",
            List.of(home.resolve("not/mounted").toString(), "--data", at), "Mount the disk",
            List.of(home.resolve("none").toString(), "--verify"), "There are no backups in",
            List.of(home.resolve("b").toString(), "--data", home.resolve("x").toString()),
                "There is no database in",
            List.of(home.resolve("b").toString(), "--keep", "0"), "--keep takes the number");
    wrong.forEach(
        (words, told) -> {
          Said said = caucus(new BackupCommand(), words.toArray(String[]::new));
          assertThat(said.text()).contains(told).doesNotContain("\tat ");
          assertThat(said.status()).as("%s", words).isEqualTo(2);
        });
    assertThat(home.resolve("b")).doesNotExist();

    Path beside = Files.createDirectory(home.resolve("beside"));
    Files.copy(data.resolve("master.key"), beside.resolve("master.key"));
    assertThat(caucus(new BackupCommand(), beside.toString(), "--data", at).text())
        .contains("A master key lies beside the backups");

    Path place = home.resolve("b");
    done(new BackupCommand(), place.toString(), "--data", at);
    Files.delete(data.resolve("master.key"));
    Path other = home.resolve("other");
    Installation.open(other).close();
    Said unopened =
        caucus(new BackupCommand(), place.toString(), "--verify", "--data", other.toString());
    assertThat(unopened.status()).isEqualTo(1);
    assertThat(unopened.text())
        .contains("does not fit this database", "master key of fingerprint ", "CAUCUS_MASTER_KEY");
  }
}
