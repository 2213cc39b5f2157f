package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A running server: people talk by name, on the page and by mail, and nobody else learns of it. */
@Tag("slow")
class ConversationStoryTest extends ByMail {
  private static final String SAMUEL = "samuel@harbour.example";
  private static final String LIST = W + "/lists/conversations-of-named-people/threads";
  private static final String DARA = "dara@";
  private static final String LIAISON = "dara@brightline.example";
  private static final String TOBI = "tobi@lantern.example";
  private static final String HALIMA = "halima@harbour.example";

  private String seat(String name) {
    return amina.get(W).json().getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("name").startsWith(name) && !s.containsKey("end"))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private String named(String... names) {
    return "NAMED("
        + Arrays.stream(names).map(this::seat).sorted().collect(Collectors.joining(","))
        + ")";
  }

  private String begin(Browser who, String subject, String text, String... names) {
    return who.post(
            LIST,
            new JsonObject()
                .put("subject", subject)
                .put("text", text)
                .put("audience", named(names)))
        .id();
  }

  private static JsonArray entries(Browser who, String thread) {
    return who.get(W + "/threads/" + thread).json().getJsonArray("entries");
  }

  private static void says(Browser who, String thread, String words) {
    await().atMost(Clocks.LONG).until(() -> entries(who, thread).encode().contains(words));
  }

  private static Browser.Reply say(Browser who, String thread, String words) {
    return who.post(W + "/threads/" + thread + "/entries", new JsonObject().put("text", words));
  }

  @Test
  void mailAloneIsEnoughToBeInIt() throws IOException {
    String id = begin(dara, "Before the call", "Shall we meet first?", "Dara", "Ngozi", "Tobi");

    RawLetter came = soon(NGOZI, "Shall we meet first?");
    assertThat(came.value("From").orElseThrow()).contains("Dara").doesNotContain("dara@");
    assertThat(came.value("List-Post")).contains("NO");
    assertThat(came.value("To").orElseThrow()).contains("Before the call");
    assertThat(came.value("X-Audience").orElseThrow()).isEqualTo("NAMED; readers=3");
    assertThat(came.value("List-Archive").orElseThrow())
        .contains("/w/code-of-practice/conversations");

    String at = answersAt("Shall we meet first?", NGOZI);
    say("conversation-reply", NGOZI, at, "Re: Before the call", "At nine, by telephone.");

    says(dara, id, "At nine, by telephone.");
    JsonObject answer = entries(dara, id).getJsonObject(1);
    assertThat(answer.getString("seat")).isEqualTo(seat("Ngozi"));
    assertThat(answer.getInteger("readers")).isEqualTo(3);
    assertThat(awaitCopy("At nine, by telephone.", "tobi@")).contains("Reply-To:");
    assertThat(dara.get(W + "/bell").text()).contains("Before the call");
  }

  private String conversations() {
    return amina.get(W).json().getJsonObject("mailAddresses").getString("conversations");
  }

  private void writes(String what, String cc, String subject, String text) throws IOException {
    say(what, NGOZI, conversations(), subject, "text/plain; charset=utf-8\r\nCc: " + cc, text);
  }

  private static long copies(String words, String to) throws IOException {
    return sent().stream().filter(l -> l.isTo(to)).filter(l -> l.text().contains(words)).count();
  }

  /** As programs do that answer all of a letter which its reader got directly, and of our copy. */
  @Test
  void mailAloneIsEnoughToBeginOne() throws IOException {
    String cc = "Dara <" + LIAISON + ">, Tobi <" + TOBI + ">";
    writes("conversation-begun", cc, "Numbers first", "With: Halima\n\nWhose numbers are these?");

    String id = soon(dara, LIST, "Numbers first").getString("id");
    JsonObject thread = dara.get(W + "/threads/" + id).json();
    assertThat(thread.getJsonObject("thread").getString("audience"))
        .isEqualTo(named("Ngozi", "Dara", "Tobi", "Halima"));
    JsonObject first = thread.getJsonArray("entries").getJsonObject(0);
    assertThat(first.getString("via")).isEqualTo("MAIL");
    assertThat(first.getString("text")).isEqualTo("Whose numbers are these?");
    assertThat(amina.get(W + "/threads/" + id).status()).isEqualTo(404);
    for (String reader : List.of(LIAISON, TOBI, HALIMA)) {
      RawLetter copy = soon(reader, "Whose numbers are these?");
      assertThat(copy.values("To")).singleElement().asString().contains("Numbers first", "+r.");
      assertThat(copy.value("Cc")).isEmpty();
      assertThat(copy.value("Reply-To").orElseThrow()).contains("+r.");
      assertThat(copy.value("From").orElseThrow()).contains("Ngozi").doesNotContain(NGOZI);
      assertThat(copy.value("Message-ID").orElseThrow())
          .as("programs that have the letter itself show this one, too")
          .doesNotContain("verbs@");
      assertThat(new String(copy.head(), ISO_8859_1))
          .doesNotContain(LIAISON.equals(reader) ? TOBI : LIAISON);
    }

    String at = answersAt("Whose numbers are these?", TOBI);
    say("conversation-answered", TOBI, at, "Re: Numbers first", "They are ours.");
    says(dara, id, "They are ours.");
    for (String reader : List.of(LIAISON, NGOZI, HALIMA)) {
      soon(reader, "They are ours.");
      assertThat(copies("They are ours.", reader)).as(reader).isOne();
    }
    for (String reader : List.of(LIAISON, TOBI, HALIMA)) {
      assertThat(copies("Whose numbers are these?", reader)).as(reader).isOne();
    }

    say("conversation-left", TOBI, at, "Re: Numbers first", "leave");
    assertThat(soon(TOBI, "You left the conversation").value("Subject").orElseThrow())
        .contains("Numbers first");
    assertThat(entries(dara, id)).hasSize(2);
    say("conversation-after", TOBI, at, "Re: Numbers first", "One more thing.");
    soon(TOBI, "You left this conversation");
    assertThat(entries(dara, id)).hasSize(2);
  }

