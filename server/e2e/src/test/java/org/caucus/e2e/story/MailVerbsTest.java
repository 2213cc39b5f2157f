package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.actions.mail.ActionMailParser;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.coalition.mailcommands.MailCommand;
import org.caucus.coalition.trackers.mail.IssueMailParser;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailParser;
import org.caucus.coalition.updates.mail.UpdateMailParser;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.workspace.Capabilities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every verb of mail, said over a real SMTP connection; what was said lies in {@code
 * target/transcripts}. {@code mail/verbs.txt} names a test for each that there is.
 */
class MailVerbsTest extends ByMail {
  private static final String HALIMA = "halima@harbour.example";
  private static final Path VERBS = Checkout.server("src/test/resources/mail/verbs.txt");
  private static final String CONTROL = "code-of-practice+control@lists.example";

  private final NameServer names;

  MailVerbsTest() throws IOException {
    names = new NameServer();
    names.publish("_dmarc.meridian.example", "v=DMARC1; p=reject");
  }

  @Override
  Map<String, String> more() {
    return Map.of("CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
  }

  @AfterAll
  void close() {
    names.close();
  }

  /** The address at which this person answers the notice of an issue that somebody opened. */
  private String answerTo(String title, String person) {
    amina
        .post(
            W + "/trackers/COP/issues",
            new JsonObject().put("title", title).put("description", "Who decides?"))
        .id();
    return answersAt(title, person);
  }

  @Test
  void anOrganisationSaysThatItTakesPart() throws IOException {
    String title = "Joint call on part four";
    String id = call(title);
    String to = answersAt(title, NGOZI);
    assertThat(ParsedLetter.of(soon(NGOZI, title)).text())
        .contains("yes, maybe or no", "we will, we may or we will not");
    assertThat(ParsedLetter.of(soon("samuel@harbour.example", title)).text())
        .as("who reads along comes, and speaks for nobody")
        .contains("yes, maybe or no")
        .doesNotContain("we will");
    say(
        "we will",
        NGOZI,
        to,
        "Re: " + title,
        "We will: two speakers, and\nNgozi leads.\n\n> Joint");

    assertThat(ParsedLetter.of(soon(NGOZI, "your organisation will take part")).text())
        .contains(title, "two speakers, and Ngozi leads.");
    JsonObject page = amina.get(W + "/actions/" + id).json();
    assertThat(page.getJsonObject("action").getJsonArray("commitments"))
        .singleElement()
        .satisfies(
            word ->
                assertThat(((JsonObject) word).getMap())
                    .containsEntry("organisation", "savanna")
                    .containsEntry("answer", "WILL")
                    .containsEntry("note", "two speakers, and Ngozi leads."));
    assertThat(page.getJsonArray("entries")).as("a word is no comment").isEmpty();
  }

  @Test
  void aSubjectSetsWhatStandsInItsBrackets() throws IOException {
    String to = answerTo("Set by a subject", NGOZI);
    acts(
        "subject setters",
        NGOZI,
        to,
        "Re: Set by a subject [priority=urgent; label=memo]",
        "Done.");

    await()
        .atMost(Clocks.LONG)
        .until(() -> opened("Set by a subject").getString("priority"), "URGENT"::equals);
    assertThat(opened("Set by a subject").getJsonArray("labels")).containsExactly("memo");
  }

  @ParameterizedTest
  @CsvSource({"done, DONE", "forwarded, WAITING"})
  void aVerbBehindThePlusSetsTheState(String verb, String state) throws IOException {
    String title = "Said to be " + verb;
    String to = answerTo(title, NGOZI).replace("@", "+" + verb + "@");
    say("plus " + verb, NGOZI, to, "Re: " + title, "It is.");

    await().atMost(Clocks.LONG).until(() -> opened(title).getString("state"), state::equals);
  }

  @Test
  void quietTellsNobody() throws IOException {
    String quietly = "Opened quietly";
    String tracker = address("trackers");
    say("plus quiet", NGOZI, tracker.replace("@", "+quiet@"), quietly, "For the record.");
    opened(quietly);
    say("not quiet", NGOZI, tracker, "Opened aloud", "For all.");

    soon(HALIMA, "Opened aloud");
    assertThat(mailed(HALIMA)).noneMatch(l -> l.value("Subject").orElse("").contains(quietly));
  }

  @Test
  void eachOrderIsAnsweredLineByLine() throws IOException {
    say("a post to ask about", NGOZI, "coalition@lists.example", "Asked about", "Here it is.");
    soon(HALIMA, "Asked about");
    String id = "<a-post-to-ask-about.verbs@savanna.example>";
    Map<String, String> orders = new TreeMap<>();
    orders.put("lists", "coalition: ");
    orders.put("which", "Days begin and end in the time zone");
    orders.put("set coalition each", "Done. You get Coalition as: each message");
    orders.put(
        "hear new digest", "Done. Notifications of the kind new are sent by email each morning.");
    orders.put(
        "suspend 2099-07-01..2099-07-14", "Done. You get no email from 2099-07-01 to 2099-07-14.");
    orders.put("resume", "Done. You get email again.");
    orders.put("who coalition", " readers:");
    orders.put("index coalition 5", "  get <");
    orders.put("why " + id, "sent to you");
    orders.put("join coalition", "You get Coalition as: each message");
    orders.put("set language en", "Done. ");
    orders.put("set timezone Africa/Lagos", "Done. Your time zone is now Africa/");
    orders.put("set echo on", "Done. You are told who can read what you post by email.");
    orders.put("search zzyzx", "No results.");
    orders.put("get " + id, "It is sent in a separate email.");
    say("orders", HALIMA, CONTROL, "orders", String.join("\n", orders.keySet()) + "\nend\n");

    String text = ParsedLetter.of(soon(HALIMA, "> lists")).text();
    orders.forEach((order, answer) -> assertThat(text).contains("> " + order).contains(answer));
  }

  @Test
  void helpIsAnsweredAtItsAddress() throws IOException {
    say("help", "tobi@lantern.example", "code-of-practice+help@lists.example", "Hello", "");

    assertThat(ParsedLetter.of(soon("tobi@lantern.example", "Results of your commands")).text())
        .contains("set LIST MODE", "suspend 2026-07-01..2026-07-14")
        .contains("  coalition@lists.example (Coalition)", "reply to the email that you got")
        .contains("cop@lists.example", "  Assign: me, Amina", "  Number: 3(b)", "  Blocks: COP-3")
        .contains("- [x] Ask the desk", "  Agenda: Removal; Appeals", "+agenda", "+agency")
        .doesNotContain("updates.")
        .contains("code-of-practice+actions@lists.example", "  Embargo: ")
        .contains("code-of-practice+polls@lists.example", "  Closes: ")
        .contains("code-of-practice+conversations@lists.example", "  With: ");
  }

  @Test
  void helpTellsALiaisonHowUpdatesArePostedAndPutRight() throws IOException {
    String dara = "dara@brightline.example";
    say("help of a liaison", dara, "code-of-practice+help@lists.example", "Hello", "");

    assertThat(ParsedLetter.of(soon(dara, "Results of your commands")).text())
        .contains("  updates.brightline@lists.example", "  Attribution: background")
        .contains("  Correct: reason", "  Retract: reason", "  Stage: decided")
        .containsPattern("each with the address for replies:\\s+\\S.*\\s+\\S+\\+r\\.");
  }

  @Test
  void whoMayHaveMeantAnAnswerIsToldHowToGiveOne() throws IOException {
    String title = "Briefing of the desk";
    amina.post(
        W + "/actions",
        new JsonObject().put("kind", "CALL").put("title", title).put("audience", "EVERYONE"));
    String to = answersAt(title, NGOZI);
    say("half an answer", NGOZI, to, "Re: " + title, "Yes, but only after ten.");
    String echo = ParsedLetter.of(soon(NGOZI, "does not say whether you attend")).text();
    String address =
        echo.lines().filter(line -> line.contains("+r.")).findFirst().orElseThrow().strip();
    say("a whole answer", NGOZI, address, "Briefing", "Yes, I\u2019ll be there!");

    assertThat(ParsedLetter.of(soon(NGOZI, "You are going to:")).text()).contains(title);
  }

  private static void mode(Browser who, String list, String mode) {
    await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                who.get(W + "/my-mail").json().getJsonArray("lists").stream()
                    .map(JsonObject.class::cast)
                    .filter(l -> l.getString("list").equals(list))
                    .map(l -> l.getString("mode"))
                    .findFirst()
                    .orElse(""),
            mode::equals);
  }

