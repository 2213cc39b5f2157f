package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Leaks that happened to others, over HTTP; see {@code leaks/LeaksOfOthersTest}. That mail scanners
 * consume no link is in {@code story/MailScannerTest}; that what a letter's hidden alternative
 * quotes is asked about, in {@code postmaster/GuardsTest}.
 */
@Tag("slow")
class LeaksOverHttpTest extends OnDemo {
  private static final String NEVER = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

  private JsonObject hiddenLetter(String subject) throws Exception {
    mail("civil", subject, "Message-ID: <" + subject + "@savanna.example>\r\n");
    JsonObject thread = soon(amina, W + "/lists/civil/threads", subject);
    return amina.get(W + "/threads/" + thread.getString("id")).json();
  }

  @Test
  void attachmentsAndActivityOfHiddenItemsWereReadThroughSubResourcesOrAnotherVerb()
      throws Exception {
    JsonObject hidden = hiddenLetter("Sub-resources");
    String thread = hidden.getJsonObject("thread").getString("id");
    String entry = hidden.getJsonArray("entries").getJsonObject(0).getString("id");
    assertThat(amina.get(W + "/entries/" + entry + "/original").status()).isEqualTo(200);
    String body = new JsonObject().put("text", "Well?").encode();
    String edit = new JsonObject().put("title", "Well?").encode();
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "POST", "PATCH", "OPTIONS")) {
      for (String path :
          List.of(
              "/entries/ID/original",
              "/entries/ID/attachments/1",
              "/threads/ID",
              "/threads/ID/entries",
              "/issues/ID",
              "/issues/ID/entries",
              "/issues/ID/closure",
              "/updates/ID",
              "/updates/ID/entries",
              "/actions/ID",
              "/actions/ID/entries",
              "/holds/ID",
              "/holds/ID/approval",
              "/holds/ID/refusal",
              "/lists/ID/threads",
              "/activity?before=ID",
              "/audiences?under=thread:ID",
              "/audiences?under=entry:ID")) {
        String sent = method.equals("PATCH") ? edit : method.startsWith("P") ? body : null;
        for (String id : List.of(thread, entry)) {
          Browser.Reply there = dara.send(method, W + path.replace("ID", id), sent);
          Browser.Reply never = dara.send(method, W + path.replace("ID", NEVER), sent);
          String what = method + " " + path;
          assertThat(there.status()).as(what).isEqualTo(never.status());
          assertThat(there.text()).as(what).isEqualTo(never.text());
          assertThat(there.headers().map().keySet())
              .as(what)
              .isEqualTo(never.headers().map().keySet());
          assertThat(there.header("content-length"))
              .as(what)
              .isEqualTo(never.header("content-length"));
        }
      }
    }
  }

  /** Asked by turns, so that whatever slows the machine slows both. */
  @Test
  void whatIsHiddenTookLongerToDenyThanWhatNeverWas() throws Exception {
    JsonObject hidden = hiddenLetter("Timed");
    String thread = hidden.getJsonObject("thread").getString("id");
    List<Long> there = new ArrayList<>();
    List<Long> never = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      there.add(nanos(W + "/threads/" + thread));
      never.add(nanos(W + "/threads/" + NEVER));
    }
    double ratio = (double) median(there) / median(never);
    System.out.printf(Locale.ROOT, "hidden against absent, medians of 500: %.3f%n", ratio);
    assertThat(ratio).isBetween(0.75, 1.33);
  }

  private long nanos(String path) {
    long from = System.nanoTime();
    assertThat(dara.get(path).status()).isEqualTo(404);
    return System.nanoTime() - from;
  }

  private static long median(List<Long> all) {
    List<Long> warm = all.subList(100, all.size()).stream().sorted().toList();
    return warm.get(warm.size() / 2);
  }

  @Test
  void aRecipientBoxWasPreFilledForTheWiderAudience() {
    JsonObject open = new JsonObject().put("subject", "Pre-filled").put("text", "To all.");
    String thread = amina.post(W + "/lists/coalition/threads", open).id();
    JsonObject note = new JsonObject().put("text", "Among us.").put("audience", "CIVIL_SOCIETY");
    String entry = amina.post(W + "/threads/" + thread + "/entries", note).id();

    JsonObject first =
        amina
            .get(W + "/audiences?under=entry:" + entry)
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(first.getString("audience")).isEqualTo("CIVIL_SOCIETY");
    JsonObject answer = new JsonObject().put("text", "Yes.").put("answers", entry);
    String answered = amina.post(W + "/threads/" + thread + "/entries", answer).id();
    assertThat(dara.get(W + "/threads/" + thread).text()).doesNotContain(entry, answered);
    JsonObject wider = answer.copy().put("audience", "EVERYONE");
    assertThat(amina.post(W + "/threads/" + thread + "/entries", wider).status()).isEqualTo(400);
  }

  @Test
  void aBotForwardedPrivateNotes() throws Exception {
    Browser bot = program("dara@");
    JsonObject open = new JsonObject().put("subject", "Bots").put("text", "To all.");
    String thread = amina.post(W + "/lists/coalition/threads", open).id();
    try (Stream watching = bot.follow(W + "/events")) {
      JsonObject note =
          new JsonObject().put("text", "Private note.").put("audience", "CIVIL_SOCIETY");
      String entry = amina.post(W + "/threads/" + thread + "/entries", note).id();
      JsonObject last = new JsonObject().put("text", "The last one.");
      amina.post(W + "/threads/" + thread + "/entries", last).id();
      watching.soon(Stream.put("entries", "The last one."));

      assertThat(watching.mentions(entry)).isFalse();
      assertThat(watching.mentions("Private note.")).isFalse();
      for (String page : List.of("", "/activity?limit=100", "/threads/" + thread, "/record")) {
        assertThat(bot.get(W + page).text()).as(page).doesNotContain(entry, "Private note.");
      }
    }
  }
}
