package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.NamedAddress;
import org.caucus.platform.observability.security.AccessGrant;

/**
 * What letters to a convenor let anyone who has them do: answer, decide, take back, stop, report.
 */
final class MailedWays {
  private static final AtomicInteger LETTERS = new AtomicInteger();
  private static final Pattern REPLY = Pattern.compile("\\+r\\.[a-z2-7]{26}@");
  private static final Pattern DIGITS = Pattern.compile("(\\d{6})");
  private static final Pattern RECALL = Pattern.compile("(/w/[a-z0-9-]+/recall/[a-z2-7]{26})");
  private static final Pattern STOP = Pattern.compile("(/w/[a-z0-9-]+/unsubscribe/[a-z2-7]{26})");

  /** Of the minute in which a post is taken back; later nothing is said of its link. */
  private static final Duration FRESH = Duration.ofSeconds(45);

  private final StoryServer house;
  private final String path;
  private final String list;
  private final String address;
  private final String asked;
  private final String issue;
  private final Mailbox.Mail notice;
  private final Mailbox.Mail question;
  private final String recall;
  private final JsonObject proof;
  private final Instant posted;

  /**
   * Everything of that for the convenor with this address.
   *
   * @param path of the workspace in the API
   * @param list the local part of a list there
   */
  MailedWays(StoryServer house, String path, String list, String address, Browser convenor)
      throws Exception {
    this.house = house;
    this.path = path;
    this.list = list;
    this.address = address;
    this.proof = proof(convenor);
    this.asked = "May I come, number " + LETTERS.incrementAndGet() + "?";
    send("stranger" + LETTERS + "@outside.example", list + "@lists.example", asked);
    this.question = house.mailbox.await(address, m -> m.text().contains(asked));
    this.issue = issue(convenor.get(path).json().getString("seat"));
    this.notice = house.mailbox.await(address, m -> REPLY.matcher(m.header("Reply-To")).find());
    String words = "Slip " + LETTERS.incrementAndGet();
    this.posted = Instant.now();
    send(address, list + "@lists.example", words);
    Mailbox.Mail echo = house.mailbox.await(address, m -> RECALL.matcher(m.text()).find());
    this.recall = first(RECALL, echo.text());
  }

  private Browser amina() {
    return house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
  }

  private JsonObject proof(Browser convenor) throws Exception {
    String fresh = "fresh" + LETTERS.incrementAndGet() + "@press.example";
    JsonObject asked = new JsonObject().put("address", fresh);
    String given = convenor.post("/api/addresses/offers", asked).json().getString("proof");
    Predicate<Mailbox.Mail> coded = m -> DIGITS.matcher(m.subject()).find();
    String code = first(DIGITS, house.mailbox.await(fresh, coded).subject());
    return new JsonObject().put("proof", given).put("code", code);
  }

  private String issue(String seat) {
    String key = "T" + LETTERS.incrementAndGet();
    JsonObject tracker = new JsonObject().put("key", key).put("name", key);
    Browser amina = amina();
    amina.post(path + "/trackers", tracker.put("audience", "EVERYONE")).id();
    JsonObject opened = new JsonObject().put("title", key).put("description", "");
    opened.put("assignees", new JsonArray().add(seat));
    return path + "/issues/" + amina.post(path + "/trackers/" + key + "/issues", opened).id();
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static String address(Mailbox.Mail mail) {
    return NamedAddress.parseList(mail.header("Reply-To")).getFirst().address().toString();
  }

  /** What stays as it is when it is tried. */
  Map<AccessGrant, BooleanSupplier> open() {
    Map<AccessGrant, BooleanSupplier> open = new EnumMap<>(AccessGrant.class);
    if (Instant.now().isBefore(posted.plus(FRESH))) {
      open.put(AccessGrant.RECALL_LINK, () -> page(recall).contains("name=\"recall\""));
    }
    String stop = first(STOP, notice.header("List-Unsubscribe"));
    open.put(AccessGrant.UNSUBSCRIBE_LINK, () -> !page(stop).isEmpty());
    open.put(AccessGrant.BOUNCE_ADDRESS, () -> isTaken(notice.sender()));
    return open;
  }

  /**
   * What is used up by trying it.
   *
   * @param now a browser in which this person has just signed in
   */
  Map<AccessGrant, BooleanSupplier> once(Browser now) {
    Map<AccessGrant, BooleanSupplier> once = new EnumMap<>(AccessGrant.class);
    once.put(AccessGrant.REPLY_ADDRESS, this::answers);
    once.put(AccessGrant.DECISION_CODE, this::decides);
    once.put(AccessGrant.ADDRESS_CODE, () -> now.post("/api/addresses", proof).status() < 300);
    return once;
  }

  private String page(String link) {
    Browser.Reply page = house.browser().get(link);
    return page.status() == 200 ? page.text() : "";
  }

  private boolean isTaken(String recipient) {
    try (MailClient client = new MailClient(house.smtpPort())) {
      client.ask("MAIL FROM:<>");
      return client.ask("RCPT TO:<" + recipient + ">").startsWith("250");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    String words = "Answer " + LETTERS.incrementAndGet();
    String to = address(notice);
    return isDone(to, words, amina -> amina.get(issue).text().contains(words));
  }

  private boolean decides() {
    String to = address(question);
    String words =
        "Approve\r\n\r\nThe coalition wrote:\r\n> " + question.text().replace("\n", "\r\n> ");
    return isDone(to, words, amina -> amina.get(threads()).text().contains(asked));
  }

  private String threads() {
    return path + "/lists/" + list + "/threads";
  }

  /** Whether this letter did it, once another that came after it was read. */
  private boolean isDone(String to, String words, Predicate<Browser> done) {
    Browser amina = amina();
    try {
      if (!send(address, to, words)) {
        return false;
      }
      String after = "After " + LETTERS.incrementAndGet();
      send(StoryServer.OPERATOR, list + "@lists.example", after);
      await().atMost(Clocks.LONG).until(() -> amina.get(threads()).text().contains(after));
      long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      while (!done.test(amina) && System.nanoTime() < until) {
        Thread.sleep(50);
      }
      return done.test(amina);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it was taken; its words are its subject, too. */
  private boolean send(String from, String to, String words) throws IOException {
    String letter =
        "From: <%s>\r\nTo: <%s>\r\nSubject: %s\r\nMessage-ID: <%d@home.example>\r\n\r\n%s\r\n"
            .formatted(
                from, to, words.lines().findFirst().orElse(""), LETTERS.incrementAndGet(), words);
    return MailClient.send(house.smtpPort(), from, to, letter.getBytes(UTF_8)).startsWith("250");
  }
}