  @Test
  void aListIsLeftAtItsAddress() throws IOException {
    say("leave", "kelechi@savanna.example", "coalition+leave@lists.example", "leave", "");

    mode(as("kelechi@"), "coalition", "NONE");
  }

  @Test
  void aListIsJoinedAgainAtItsAddress() throws IOException {
    String rafael = "rafael@meridian.example";
    say("leave first", rafael, "coalition+unsubscribe@lists.example", "leave", "");
    mode(as("rafael@"), "coalition", "NONE");
    say("join again", rafael, "coalition-subscribe@lists.example", "join", "");

    mode(as("rafael@"), "coalition", "EACH");
  }

  @Test
  void anUnsubscribeAddressStopsItsList() throws IOException {
    say("before it stops", NGOZI, "coalition@lists.example", "Before it stops", "One more.");
    String header =
        soon("rafael@meridian.example", "Before it stops").value("List-Unsubscribe").orElseThrow();
    Matcher at = Pattern.compile("mailto:([^?>]+)").matcher(header.replaceAll("\\s", ""));
    assertThat(at.find()).as(header).isTrue();
    String to = URLDecoder.decode(at.group(1).replace("+", "%2B"), UTF_8);
    assertThat(to).contains("+u.");
    say("unsubscribe", "rafael@meridian.example", to, "unsubscribe", "");

    mode(as("rafael@"), "coalition", "NONE");
  }

