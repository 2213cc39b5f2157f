package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files from the browser, over HTTP: piece by piece to an entry, and from there to its readers. */
@Tag("slow")
class UploadsTest extends OnDemo {
  private static final int PIECE = 1024 * 1024;
  private static final byte[] MEMO = pdf(3 * PIECE + 77);

  private static byte[] pdf(int size) {
    byte[] bytes = new byte[size];
    new Random(4).nextBytes(bytes);
    byte[] head = "%PDF-1.7\n".getBytes(UTF_8);
    System.arraycopy(head, 0, bytes, 0, Math.min(size, head.length));
    return bytes;
  }

  private static byte[] piece(byte[] file, int n) {
    return Arrays.copyOfRange(file, n * PIECE, Math.min(file.length, (n + 1) * PIECE));
  }

  private static JsonObject announced(String name, long size) {
    return new JsonObject().put("name", name).put("size", size);
  }

  private static Browser.Reply send(Browser who, String id, int n, byte[] bytes) {
    return who.put(W + "/uploads/" + id + "/pieces/" + n, bytes);
  }

  private static String uploaded(Browser who, String name, byte[] file) {
    JsonObject upload = who.post(W + "/uploads", announced(name, file.length)).json();
    String id = upload.getString("id");
    for (int n = 0; n < upload.getInteger("pieces"); n++) {
      Browser.Reply reply = send(who, id, n, piece(file, n));
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
    return id;
  }

  private static JsonObject thread(String subject, Object audience, String... uploads) {
    JsonObject body =
        new JsonObject()
            .put("subject", subject)
            .put("text", "See the memo.")
            .put("attachments", new JsonArray(List.of(uploads)));
    return audience == null ? body : body.put("audience", audience);
  }

  private JsonObject first(String thread) {
    return amina.get(W + "/threads/" + thread).json().getJsonArray("entries").getJsonObject(0);
  }

  @Test
  void aFileGoesPieceByPieceToAnEntryAndFromThereToItsReaders() {
    String id = uploaded(amina, "memo.pdf", MEMO);
    String thread = amina.post(W + "/lists/coalition/threads", thread("Memo", null, id)).id();
    JsonObject file = first(thread).getJsonArray("attachments").getJsonObject(0);

    Browser.Reply got = dara.get(file.getString("href"));

    assertThat(file.getString("name")).isEqualTo("memo.pdf");
    assertThat(file.getString("type")).isEqualTo("application/pdf");
    assertThat(got.body().getBytes()).isEqualTo(MEMO);
    assertThat(got.header("content-type")).isEqualTo("application/octet-stream");
    assertThat(got.header("content-disposition")).startsWith("attachment; filename=\"memo.pdf\"");
    assertThat(got.header("content-security-policy")).startsWith("sandbox");
    assertThat(got.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(got.header("content-length")).isEqualTo(Integer.toString(MEMO.length));
  }

  private String picture(String name, String content) {
    String id = uploaded(amina, name, content.getBytes(ISO_8859_1));
    String thread = amina.post(W + "/lists/coalition/threads", thread(name, null, id)).id();
    return first(thread).getJsonArray("attachments").getJsonObject(0).getString("href");
  }

  @Test
  void aPictureOutOfWhichThePlaceCannotBeTakenIsRefusedToCompanies() {
    for (String broken : List.of("\377\330\377\341\0\20Exif\0\0 GPS 9.07", "II*\0 GPS 9.07")) {
      String name = broken.startsWith("II") ? "march.tif" : "march.jpg";
      String href = picture(name, broken);

      assertThat(dara.get(href).status()).isEqualTo(403);
      assertThat(dara.get(href).text())
          .contains("the place and time where it was taken")
          .doesNotContain("GPS");
      assertThat(amina.get(href).body().getBytes()).isEqualTo(broken.getBytes(ISO_8859_1));
    }
    String bare = "\377\330\377\332\0\2scan\377\331";
    String href = picture("camp.jpg", bare.replace("\332", "\341\0\6 GPS\377\332"));
    assertThat(dara.get(href).body().getBytes()).isEqualTo(bare.getBytes(ISO_8859_1));
  }

  @Test
  void aDocumentOutOfWhichItsAuthorCannotBeTakenIsRefusedToCompanies() {
    String name = "[Content_Types].xml";
    String broken = "PK\3\4" + "\0".repeat(22) + (char) name.length() + "\0\0\0" + name + "Ada";
    String href = picture("memo.docx", broken);

    assertThat(dara.get(href).status()).isEqualTo(403);
    assertThat(dara.get(href).text())
        .contains("may contain its author's name")
        .doesNotContain("Ada");
    assertThat(amina.get(href).body().getBytes()).isEqualTo(broken.getBytes(ISO_8859_1));
  }

  /** Somebody passes on their own copy of a post, by hand or as a file. */
  @Test
  void ownTicketsThatAreTypedOrUploadedReachNobodyElse() {
    String ticket = "code+b.r3yvncnwf26w255no54tbbyywu@lists.example";
    byte[] copy = ("Return-Path: <" + ticket + ">\r\n\r\nFees.\r\n").getBytes(UTF_8);
    String id = uploaded(amina, "copy.eml", copy);
    JsonObject body = thread("Passed on", null, id).put("text", "From " + ticket + ":");
    JsonObject entry = first(amina.post(W + "/lists/coalition/threads", body).id());
    String href = entry.getJsonArray("attachments").getJsonObject(0).getString("href");

    assertThat(entry.getString("text")).isEqualTo("From code+b.removed-0@lists.example:");
    assertThat(dara.get(href).text()).contains("<code+b.removed-0@lists.example>", "Fees.");
    assertThat(amina.get(href).body().getBytes()).isEqualTo(copy);
  }

  @Test
  void whoMayNotReadTheEntryFindsNoFile() {
    String id = uploaded(amina, "names.pdf", pdf(2_000));
    String thread = amina.post(W + "/lists/civil/threads", thread("Names", null, id)).id();
    String href = first(thread).getJsonArray("attachments").getJsonObject(0).getString("href");

    Browser.Reply hidden = dara.get(href);
    Browser.Reply never = dara.get(href.replaceAll("entries/[^/]+", "entries/never"));

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text()).isEqualTo(never.text());
    assertThat(amina.get(href.replace("attachments/1", "attachments/2")).status()).isEqualTo(404);
  }

  @Test
  void anUploadIsItsSeatsAlone() {
    String id = uploaded(amina, "memo.pdf", pdf(2_000));

    for (String path : List.of("/uploads/" + id, "/uploads/never")) {
      assertThat(dara.get(W + path).status()).isEqualTo(404);
      assertThat(dara.delete(W + path).status()).isEqualTo(404);
      assertThat(dara.put(W + path + "/pieces/0", pdf(2_000)).status()).isEqualTo(404);
    }
    Browser.Reply taken = dara.post(W + "/lists/coalition/threads", thread("Mine", null, id));
    Browser.Reply none = dara.post(W + "/lists/coalition/threads", thread("Mine", null, "never"));
    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.text()).isEqualTo(none.text());
  }

