package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.caucus.kernel.support.Seeds;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.caucus.messaging.notifications.digests.Digests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests leave while the server is killed: each post is in one digest of each reader. */
@Tag("slow")
class DigestCrashTest {
  private static final int KILLS = Seeds.times(2);
  private static final String FROM = "dara@brightline.example";
  private static final String LIST = "brightline-table";
  private static final List<String> READERS =
      List.of("amina", "tobi", "ngozi", "kelechi", "halima", "omar");
  private static final Pattern POST = Pattern.compile("Notices of day (\\d{1,4})\\.");
  private static final Duration LONG = Duration.ofSeconds(150);

  @TempDir Path data;

  private static byte[] letter(int i) {
    return """
    From: Dara <%s>
    To: %s@lists.example
    Subject: Day %d
    Message-ID: <day.%d@brightline.example>

    Notices of day %d.
    """
        .formatted(FROM, LIST, i, i, i)
        .replace("\n", "\r\n")
        .getBytes(US_ASCII);
  }

  private static void write(Child server, int from, int to) throws Exception {
    try (MailClient client =
        new MailClient(server.demo().getJsonObject("smtp").getInteger("port"))) {
      for (int i = from; i < to; i++) {
        assertThat(client.send(FROM, LIST + "@lists.example", letter(i))).startsWith("250");
      }
    }
  }

  private static void chooseDigests(URI base) {
    for (String reader : READERS) {
      assertThat(
              Browser.seated(base, reader)
                  .post(
                      "/api/workspaces/code-of-practice/lists/" + LIST + "/my-mail",
                      new JsonObject().put("mode", "DIGEST"))
                  .status())
          .as(reader)
          .isEqualTo(201);
    }
  }

  private static List<Mailbox.Mail> digests(Mailbox mailbox) {
    return mailbox.all().stream()
        .filter(m -> READERS.contains(m.to().replaceFirst("@.*", "")))
        .filter(m -> POST.matcher(m.text()).find())
        .toList();
  }

  /** Of each reader: each post, and the digests it was in. */
  private static Map<String, Map<Integer, Set<String>>> had(Mailbox mailbox) {
    Map<String, Map<Integer, Set<String>>> had = new HashMap<>();
    for (Mailbox.Mail mail : digests(mailbox)) {
      Matcher post = POST.matcher(mail.text());
      while (post.find()) {
        had.computeIfAbsent(mail.to(), r -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(post.group(1)), p -> new HashSet<>())
            .add(mail.header("Message-ID"));
      }
    }
    return had;
  }

  @Test
  void eachPostIsInOneDigestOfEachReaderHoweverOftenTheServerIsKilled() throws Exception {
    int port = Ports.free();
    URI base = URI.create("http://127.0.0.1:" + port);
    int posts = (KILLS + 1) * Digests.MAX_POSTS;
    Random random = new Random(Seeds.ofToday("DigestCrashTest"));
    try (Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings = StoryServer.environment(data, port, mailbox.url());
      Founded.into(data);
      for (int kill = 0; kill < KILLS; kill++) {
        try (Child server = new Child("demo", data, settings).started(base)) {
          if (kill == 0) {
            chooseDigests(base);
          }
          int before = digests(mailbox).size();
          write(server, kill * Digests.MAX_POSTS, (kill + 1) * Digests.MAX_POSTS);
          await().atMost(LONG).until(() -> digests(mailbox).size() > before);
          Thread.sleep(random.nextInt(150)); // one is there; the others are on their way
          server.kill();
        }
      }
      try (Child last = new Child("demo", data, settings).started(base)) {
        write(last, KILLS * Digests.MAX_POSTS, posts);
        await()
            .atMost(LONG)
            .until(
                () ->
                    had(mailbox).size() == READERS.size()
                        && had(mailbox).values().stream().allMatch(p -> p.size() == posts));
      }
      had(mailbox)
          .forEach(
              (reader, each) ->
                  assertThat(each.values()).as(reader).allMatch(digests -> digests.size() == 1));
      long distinct =
          digests(mailbox).stream().map(m -> m.to() + m.header("Message-ID")).distinct().count();
      long doubled = digests(mailbox).size() - distinct;
      System.out.printf("%d kills: %d digests, %d came twice%n", KILLS, distinct, doubled);
      // only the very letter that was on its way at a kill may come once more, and as the same one
      assertThat(doubled).isLessThanOrEqualTo((long) KILLS * DeliveryWorker.WORKERS);
    }
  }
}