  /** It is told to its author, and to nobody whom it names. */
  @Test
  void anAddressThatIsNoMembersBeginsNothing() throws IOException {
    String cc = LIAISON + ", someone@else.example";
    writes("conversation-outside", cc, "Outside", "Marigold words for three.");

    soon(NGOZI, "does not lead to anyone you can write to here");
    assertThat(titled(dara.get(LIST), "Outside")).isEmpty();
    assertThat(copy("Marigold words", LIAISON)).isEmpty();
    assertThat(copy("Marigold words", "someone@else.example")).isEmpty();
  }

  @Test
  void anObserversReplyByMailIsRefusedAndNoConvenorIsAsked() throws IOException {
    String id = begin(dara, "Heard along", "For your ears", "Dara", "Samuel");
    soon(SAMUEL, "For your ears");

    say("observer", SAMUEL, answersAt("For your ears", SAMUEL), "Re: Heard along", "I object.");

    assertThat(soon(SAMUEL, "Observers can read conversations").value("Subject")).isPresent();
    assertThat(entries(dara, id)).hasSize(1);
    assertThat(amina.get(W + "/holds").text()).doesNotContain("Heard along", "I object.");
  }

  @Test
  void aConvenorWhoIsNotInItLearnsNothing() throws Exception {
    String before = amina.get(W).text().replaceAll("\"position\":\"[^\"]*\"", "");
    try (Stream watching = amina.follow(W + "/events")) {
      String id = begin(dara, "Zanzibar plan", "Marmalade words", "Dara", "Ngozi");
      soon(NGOZI, "Marmalade words");
      begin(dara, "Open plan", "For three", "Dara", "Ngozi", "Amina");
      watching.soon(f -> f.encode().contains("Open plan"));

      String none = amina.get(W + "/threads/none").text();
      assertThat(amina.get(W + "/threads/" + id).text()).isEqualTo(none);
      assertThat(say(amina, id, "Hello").status()).isEqualTo(404);
      assertThat(
              amina
                  .post(
                      W + "/threads/" + id + "/people",
                      new JsonObject().put("seats", List.of(seat("Amina"))))
                  .status())
          .isEqualTo(404);
      for (String path :
          List.of(
              LIST,
              W + "/activity",
              W + "/search?q=Zanzibar",
              W + "/search?q=Marmalade",
              W + "/audit",
              W + "/bell",
              W + "/unread",
              W + "/files",
              W + "/holds")) {
        Browser.Reply page = amina.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.text()).as(path).doesNotContain("Marmalade words", "Zanzibar plan", id);
      }
      assertThat(amina.get(LIST).text()).contains("Open plan");
      assertThat(amina.get(W).text().replaceAll("\"position\":\"[^\"]*\"", "")).isEqualTo(before);
      assertThat(dara.get(W + "/search?q=Marmalade").text()).contains(id);
    }
  }

  @Test
  void peopleWhoAreAddedAreToldAndPeopleWhoLeaveGetNoMore() throws IOException {
    String id = begin(amina, "Venue", "Early words", "Amina", "Dara", "Ngozi");
    String path = W + "/threads/" + id;
    soon(NGOZI, "Early words");

    Browser.Reply added =
        dara.post(path + "/people", new JsonObject().put("seats", List.of(seat("Tobi"))));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    pass(java.time.Duration.ofMinutes(5));
    String told = awaitCopy("added you to this conversation", "tobi@");
    assertThat(told).contains("Venue").doesNotContain("Early words");

    assertThat(dara.post(path + "/departure", new JsonObject()).status()).isEqualTo(201);
    say(amina, id, "After she left");
    assertThat(awaitCopy("After she left", "tobi@")).doesNotContain("Early words");
    JsonObject left = dara.get(path).json();
    assertThat(left.encode()).contains("Early words").doesNotContain("After she left");
    assertThat(left.getJsonObject("thread").getBoolean("left")).isTrue();
    assertThat(say(dara, id, "One more").text()).contains("you-left-this-conversation");
    soon(NGOZI, "After she left");
    assertThat(copy("After she left", DARA)).isEqualTo(Optional.empty());
    assertThat(
            dara.get(W + "/search?q=\"After she left\"".replace(" ", "%20").replace("\"", "%22"))
                .text())
        .doesNotContain(id);
  }

  @Test
  void whatIsMutedNeitherRingsNorIsMailed() throws IOException {
    String id = begin(amina, "Quiet matter", "First of it", "Amina", "Dara", "Tobi");
    awaitCopy("First of it", DARA);
    assertThat(dara.get(W + "/bell").text()).contains(id);
    assertThat(
            dara.post(W + "/my-mail/thread/" + id, new JsonObject().put("wish", "MUTE")).status())
        .isEqualTo(201);
    String rang = dara.get(W + "/bell").json().getJsonArray("items").encode();

    say(amina, id, "Second of it");
    awaitCopy("Second of it", "tobi@");

    assertThat(copy("Second of it", DARA)).isEmpty();
    assertThat(dara.get(W + "/bell").json().getJsonArray("items").encode()).isEqualTo(rang);
  }
}