  @Test
  void whatIsSentAgainIsDoneOnce() {
    String key = UUID.randomUUID().toString();
    JsonObject body = announced("memo.pdf", MEMO.length);
    String id = amina.post(W + "/uploads", body, "Idempotency-Key", key).id();
    assertThat(amina.post(W + "/uploads", body, "Idempotency-Key", key).id()).isEqualTo(id);
    assertThat(
            amina.post(W + "/uploads", announced("memo.pdf", 5), "Idempotency-Key", key).status())
        .isEqualTo(400);

    send(amina, id, 0, piece(MEMO, 0));
    assertThat(send(amina, id, 0, piece(MEMO, 0)).json().getInteger("received")).isEqualTo(1);
    assertThat(send(amina, id, 2, piece(MEMO, 2)).status()).isEqualTo(409);
    assertThat(send(amina, id, 0, pdf(PIECE - 1)).status()).isEqualTo(400);
    byte[] other = piece(MEMO, 0);
    other[500]++;
    assertThat(send(amina, id, 0, other).status()).isEqualTo(409);
    // a browser that was closed asks how far it was
    assertThat(amina.get(W + "/uploads/" + id).json().getInteger("received")).isEqualTo(1);
    for (int n = 1; n < 4; n++) {
      assertThat(send(amina, id, n, piece(MEMO, n)).status()).isEqualTo(200);
    }

    String post = UUID.randomUUID().toString();
    JsonObject said = thread("Once", null, id);
    String thread = amina.post(W + "/lists/coalition/threads", said, "Idempotency-Key", post).id();
    assertThat(amina.post(W + "/lists/coalition/threads", said, "Idempotency-Key", post).id())
        .isEqualTo(thread);
    assertThat(amina.post(W + "/lists/coalition/threads", said).status()).isEqualTo(409);
    assertThat(amina.delete(W + "/uploads/" + id).status()).isEqualTo(409);
  }

