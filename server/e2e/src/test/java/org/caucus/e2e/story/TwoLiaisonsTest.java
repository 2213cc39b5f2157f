package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Test;

/** A running server: two liaisons of one company, and drafts of theirs. */
class TwoLiaisonsTest extends ByMail {
  private static final String DARA = "dara@brightline.example";
  private static final String OMAR = "omar@brightline.example";
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}([a-z2-7]{26})$");

  private static JsonObject saying(String title, String body) {
    return new JsonObject()
        .put("title", title)
        .put("body", body)
        .put("kind", "ACTION")
        .put("stage", "DECIDED")
        .put("attribution", "ON_RECORD")
        .put("audience", "EVERYONE");
  }

  private Optional<JsonObject> listed(Browser who, String path, String title) {
    return who.get(W + path).json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(i -> i.getString("title").equals(title))
        .findFirst();
  }

  @Test
  void oneDraftIsChangedByTwoAndNeitherOverwritesTheOther() {
    Browser omar = as("omar@");
    String title = "Changed by two";
    dara.post(W + "/updates", saying(title, "Within 48 hours.").put("draft", true)).id();
    JsonObject draft = listed(omar, "/drafts", title).orElseThrow();
    assertThat(draft.getInteger("version")).isEqualTo(1);
    String there = W + "/drafts/" + draft.getString("id");

    omar.post(there + "/revisions", saying(title, "Within 24 hours.").put("version", 1)).id();
    JsonObject late = saying(title, "Within a week.");
    Browser.Reply stale = dara.post(there + "/revisions", late, "If-Match", "\"1\"");

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().getJsonObject("current").getString("body"))
        .isEqualTo("Within 24 hours.");
    dara.post(there + "/revisions", late, "If-Match", "\"2\"").id();
    JsonObject read = new JsonObject().put("version", 2);
    assertThat(omar.post(there + "/confirmation", read).status()).isEqualTo(409);
    omar.post(there + "/confirmation", read.put("version", 3)).id();
    assertThat(listed(amina, "/updates", title).orElseThrow().getString("body"))
        .isEqualTo("Within a week.");
  }

  @Test
  void toOthersADraftIsLikeNone() {
    String title = "Known to nobody else";
    dara.post(W + "/updates", saying(title, "Within 48 hours.").put("draft", true)).id();
    String id = listed(dara, "/drafts", title).orElseThrow().getString("id");
    JsonObject tried = saying("Tried", "Tried.");

    Browser.Reply absent = amina.post(W + "/drafts/nothing/revisions", tried);
    Browser.Reply there = amina.post(W + "/drafts/" + id + "/revisions", tried);

    assertThat(there.status()).isEqualTo(404);
    assertThat(there.text()).isEqualTo(absent.text());
    assertThat(amina.get(W + "/activity").text()).doesNotContain(title, id);
  }

  private static String code(ParsedLetter question) {
    Matcher code = CODE.matcher(question.text());
    assertThat(code.find()).as(question.text()).isTrue();
    return code.group(1);
  }

  private static String quoted(ParsedLetter question) {
    return "\n\n> " + question.text().strip().replace("\n", "\n> ");
  }

  @Test
  void theOtherLiaisonIsAskedByMailAndAnswersByMail() throws IOException {
    Browser omar = as("omar@");
    String title = "Agreed on by mail";
    dara.post(W + "/drafts/rule", new JsonObject().put("second", true)).id();
    JsonObject made = dara.post(W + "/updates", saying(title, "Removals within 48 hours.")).json();
    // the answer says that it is a draft, though none was asked for, and by which id it is found
    assertThat(made.getBoolean("draft")).isTrue();
    assertThat(made.getString("id"))
        .isEqualTo(listed(dara, "/drafts", title).orElseThrow().getString("id"));

    ParsedLetter question = ParsedLetter.of(soon(OMAR, "Removals within 48 hours."));
    assertThat(question.text())
        .contains("Kind: action", "Attribution: on record", "Once published, readers will be")
        .startsWith("Your answer goes above this line.");
    String to = question.replyTo().getFirst().address().toString();
    say("draft sent back", OMAR, to, "Re: " + title, "reject\n\nFrom when on?" + quoted(question));
    soon(DARA, "From when on?");
    JsonObject back = listed(dara, "/drafts", title).orElseThrow();
    assertThat(back.getString("returnedWith")).isEqualTo("From when on?");

    String there = W + "/drafts/" + back.getString("id") + "/revisions";
    assertThat(dara.post(there, saying(title, "Removals within 48 hours from March on.")).id())
        .isEqualTo(back.getString("id"));
    ParsedLetter again = ParsedLetter.of(soon(OMAR, "from March on."));
    assertThat(listed(amina, "/updates", title)).isEmpty();
    say("draft agreed", OMAR, to, "Re: " + title, "approve" + quoted(again));

    soon(DARA, "confirmed your draft");
    assertThat(listed(amina, "/updates", title).orElseThrow().getString("body"))
        .isEqualTo("Removals within 48 hours from March on.");
    assertThat(listed(omar, "/drafts", title)).isEmpty();
    for (ParsedLetter letter : List.of(question, again)) {
      assertThat(with(code(letter))).as("letters with the code").containsExactly(OMAR);
    }
    dara.post(W + "/drafts/rule", new JsonObject().put("second", false)).id();
  }

  /** To whom letters went that carry this code. */
  private static List<String> with(String code) throws IOException {
    return sent().stream()
        .map(Sent::parsed)
        .filter(l -> l.text().contains(code))
        .map(l -> l.to().getFirst().address().toString())
        .toList();
  }

  private String draftsOf(String workspace) {
    return dara.get("/api/workspaces/" + workspace + "/holds").text()
        + dara.get("/api/workspaces/" + workspace + "/drafts").text();
  }

  /** The address of its updates is the first one's; the other is told of another that is free. */
  @Test
  void aCompanyOfTwoWorkspacesHasAnAddressInEach() throws IOException {
    String other = "river-delta";
    JsonObject lantern =
        new JsonObject().put("slug", "lantern").put("name", "Lantern").put("side", "CIVIL_SOCIETY");
    JsonObject workspace = new JsonObject().put("slug", other).put("name", "River Delta");
    amina
        .post("/api/workspaces", workspace.put("convenor", "Amina").put("organisation", lantern))
        .id();
    String path = "/api/workspaces/" + other;
    JsonObject company =
        new JsonObject().put("slug", "brightline").put("name", "Brightline").put("side", "COMPANY");
    Browser.Reply taken = amina.post(path + "/organisations", company);
    assertThat(taken.text()).contains("the-mail-address-is-taken-on", "updates.brightline");
    amina.post(path + "/organisations", company.put("slug", other + "-brightline")).id();
    amina
        .post(
            path + "/invitations",
            new JsonObject()
                .put("address", DARA)
                .put("name", "Dara")
                .put("role", "LIAISON")
                .put("organisation", other + "-brightline"))
        .id();
    String invited = soon(DARA, "with the one word: accept").value("Reply-To").orElseThrow();
    say("joins another", DARA, invited.replaceAll(".*<|>.*", ""), "Re: Invitation", "accept");
    await().atMost(Clocks.LONG).until(() -> dara.get(path).status() == 200);

    say("to the first", DARA, "updates.brightline@lists.example", "Said here", "As agreed.");
    String there = "updates." + other + "-brightline@lists.example";
    say("to the other", DARA, there, "Said there", "As agreed elsewhere.");

    await().atMost(Clocks.LONG).until(() -> draftsOf("code-of-practice").contains("Said here"));
    await().atMost(Clocks.LONG).until(() -> draftsOf(other).contains("Said there"));
    assertThat(draftsOf("code-of-practice")).doesNotContain("Said there");
    assertThat(draftsOf(other)).doesNotContain("Said here");
  }
}
