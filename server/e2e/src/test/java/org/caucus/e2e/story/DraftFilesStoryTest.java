package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

/** A running server: what goes along with a company's update, from the draft to its readers. */
class DraftFilesStoryTest extends ByMail {
  private static final String DARA = "dara@brightline.example";
  private static final String OMAR = "omar@brightline.example";
  private static final String AMINA = "amina@";
  private static final String BRIGHTLINE = "updates.brightline@lists.example";
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}([a-z2-7]{26})$");
  private static final byte[] REPORT = "%PDF-1.7\nAppeals, month by month.".getBytes(UTF_8);
  private static final byte[] BROKEN = "PK\3\4 torn by a bad disk".getBytes(UTF_8);
  private static final byte[] TABLE = "month,appeals\n2026-03,412\n".getBytes(UTF_8);

  private static JsonObject saying(String title, String body) {
    return new JsonObject()
        .put("title", title)
        .put("body", body)
        .put("kind", "ACTION")
        .put("stage", "DECIDED")
        .put("attribution", "ON_RECORD")
        .put("audience", "WITH_COMPANY(brightline)");
  }

  private static String uploaded(Browser who, String name, byte[] file) {
    JsonObject announced = new JsonObject().put("name", name).put("size", file.length);
    String id = who.post(W + "/uploads", announced).id();
    assertThat(who.put(W + "/uploads/" + id + "/pieces/0", file).status()).isEqualTo(200);
    return id;
  }

  private static Optional<JsonObject> listed(Browser who, String path, String title) {
    return who.get(W + path).json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(i -> i.getString("title").equals(title))
        .findFirst();
  }

  private static JsonObject soonListed(Browser who, String path, String title) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> listed(who, path, title), Optional::isPresent)
        .orElseThrow();
  }

  private static List<JsonObject> files(JsonObject of, String name) {
    return of.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
  }

  private static List<String> names(List<JsonObject> files) {
    return files.stream().map(f -> f.getString("name")).toList();
  }

  private static void assertAbsent(Browser who, String href, String never) {
    Browser.Reply there = who.get(href);
    assertThat(there.status()).isEqualTo(404);
    assertThat(there.text()).isEqualTo(who.get(never).text());
  }

  @Test
  void onlyItsCompanyKnowsOfTheFilesOfADraftAndThenThePersonWhoReadsTheUpdate() {
    Browser omar = as("omar@");
    Browser yuki = as("yuki@");
    String title = "With the figures of the month";
    String upload = uploaded(dara, "appeals-report.pdf", REPORT);
    JsonObject said = saying(title, "See the report.");
    JsonArray along = new JsonArray(List.of(upload));
    dara.post(W + "/updates", said.copy().put("draft", true).put("attachments", along)).id();

    JsonObject draft = listed(omar, "/drafts", title).orElseThrow();
    JsonObject file = draft.getJsonArray("files").getJsonObject(0);
    assertThat(file.getString("name")).isEqualTo("appeals-report.pdf");
    assertThat(file.getLong("size")).isEqualTo(REPORT.length);
    String href = file.getString("href");
    assertThat(omar.get(href).body().getBytes()).isEqualTo(REPORT);
    assertThat(omar.get(href).header("content-disposition")).startsWith("attachment;");
    for (Browser other : List.of(amina, yuki)) {
      assertAbsent(other, href, W + "/drafts/never/files/" + file.getString("id"));
      assertAbsent(
          other,
          W + "/drafts/" + draft.getString("id") + "/original",
          W + "/drafts/never/original");
      for (String page : List.of("/activity", "/updates", "/search?q=appeals", "/bell", "/board")) {
        assertThat(other.get(W + page).text()).doesNotContain("appeals-report", title);
      }
    }
    assertThat(dara.delete(W + "/uploads/" + upload).status()).isEqualTo(409);

    String there = W + "/drafts/" + draft.getString("id");
    JsonObject otherwise =
        said.copy()
            .put("version", 1)
            .put("files", new JsonArray())
            .put("attachments", new JsonArray().add(uploaded(omar, "table.csv", TABLE)));
    omar.post(there + "/revisions", otherwise).id();
    assertThat(dara.get(href).status()).isEqualTo(404); // it was taken out
    JsonObject now = listed(dara, "/drafts", title).orElseThrow();
    assertThat(names(files(now, "files"))).containsExactly("table.csv");
    dara.post(there + "/confirmation", new JsonObject().put("version", 2)).id();

    String id = listed(amina, "/updates", title).orElseThrow().getString("id");
    JsonObject entry =
        amina.get(W + "/updates/" + id).json().getJsonArray("entries").getJsonObject(0);
    JsonObject published = entry.getJsonArray("attachments").getJsonObject(0);
    assertThat(amina.get(published.getString("href")).body().getBytes()).isEqualTo(TABLE);
    assertThat(yuki.get(published.getString("href")).status()).isEqualTo(404);
    String drafted = now.getJsonArray("files").getJsonObject(0).getString("href");
    assertThat(omar.get(drafted).status()).isEqualTo(404);
  }

  /** As companies have every file of others: their own drafts are no way round. */
  @Test
  void aBrokenDocumentOfADraftIsItsSendersAlone() throws IOException {
    Browser omar = as("omar@");
    String title = "With a broken document";
    JsonArray along = new JsonArray().add(uploaded(dara, "memo.docx", BROKEN));
    JsonObject said = saying(title, "See the memo.").put("draft", true);
    dara.post(W + "/updates", said.put("attachments", along)).id();

    String draft = there(omar, title).getString("href");
    assertThat(dara.get(draft).body().getBytes()).isEqualTo(BROKEN);
    assertThat(omar.get(draft).status()).isEqualTo(403);
    assertThat(omar.get(draft).text()).contains("This document may contain its author's name");

    String sent = "Sent with a broken document";
    dara.post(W + "/drafts/rule", new JsonObject().put("second", true)).id();
    say(
        "draft with a broken document",
        DARA,
        BRIGHTLINE,
        sent,
        "multipart/mixed; boundary=b",
        "--b\nContent-Type: text/plain; charset=utf-8\n\nSee the memo.\n\n"
            + part("application/octet-stream", "memo.docx", BROKEN)
            + "--b--\n");
    answer("broken document confirmed", DARA, ParsedLetter.of(soon(DARA, sent)), "yes");
    JsonObject mailed = soonListed(omar, "/drafts", sent);
    String href = mailed.getJsonArray("files").getJsonObject(0).getString("href");
    assertThat(dara.get(href).body().getBytes()).isEqualTo(BROKEN);
    assertThat(omar.get(href).status()).isEqualTo(403);
    assertThat(omar.get(mailed.getString("original")).text())
        .contains("An office document stood here")
        .doesNotContain(Base64.getEncoder().encodeToString(BROKEN));
    dara.post(W + "/drafts/rule", new JsonObject().put("second", false)).id();
  }

  private static JsonObject there(Browser who, String title) {
    JsonObject draft = listed(who, "/drafts", title).orElseThrow();
    return draft.getJsonArray("files").getJsonObject(0);
  }

  private static String part(String type, String name, byte[] bytes) {
    return "--b\nContent-Type: "
        + type
        + "\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\n\n"
        + Base64.getMimeEncoder().encodeToString(bytes).replace("\r", "")
        + "\n";
  }

  private static String code(ParsedLetter question) {
    Matcher code = CODE.matcher(question.text());
    assertThat(code.find()).as(question.text()).isTrue();
    return code.group(1);
  }

  private void answer(String what, String from, ParsedLetter question, String word)
      throws IOException {
    String to = question.replyTo().getFirst().address().toString();
    say(what, from, to, "Re: it", word + "\n\n> " + code(question));
  }

  @Test
  void aLetterWithFilesIsADraftWithThemAndTheyAreWhatBothAgreeTo() throws IOException {
    Browser omar = as("omar@");
    String title = "Sent with its files";
    dara.post(W + "/drafts/rule", new JsonObject().put("second", true)).id();
    say(
        "draft with files",
        DARA,
        BRIGHTLINE,
        title,
        "multipart/mixed; boundary=b",
        "--b\nContent-Type: text/plain; charset=utf-8\n\nWithin 48 hours of each notice.\n\n"
            + part("application/pdf", "report.pdf", REPORT)
            + part("text/csv", "table.csv", TABLE)
            + "--b--\n");
    ParsedLetter question = ParsedLetter.of(soon(DARA, title));
    assertThat(question.text()).contains("report.pdf (1 kB)", "table.csv (1 kB)");
    answer("draft with files confirmed", DARA, question, "yes");

    JsonObject draft = soonListed(omar, "/drafts", title);
    List<JsonObject> files = files(draft, "files");
    assertThat(names(files)).containsExactly("report.pdf", "table.csv");
    assertThat(omar.get(files.get(1).getString("href")).body().getBytes()).isEqualTo(TABLE);
    assertThat(omar.get(draft.getString("original")).text()).contains("Within 48 hours");
    assertThat(amina.get(draft.getString("original")).status()).isEqualTo(404);
    assertThat(ParsedLetter.of(soon(OMAR, "Within 48 hours")).text())
        .contains("report.pdf (1 kB)", "table.csv (1 kB)", "Open its files on the page");

    String there = W + "/drafts/" + draft.getString("id") + "/revisions";
    dara.post(there, saying(title, "Within 24 hours of each notice.").put("version", 1)).id();
    ParsedLetter again = ParsedLetter.of(soon(OMAR, "Within 24 hours"));
    assertThat(again.text()).contains("report.pdf (1 kB)", "table.csv (1 kB)");
    JsonObject revised = listed(omar, "/drafts", title).orElseThrow();
    assertThat(omar.get(revised.getString("original")).text()).contains("Within 48 hours");
    answer("draft with files agreed", OMAR, again, "approve");

    String id = soonListed(amina, "/updates", title).getString("id");
    Browser.Reply page = amina.get(W + "/updates/" + id);
    List<JsonObject> published =
        files(page.json().getJsonArray("entries").getJsonObject(0), "attachments");
    assertThat(names(published)).containsExactly("report.pdf", "table.csv");
    assertThat(amina.get(published.get(0).getString("href")).body().getBytes()).isEqualTo(REPORT);
    assertThat(page.text()).doesNotContain("48 hours");
    told(title);
    dara.post(W + "/drafts/rule", new JsonObject().put("second", false)).id();
  }

  /** The update is its author's for all who hear of it, who hears but that it was agreed to. */
  private static void told(String title) throws IOException {
    RawLetter notice = soon(AMINA, title);
    assertThat(notice.value("From").orElse("")).contains("Dara Whitfield");
    assertThat(ParsedLetter.of(notice).text())
        .contains("Dara Whitfield", "report.pdf (1 kB)")
        .doesNotContain("Omar");
    assertThat(ParsedLetter.of(soon(DARA, "confirmed your draft")).text()).contains("Omar Benali");
    assertThat(mailed(DARA))
        .filteredOn(l -> l.value("Subject").orElse("").contains(title))
        .singleElement()
        .satisfies(l -> assertThat(ParsedLetter.of(l).text()).contains("confirmed your draft"));
  }
}
