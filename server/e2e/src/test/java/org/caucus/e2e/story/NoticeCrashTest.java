package org.caucus.e2e.story;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
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
import org.caucus.platform.jobs.JobScheduler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Notices that wait for more of the same thing, and weekly letters, leave while the server is
 * killed at any instant: each thing is told to each reader by one letter.
 */
@Tag("slow")
class NoticeCrashTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final List<String> READERS =
      List.of("tobi", "ngozi", "kelechi", "halima", "ingrid", "omar");
  private static final Pattern REMARK = Pattern.compile("Remark (\\d{1,4})\\.");
  private static final Pattern CHANGE = Pattern.compile("Title: Change (\\d{1,4})\\.");
  private static final Pattern WEEK = Pattern.compile("What was due in week (\\d{1,2}):");
  private static final Duration LONG = Duration.ofSeconds(150);
  private static final int KILLS = Seeds.times(3);
  private static final int THINGS = 3;
  private static final int REMARKS = 12;
  private static final int CHANGED = 15;
  private static final int WINDOW_SECONDS = 1;

  /** Of one said last, the notice is due after the window, and seen to at the next look. */
  private static final int AFTER_MS =
      1_000 * WINDOW_SECONDS + (int) JobScheduler.PROMPT.toMillis() + 1_000;

  private static final int WEEKS = Seeds.times(2);

  private final Random random = new Random(Seeds.ofToday("NoticeCrashTest"));
  private final int port = Ports.free();
  private final URI base = URI.create("http://127.0.0.1:" + port);

  @TempDir Path data;

  private String open(Browser amina, String title) {
    return amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", title)).id();
  }

  private void follow(String issue) {
    for (String reader : READERS) {
      Browser.Reply followed =
          Browser.seated(base, reader)
              .post(W + "/issues/" + issue + "/following", new JsonObject());
      assertThat(followed.status()).as(reader).isEqualTo(201);
    }
  }

  /** Of each reader: each number found so, and the letters it was in. */
  private static Map<String, Map<Integer, Set<String>>> had(Mailbox mailbox, Pattern number) {
    Map<String, Map<Integer, Set<String>>> had = new HashMap<>();
    for (Mailbox.Mail mail : mailbox.all()) {
      Matcher found = number.matcher(mail.text());
      while (found.find()) {
        had.computeIfAbsent(mail.to().replaceFirst("@.*", ""), r -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(found.group(1)), p -> new HashSet<>())
            .add(mail.header("Message-ID"));
      }
    }
    had.keySet().retainAll(READERS);
    return had;
  }

  private static boolean hasEach(Mailbox mailbox, Pattern number, int all) {
    Map<String, Map<Integer, Set<String>>> had = had(mailbox, number);
    return had.size() == READERS.size() && had.values().stream().allMatch(n -> n.size() == all);
  }

  private static void eachOnce(Mailbox mailbox, Pattern number, int all) {
    await().atMost(LONG).until(() -> hasEach(mailbox, number, all));
    had(mailbox, number)
        .forEach(
            (reader, each) ->
                assertThat(each).as(reader).allSatisfy((n, by) -> assertThat(by).hasSize(1)));
    List<Mailbox.Mail> letters =
        mailbox.all().stream().filter(m -> number.matcher(m.text()).find()).toList();
    long distinct = letters.stream().map(NoticeCrashTest::letter).distinct().count();
    System.out.printf("%d letters, %d came twice%n", distinct, letters.size() - distinct);
    // only letters of a parcel that was on its way at a kill may come once more, and as the same
    assertThat(letters.size() - distinct)
        .isLessThanOrEqualTo((long) KILLS * DeliveryWorker.WORKERS * READERS.size());
    assertThat(letters.stream().collect(groupingBy(NoticeCrashTest::letter, counting())))
        .allSatisfy((letter, times) -> assertThat(times).isLessThanOrEqualTo(KILLS + 1L));
  }

  private static String letter(Mailbox.Mail mail) {
    return mail.to() + " " + mail.header("Message-ID");
  }

  @Test
  void eachRemarkIsInOneNoticeOfEachFollowerHoweverOftenTheServerIsKilled() throws Exception {
    try (Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings = StoryServer.environment(data, port, mailbox.url());
      Founded.into(data);
      settings.put("CAUCUS_NOTICE_SECONDS", Integer.toString(WINDOW_SECONDS));
      String[] issues = new String[THINGS];
      int said = 0;
      for (int kill = 0; kill <= KILLS; kill++) {
        try (Child server = new Child("demo", data, settings).started(base)) {
          Browser amina = Browser.seated(base, "amina");
          for (int i = 0; kill == 0 && i < THINGS; i++) {
            issues[i] = open(amina, "Removal notice " + i);
            follow(issues[i]);
          }
          for (int i = 0; i < REMARKS; i++) {
            String path = W + "/issues/" + issues[i % THINGS] + "/entries";
            assertThat(amina.post(path, new JsonObject().put("text", "Remark " + said + ".")).id())
                .isNotEmpty();
            said++;
            Thread.sleep(random.nextInt(100));
          }
          if (kill == KILLS) {
            eachOnce(mailbox, REMARK, said);
          } else {
            Thread.sleep(random.nextInt(AFTER_MS)); // before, while and after the notices leave
            server.kill();
          }
        }
      }
    }
  }

  /** What one person changes of many things waits, is handed on and leaves with all of them. */
  @Test
  void eachOfManyChangesIsInOneLetterOfEachReaderHoweverOftenTheServerIsKilled() throws Exception {
    try (Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings = StoryServer.environment(data, port, mailbox.url());
      Founded.into(data);
      settings.put("CAUCUS_NOTICE_SECONDS", Integer.toString(WINDOW_SECONDS));
      String[] issues = new String[CHANGED];
      int changes = 0;
      for (int kill = 0; kill <= KILLS; kill++) {
        try (Child server = new Child("demo", data, settings).started(base)) {
          Browser amina = Browser.seated(base, "amina");
          for (int i = 0; kill == 0 && i < CHANGED; i++) {
            issues[i] = open(amina, "Provision " + i);
            follow(issues[i]);
          }
          for (String issue : issues) {
            JsonObject edit = new JsonObject().put("title", "Change " + changes + ".");
            edit.put("priority", kill % 2 == 0 ? "HIGH" : "LOW");
            Browser.Reply changed = amina.patch(W + "/issues/" + issue, edit);
            assertThat(changed.status()).isEqualTo(200);
            changes++;
          }
          if (kill == KILLS) {
            eachOnce(mailbox, CHANGE, changes);
          } else {
            Thread.sleep(random.nextInt(AFTER_MS)); // before, while and after they are handed on
            server.kill();
          }
        }
      }
      long letters =
          mailbox.all().stream()
              .filter(m -> m.to().startsWith("tobi@") && CHANGE.matcher(m.text()).find())
              .map(m -> m.header("Message-ID"))
              .distinct()
              .count();
      System.out.printf("%d changes in %d letters of one reader%n", changes, letters);
      assertThat(letters).isLessThan(changes / 2);
    }
  }

  private void openIn(int week) {
    open(Browser.seated(base, "amina"), "What was due in week " + week + ":");
  }

  private Child ahead(Map<String, String> settings, int weeks) throws Exception {
    String days = Integer.toString(7 * weeks);
    return new Child(data, settings, "org.caucus.e2e.story.Ahead", days).started(base);
  }

  private void chooseWeekly() {
    for (String reader : READERS) {
      Browser browser = Browser.seated(base, reader);
      JsonObject mine = browser.get(W + "/my-mail").json();
      JsonObject wanted =
          new JsonObject()
              .put("zone", mine.getString("zone"))
              .put("echo", mine.getBoolean("echo"))
              .put("notices", "EACH")
              .put("weekly", JsonArray.of("ACTIVITY"));
      assertThat(browser.post(W + "/my-mail", wanted).status()).as(reader).isEqualTo(201);
    }
  }

  @Test
  void eachWeekIsInOneLetterOfEachWhoWantsItHoweverOftenTheServerIsKilled() throws Exception {
    int midway = 0;
    try (Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings = StoryServer.environment(data, port, mailbox.url());
      Founded.into(data);
      try (Child server = ahead(settings, 0)) {
        chooseWeekly();
        openIn(0);
        server.kill();
      }
      for (int week = 0; week < WEEKS; week++) {
        try (Child server = ahead(settings, week + 1)) {
          Thread.sleep(random.nextInt(800)); // around the look that finds them due
          server.kill();
        }
        int by = week;
        long some = had(mailbox, WEEK).values().stream().filter(n -> n.containsKey(by)).count();
        midway += some > 0 && some < READERS.size() ? 1 : 0;
        try (Child server = ahead(settings, week + 1)) {
          eachOnce(mailbox, WEEK, week + 1);
          openIn(week + 1);
          server.kill();
        }
      }
    }
    System.out.printf("%d of %d kills were between letters%n", midway, WEEKS);
  }
}