  @Test
  void whatIsNotWholeOrWasTakenBackGoesNowhere() {
    String half = amina.post(W + "/uploads", announced("memo.pdf", MEMO.length)).id();
    send(amina, half, 0, piece(MEMO, 0));
    Browser.Reply early = amina.post(W + "/lists/coalition/threads", thread("Half", null, half));
    assertThat(early.status()).isEqualTo(400);
    assertThat(early.text()).contains("still uploading");

    assertThat(amina.delete(W + "/uploads/" + half).status()).isEqualTo(204);
    assertThat(amina.get(W + "/uploads/" + half).status()).isEqualTo(404);
    assertThat(send(amina, half, 1, piece(MEMO, 1)).status()).isEqualTo(404);
  }

  @Test
  void everyLimitIsNamedWithItsUnit() {
    Browser.Reply large = amina.post(W + "/uploads", announced("film.mp4", 25L * PIECE + 1));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text()).contains("The limit is 25 MB");
    assertThat(amina.post(W + "/uploads", announced("empty.txt", 0)).status()).isEqualTo(400);

    String[] many = new String[11];
    for (int i = 0; i < many.length; i++) {
      many[i] = uploaded(amina, "page" + i + ".pdf", pdf(1_000));
    }
    Browser.Reply tooMany = amina.post(W + "/lists/coalition/threads", thread("Many", null, many));
    assertThat(tooMany.status()).isEqualTo(413);
    assertThat(tooMany.text()).contains("The limit is 10 files");
    for (String id : many) {
      amina.delete(W + "/uploads/" + id);
    }
  }

  @Test
  void whoLetsTooMuchWaitIsTold() {
    Browser kelechi = as("kelechi@");
    for (int i = 0; i < 6; i++) {
      assertThat(kelechi.post(W + "/uploads", announced("a.pdf", 25L * PIECE)).status())
          .isEqualTo(201);
    }
    Browser.Reply more = kelechi.post(W + "/uploads", announced("a.pdf", 1));
    assertThat(more.status()).isEqualTo(413);
    assertThat(more.text()).contains("150 MB");
  }

  @Test
  void aKindThatIsNotTakenEndsWithItsFirstPiece() {
    byte[] page = "<!DOCTYPE html><script>alert(1)</script>".getBytes(UTF_8);
    String id = amina.post(W + "/uploads", announced("memo.pdf", page.length)).id();

    Browser.Reply refused = send(amina, id, 0, page);

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.text()).contains("text/html");
    assertThat(amina.get(W + "/uploads/" + id).status()).isEqualTo(404);
  }

  @Test
  void noNameOfAFileBecomesAHeaderOrAPath() {
    byte[] file = pdf(1_000);
    String id = uploaded(amina, "../a\r\nSet-Cookie: x=1\r\n\r\n\"; \u202efdp.pdf", file);
    String thread = amina.post(W + "/lists/coalition/threads", thread("Name", null, id)).id();
    JsonObject shown = first(thread).getJsonArray("attachments").getJsonObject(0);

    Browser.Reply got = amina.get(shown.getString("href"));

    assertThat(shown.getString("name")).isEqualTo("aSet-Cookie_ x=1_; fdp.pdf");
    assertThat(got.headers().firstValue("set-cookie")).isEmpty();
    assertThat(got.header("content-disposition"))
        .isEqualTo(
            "attachment; filename=\"aSet-Cookie_ x_1__ fdp.pdf\";"
                + " filename*=UTF-8''aSet-Cookie_%20x%3D1_%3B%20fdp.pdf");
    assertThat(got.body().getBytes()).isEqualTo(file);
  }

  @Test
  void whatIsMadeWithAFileShowsItOnItsPage() {
    String id = uploaded(amina, "annex.pdf", pdf(1_000));
    JsonObject body =
        new JsonObject().put("title", "Annex").put("attachments", new JsonArray(List.of(id)));
    String tracker = amina.get(W).json().getJsonArray("trackers").getJsonObject(0).getString("key");

    String issue = amina.post(W + "/trackers/" + tracker + "/issues", body).id();

    JsonObject entry =
        amina.get(W + "/issues/" + issue).json().getJsonArray("entries").getJsonObject(0);
    assertThat(entry.getJsonArray("attachments").getJsonObject(0).getString("name"))
        .isEqualTo("annex.pdf");
  }

  @Test
  void whoOnlyReadsSendsNothing() {
    Browser.Reply refused = as("samuel@").post(W + "/uploads", announced("memo.pdf", 10));
    assertThat(refused.status()).isEqualTo(403);
  }
}