  @Test
  void aMembersAddressReachesThatMember() throws IOException {
    String ingrid = "ingrid@meridian.example";
    say("a post to answer", ingrid, "coalition@lists.example", "Write to me", "About the memo.");
    String from = soon(NGOZI, "Write to me").value("From").orElseThrow();
    Matcher at = Pattern.compile("[\\w.+-]+\\+m\\.[\\w]+@lists\\.example").matcher(from);
    assertThat(at.find()).as("its domain lets nobody stand in From: " + from).isTrue();
    say("to a member", NGOZI, at.group(), "Only for you", "Between us.");

    assertThat(ParsedLetter.of(soon(ingrid, "Only for you")).text()).contains("Between us.");
    assertThat(mailed(HALIMA)).noneMatch(l -> l.value("Subject").orElse("").contains("Only for"));
  }

  @ParameterizedTest
  @CsvSource({
    "follow, FOLLOW",
    "mute, MUTE",
    "unmute, USUAL",
    "unfollow, USUAL",
    "suivre, FOLLOW",
    "ignorer, MUTE",
    "rétablir, USUAL",
    "متابعة, FOLLOW",
    "كتم, MUTE",
    "إلغاء الكتم, USUAL",
  })
  void oneWordToANoticeSaysHowOneHearsOfIt(String word, String wish) throws IOException {
    String title = "Heard of by word " + hex(word); // a subject in plain letters
    String to = answerTo(title, NGOZI);
    String path = W + "/my-mail/issue/" + opened(title).getString("id");
    Browser ngozi = as("ngozi@");
    String other = wish.equals("MUTE") ? "FOLLOW" : "MUTE";
    assertThat(ngozi.post(path, new JsonObject().put("wish", other)).status()).isEqualTo(201);
    say("word " + word, NGOZI, to, "Re: " + title, word);

    await().atMost(Clocks.LONG).until(() -> ngozi.get(path).json().getString("wish"), wish::equals);
  }

  private static String hex(String word) {
    return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> table() throws IOException {
    Map<String, String> table = new TreeMap<>();
    for (String line : Files.readAllLines(VERBS)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] row = line.strip().split("\\s+", 2);
        assertThat(table.put(row[0], row[1])).as("twice: " + row[0]).isNull();
      }
    }
    return table;
  }

  @Test
  void everyVerbThatThereIsHasItsTestOverSmtp() throws Exception {
    Map<String, String> table = table();
    for (AddressCommand verb : AddressCommand.values()) {
      assertThat(table).containsKey("+" + verb.word());
    }
    Stream.concat(IssueMailParser.HEAD_KEYS.stream(), UpdateMailParser.HEAD_KEYS.stream())
        .forEach(line -> assertThat(table).containsKey(line + ":"));
    UpdateLifecycleMailParser.KEYS.forEach(
        line -> assertThat(table).containsKey("update-" + line + ":"));
    ActionMailParser.HEAD_KEYS.forEach(
        line -> assertThat(table).containsKey("action-" + line + ":"));
    ActionMailParser.SUBJECT_KEYS.forEach(
        key -> assertThat(table).containsKey("[action-" + key + "=]"));
    for (Class<?> order : MailCommand.class.getPermittedSubclasses()) {
      assertThat(table).containsKey(order.getSimpleName());
    }
    Capabilities.mailDetails().forEach(detail -> assertThat(table).containsKey("+" + detail));
    for (var detail : AddressPlan.class.getDeclaredFields()) {
      if (Modifier.isPublic(detail.getModifiers()) && detail.getType() == String.class) {
        assertThat(table).containsKey("+" + detail.get(null));
      }
    }
    for (String test : table.values()) {
      String[] name = test.split("#", 2);
      assertThat(Class.forName("org.caucus.e2e.story." + name[0]).getDeclaredMethods())
          .as(test)
          .anyMatch(m -> m.getName().equals(name[1]) && isATest(m.getAnnotations()));
      Path source = Checkout.test("e2e/story/" + name[0]);
      assertThat(Files.readString(source))
          .as(test)
          .containsAnyOf("MailClient", "extends ByMail", "extends OnUpdates");
    }
  }

  private static boolean isATest(java.lang.annotation.Annotation... marks) {
    return Arrays.stream(marks).anyMatch(m -> m instanceof Test || m instanceof ParameterizedTest);
  }
}
