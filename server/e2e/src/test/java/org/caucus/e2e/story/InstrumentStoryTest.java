package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A text over HTTP: read, corrected, adopted, cited, and seen by those who may read it. */
@Tag("slow")
class InstrumentStoryTest extends OnDemo {
  private static final String INSTRUMENTS = W + "/instruments";
  private static final String READINGS = W + "/readings";

  private static final String TEXT =
      """
      PART I
      1. This Act is called the Platforms Act.
      2. A platform shall:
      (a) keep a record of each notice; and
      (b) tell the person concerned.
      PART II
      3. The agency reports once a year.
      """;

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text).put("title", "Platforms Bill").put("kind", "LAW");
  }

  private JsonObject reading(String text) {
    Browser.Reply reply = amina.post(INSTRUMENTS, text(text));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private static List<String> values(JsonObject outline, String field) {
    return outline.getJsonArray("segments").stream()
        .map(s -> ((JsonObject) s).getString(field))
        .toList();
  }

  private static JsonObject change(JsonObject reading, JsonObject... corrections) {
    return new JsonObject()
        .put("version", reading.getInteger("version"))
        .put("corrections", new JsonArray(List.of(corrections)));
  }

  private static JsonObject correction(String what) {
    return new JsonObject().put("change", what);
  }

  private JsonObject corrected(JsonObject reading, JsonObject... corrections) {
    Browser.Reply reply =
        amina.post(
            READINGS + "/" + reading.getString("id") + "/corrections",
            change(reading, corrections),
            new String[0]);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private Browser.Reply adopt(Browser who, JsonObject reading, JsonObject more) {
    return who.post(
        READINGS + "/" + reading.getString("id") + "/adoption",
        more.put("version", reading.getInteger("version")));
  }

  /** Each is read for some tenths of a second, as the JVM that reads it has to start. */
  @Test
  void ofOneSeatOneDocumentIsReadAtATime() {
    try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Browser.Reply>> sent =
          Stream.generate(() -> atOnce.submit(() -> amina.post(INSTRUMENTS, text(TEXT))))
              .limit(4)
              .toList();
      List<Browser.Reply> answers = sent.stream().map(InstrumentStoryTest::now).toList();
      assertThat(answers).extracting(Browser.Reply::status).contains(201, 409);
      assertThat(answers)
          .filteredOn(reply -> reply.status() == 409)
          .allMatch(
              reply -> reply.json().getString("code").equals("a-document-of-yours-is-being-read"));
    }
  }

  private static Browser.Reply now(Future<Browser.Reply> reply) {
    try {
      return reply.get(1, TimeUnit.MINUTES);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTextIsReadCorrectedAndAdopted() {
    JsonObject read = reading(TEXT);
    assertThat(read.getString("state")).isEqualTo("READ");
    assertThat(read.getString("slug")).isEqualTo("platforms-bill");
    assertThat(String.join("", values(read, "text"))).isEqualTo(TEXT);
    assertThat(values(read, "path"))
        .containsExactly("i", "i.1", "i.2", "i.2.a", "i.2.b", "ii", "ii.3");
    // nobody else finds it, and nothing is on the table yet
    String of = READINGS + "/" + read.getString("id");
    assertThat(as("ngozi@").get(of).status()).isEqualTo(404);
    assertThat(amina.get(READINGS).text()).contains(read.getString("id"));
    assertThat(as("ngozi@").get(READINGS).text()).doesNotContain("Platforms");
    assertThat(amina.get(INSTRUMENTS + "/platforms-bill").status()).isEqualTo(404);

    JsonObject joined = corrected(read, correction("JOIN").put("line", 5));
    assertThat(joined.getJsonArray("segments")).hasSize(6);
    assertThat(joined.getString("state")).isEqualTo("CORRECTED");
    JsonObject back = corrected(joined, correction("TAKE_BACK"));
    assertThat(values(back, "path")).isEqualTo(values(read, "path"));
    Browser.Reply stale =
        amina.post(of + "/corrections", change(read, correction("JOIN").put("line", 2)));
    assertThat(stale.status()).isEqualTo(409);
    Browser.Reply impossible =
        amina.post(of + "/corrections", change(back, correction("JOIN").put("line", 1)));
    assertThat(impossible.status()).isEqualTo(400);
    assertThat(impossible.json().getString("code")).isEqualTo("this-line-cannot-be-corrected-so");

    assertThat(adopt(as("ngozi@"), back, new JsonObject()).status()).isEqualTo(404);
    Browser.Reply adopted = adopt(amina, back, new JsonObject().put("country", "NG"));
    assertThat(adopted.status()).as(adopted.text()).isEqualTo(201);
    assertThat(adopted.id()).isEqualTo("platforms-bill");
    assertThat(amina.get(of).status()).isEqualTo(404);

    Browser dara = as("dara@");
    JsonObject shown = dara.get(INSTRUMENTS + "/platforms-bill").json();
    assertThat(values(shown, "path")).isEqualTo(values(read, "path"));
    assertThat(shown.getJsonArray("may")).isEmpty();
    assertThat(shown.getJsonObject("instrument").getString("country")).isEqualTo("NG");
    Browser.Reply export = dara.get(INSTRUMENTS + "/platforms-bill/export");
    assertThat(export.text()).isEqualTo(TEXT);
    assertThat(dara.get(INSTRUMENTS + "/platforms-bill/export?format=csv").text())
        .contains("I/2(b)", "tell the person concerned");
    JsonObject provision = dara.get(INSTRUMENTS + "/platforms-bill/provisions/i.2.b").json();
    assertThat(provision.getJsonArray("above")).hasSize(2);
    assertThat(provision.getJsonObject("provision").getString("label")).isEqualTo("I/2(b)");

    // the next edition keeps what stayed
    JsonObject next =
        amina
            .post(
                INSTRUMENTS,
                new JsonObject()
                    .put("text", TEXT.replace("once a year", "twice a year"))
                    .put("instrument", "platforms-bill"))
            .json();
    assertThat(adopt(amina, next, new JsonObject()).status()).isEqualTo(201);
    JsonObject reworded = dara.get(INSTRUMENTS + "/platforms-bill/provisions/ii.3").json();
    assertThat(reworded.getJsonArray("wordings")).hasSize(2);
    assertThat(reworded.getJsonArray("wordings").getJsonObject(1).getBoolean("changed")).isTrue();
    assertThat(dara.get(INSTRUMENTS + "/platforms-bill?edition=1").text()).contains("once a year");
    assertThat(dara.get(W + "/search?q=platforms").text()).contains("platforms-bill");
    JsonObject compared = dara.get(INSTRUMENTS + "/platforms-bill/comparison?changed=true").json();
    assertThat(compared.getJsonArray("rows")).hasSize(1);
    JsonObject row = compared.getJsonArray("rows").getJsonObject(0);
    assertThat(row.getString("change")).isEqualTo("REWORDED");
    assertThat(row.getJsonArray("spans").encode()).contains("\"once\"", "\"twice\"");
    assertThat(dara.get(INSTRUMENTS + "/platforms-bill/comparison?to=1").status()).isEqualTo(409);
    assertThat(dara.get(INSTRUMENTS + "/platforms-bill/comparison?to=9").status()).isEqualTo(404);
  }

  @Test
  void whatHangsOnAProvisionIsLinkedByOneCommandAndSeenByItsReaders() {
    JsonObject issue =
        new JsonObject()
            .put("title", "Too short a time")
            .put("provision", "Part I 3(b)")
            .put("audience", "CIVIL_SOCIETY");
    String id = amina.post(W + "/trackers/COP/issues", issue).id();
    JsonObject cites = amina.get(W + "/citations/issue/" + id).json();
    JsonObject suggested = cites.getJsonObject("suggestedProvision");
    assertThat(suggested.getString("path")).as(cites.encode()).isEqualTo("i.3.b");
    String of =
        INSTRUMENTS
            + "/"
            + suggested.getString("instrument")
            + "/provisions/"
            + suggested.getString("provision");
    JsonObject link = new JsonObject().put("kind", "issue").put("id", id);
    Browser dara = as("dara@");
    assertThat(dara.post(of + "/citations", link).status()).isEqualTo(404);
    assertThat(dara.get(W + "/citations/issue/" + id).status()).isEqualTo(404);
    assertThat(amina.post(of + "/citations", link).status()).isEqualTo(201);

    assertThat(amina.get(of + "/hanging").text()).contains("Too short a time");
    assertThat(dara.get(of + "/hanging").json().getJsonArray("items")).isEmpty();
    assertThat(amina.get(of).json().getJsonArray("hanging")).hasSize(1);
    JsonObject linked = amina.get(W + "/citations/issue/" + id).json();
    assertThat(linked.getJsonArray("items")).hasSize(1);
    assertThat(linked.containsKey("suggestedProvision")).isFalse();
    assertThat(amina.send("DELETE", of + "/citations/issue/" + id, null).status()).isEqualTo(204);
    assertThat(amina.get(of + "/hanging").json().getJsonArray("items")).isEmpty();
  }

  @Test
  void anIssueCanNameItsProvisionWhenItIsOpenedAndAnotherLater() {
    String code =
        amina.get(INSTRUMENTS).json().getJsonArray("items").stream()
            .map(i -> ((JsonObject) i).getString("slug"))
            .filter(slug -> slug.equals("draft-code"))
            .findFirst()
            .orElseThrow();
    String court = id(code, "i.3.a");
    JsonObject issue =
        new JsonObject()
            .put("title", "On order of which court?")
            .put("audience", "EVERYONE")
            .put("reference", new JsonObject().put("number", "3(a)").put("provision", court));
    String issueId = amina.post(W + "/trackers/COP/issues", issue).id();

    String hanging = INSTRUMENTS + "/" + code + "/provisions/";
    assertThat(as("dara@").get(hanging + "i.3.a/hanging").text()).contains("which court");
    JsonObject other =
        new JsonObject().put("reference", new JsonObject().put("provision", id(code, "i.7")));
    assertThat(amina.patch(W + "/issues/" + issueId, other).status()).isEqualTo(200);
    assertThat(amina.get(hanging + "i.3.a/hanging").text()).doesNotContain("which court");
    assertThat(amina.get(hanging + "i.7/hanging").text()).contains("which court");
  }

  private String id(String code, String path) {
    return amina
        .get(INSTRUMENTS + "/" + code + "/provisions/" + path)
        .json()
        .getJsonObject("provision")
        .getString("provision");
  }

  @Test
  void aNarrowTextIsNotThereForOthers() {
    JsonObject read = reading("1. Nothing of it is for companies.\n2. Nothing at all.\n");
    JsonObject own = new JsonObject().put("audience", "CIVIL_SOCIETY").put("slug", "own-draft");
    assertThat(adopt(amina, read, own).status()).isEqualTo(201);

    Browser dara = as("dara@");
    for (String path : List.of("", "/provisions/1", "/provisions/1/hanging", "/export")) {
      Browser.Reply hidden = dara.get(INSTRUMENTS + "/own-draft" + path);
      Browser.Reply never = dara.get(INSTRUMENTS + "/never-draft" + path);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.text()).isEqualTo(never.text());
    }
    assertThat(dara.get(INSTRUMENTS).text()).doesNotContain("own-draft");
    assertThat(as("ngozi@").get(INSTRUMENTS + "/own-draft").status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    Browser.Reply both = amina.post(INSTRUMENTS, text("1. A.\n").put("file", "nothing"));
    assertThat(both.json().getString("code")).isEqualTo("send-a-file-or-a-text");
    assertThat(amina.post(INSTRUMENTS, new JsonObject()).status()).isEqualTo(400);
    assertThat(amina.post(INSTRUMENTS, new JsonObject().put("file", "nothing")).status())
        .isEqualTo(400);
    JsonObject read = reading(TEXT);
    assertThat(amina.send("DELETE", READINGS + "/" + read.getString("id"), null).status())
        .isEqualTo(204);
    assertThat(amina.get(READINGS + "/" + read.getString("id")).status()).isEqualTo(404);
  }
}
