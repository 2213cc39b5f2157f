package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A convenor sends the archive of the old list by the browser, piece by piece. */
@Tag("slow")
class ImportStoryTest extends OnDemo {
  private static final int PIECE = 1024 * 1024;
  private static final String IMPORTS = W + "/lists/coalition/imports";

  /** Letters that do not pack well, so that there are several pieces. */
  private static byte[] archive(String topic, int letters) throws IOException {
    Random random = new Random(topic.hashCode());
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      byte[] noise = new byte[6_000];
      random.nextBytes(noise);
      mbox.append("From ada@rights.example Tue Jun 14 08:05:09 2022\n")
          .append("From: Ada Obi <ada@rights.example>\nTo: old-list@rights.example\n")
          .append("Message-ID: <" + topic + i + "@rights.example>\n")
          .append("Date: Tue, 14 Jun 2022 08:05:09 +0000\nSubject: " + topic + "\n")
          .append(i == 0 ? "" : "In-Reply-To: <" + topic + "0@rights.example>\n")
          .append("\nWords of " + topic + " " + i + "\n")
          .append(java.util.HexFormat.of().formatHex(noise))
          .append("\n\n");
    }
    return mbox.toString().getBytes(UTF_8);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static JsonObject announced(String name, int size) {
    return new JsonObject().put("name", name).put("size", size).put("archive", true);
  }

  private static String sent(Browser who, String name, byte[] file, int upTo) {
    JsonObject upload = who.post(W + "/uploads", announced(name, file.length)).json();
    String id = upload.getString("id");
    for (int n = upload.getInteger("received");
        n < Math.min(upTo, upload.getInteger("pieces"));
        n++) {
      Browser.Reply reply = piece(who, id, n, file);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }
    return id;
  }

  private static Browser.Reply piece(Browser who, String id, int n, byte[] file) {
    byte[] piece = Arrays.copyOfRange(file, n * PIECE, Math.min(file.length, (n + 1) * PIECE));
    return who.put(W + "/uploads/" + id + "/pieces/" + n, piece);
  }

  private static JsonObject order(String upload, String audience) {
    return new JsonObject().put("upload", upload).put("audience", audience);
  }

  private JsonObject over(String id) {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () -> amina.get(W + "/imports/" + id).json(),
            job -> job.getString("state").matches("DONE|FAILED"));
  }

  private JsonArray letters(String id, String query) {
    return amina.get(W + "/imports/" + id + "/letters" + query).json().getJsonArray("items");
  }

  @Test
  void anArchiveIsSentPieceByPieceAndReadByThoseItIsFor() throws IOException {
    byte[] file = packed(archive("moving-in", 300));
    String upload = sent(amina, "old.mbox.gz", file, 1);
    assertThat(amina.post(IMPORTS, order(upload, "CIVIL_SOCIETY")).text())
        .contains("still uploading");
    // after a reload the page asks how far it is, and the last piece is sent once more
    assertThat(amina.get(W + "/uploads/" + upload).json().getInteger("received")).isOne();
    for (int n = 0; n * PIECE < file.length; n++) {
      assertThat(piece(amina, upload, n, file).status()).isEqualTo(200);
    }

    String key = UUID.randomUUID().toString();
    JsonObject begun =
        amina.post(IMPORTS, order(upload, "CIVIL_SOCIETY"), "Idempotency-Key", key).json();
    assertThat(
            amina
                .post(IMPORTS, order(upload, "CIVIL_SOCIETY"), "Idempotency-Key", key)
                .json()
                .getString("id"))
        .as("once is once")
        .isEqualTo(begun.getString("id"));
    assertThat(
            amina
                .post(IMPORTS, order(upload, "EVERYONE"), "Idempotency-Key", key)
                .json()
                .getString("field"))
        .as("for others it is another request")
        .isEqualTo("Idempotency-Key");
    JsonObject job = over(begun.getString("id"));

    assertThat(job.getString("state")).as(job.encode()).isEqualTo("DONE");
    assertThat(job.getJsonObject("ends").getInteger("IMPORTED")).isEqualTo(300);
    assertThat(job.getInteger("threads")).isOne();
    JsonObject thread = soon(amina, W + "/lists/coalition/threads", "moving-in");
    assertThat(thread.getInteger("entries")).isEqualTo(300);
    assertThat(titled(dara.get(W + "/lists/coalition/threads"), "moving-in"))
        .as("a company does not see what civil society alone was to read")
        .isEmpty();
    JsonArray lines = letters(job.getString("id"), "");
    assertThat(lines).hasSize(300);
    assertThat(lines.getJsonObject(7).getString("messageId"))
        .isEqualTo("moving-in7@rights.example");
    assertThat(lines.getJsonObject(7).getString("thread")).isEqualTo(thread.getString("id"));
    assertThat(letters(job.getString("id"), "?only=bad")).isEmpty();
    assertThat(amina.get(W + "/uploads/" + upload).status()).as("it is gone").isEqualTo(404);
  }

  @Test
  void whatOverlapsBringsOnlyWhatIsNew() throws IOException {
    byte[] half = archive("overlap", 3);
    byte[] whole = archive("overlap", 5);
    over(amina.post(IMPORTS, order(sent(amina, "a.mbox", half, 99), "EVERYONE")).id());

    JsonObject job =
        over(amina.post(IMPORTS, order(sent(amina, "b.mbox", whole, 99), "EVERYONE")).id());

    assertThat(job.getJsonObject("ends").getInteger("HERE_ALREADY")).isEqualTo(3);
    assertThat(job.getJsonObject("ends").getInteger("IMPORTED")).isEqualTo(2);
    assertThat(job.getInteger("threads")).as("it goes on with the thread").isZero();
  }

  @Test
  void nobodyElseFindsAnythingOfIt() throws IOException {
    String upload = sent(amina, "own.mbox", archive("own", 2), 99);
    Browser ingrid = as("ingrid@"); // a convenor too

    assertThat(dara.post(W + "/uploads", announced("x.mbox", 10)).status()).isEqualTo(403);
    assertThat(ingrid.post(IMPORTS, order(upload, "EVERYONE")).status()).isIn(403, 404);
    String job = over(amina.post(IMPORTS, order(upload, "EVERYONE")).id()).getString("id");

    for (Browser other : new Browser[] {dara, ingrid}) {
      Browser.Reply there = other.get(W + "/imports/" + job);
      assertThat(there.status()).isIn(403, 404);
      assertThat(there.text())
          .isEqualTo(
              other.get(W + "/imports/" + "a".repeat(26)).text().replace("a".repeat(26), job));
      assertThat(other.get(W + "/imports/" + job + "/letters").status()).isIn(403, 404);
      assertThat(other.get(W + "/imports").text()).doesNotContain(job);
    }
  }

  @Test
  void onlyConvenorsLookAtARosterOrInviteFromOne() {
    JsonObject table =
        new JsonObject().put("csv", "address,organisation\nnew@lantern.example,lantern\n");
    for (String seat : new String[] {"dara@", "ngozi@", "samuel@"}) {
      assertThat(as(seat).post(W + "/roster/preview", table).status()).as(seat).isEqualTo(403);
      assertThat(as(seat).post(W + "/roster", table).status()).as(seat).isEqualTo(403);
    }
    assertThat(amina.post(W + "/roster/preview", table).text()).contains("\"NEW\":1");
  }

  @Test
  void whatIsNoArchiveIsNotWaitedFor() throws IOException {
    JsonObject upload = amina.post(W + "/uploads", announced("memo.pdf", 3 * PIECE)).json();
    byte[] pdf = new byte[PIECE];
    System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, pdf, 0, 9);

    Browser.Reply refused = amina.put(W + "/uploads/" + upload.getString("id") + "/pieces/0", pdf);

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.text()).contains("not an email archive");
    assertThat(amina.post(W + "/uploads", announced("x.mbox", 2_000_000_000)).text())
        .contains("The limit is 1024 MB");
  }

  @Test
  void anArchiveIsNoAttachmentAndAnAttachmentNoArchive() throws IOException {
    byte[] file = archive("neither", 1);
    String upload = sent(amina, "neither.mbox", file, 99);
    JsonObject post =
        new JsonObject()
            .put("subject", "Look")
            .put("text", "All of it")
            .put("attachments", new JsonArray().add(upload));
    assertThat(amina.post(W + "/lists/coalition/threads", post).status()).isEqualTo(400);

    byte[] text = "From here on, words.".getBytes(UTF_8);
    JsonObject other =
        amina
            .post(W + "/uploads", new JsonObject().put("name", "a.txt").put("size", text.length))
            .json();
    assertThat(piece(amina, other.getString("id"), 0, text).status()).isEqualTo(200);
    assertThat(amina.post(IMPORTS, order(other.getString("id"), "EVERYONE")).status())
        .isEqualTo(404);
    assertThat(amina.delete(W + "/uploads/" + upload).status()).isEqualTo(204);
  }

  @Test
  void aDamagedFileIsReadAsFarAsItGoesAndCanBeSentAnew() throws IOException {
    byte[] file = packed(archive("damaged", 40));
    byte[] cut = Arrays.copyOf(file, file.length - 900);

    JsonObject job =
        over(amina.post(IMPORTS, order(sent(amina, "c.gz", cut, 99), "EVERYONE")).id());

    int read = job.getJsonObject("ends").getInteger("IMPORTED");
    assertThat(read).isBetween(1, 39);
    assertThat(job.getJsonObject("ends").getInteger("UNREAD")).isEqualTo(1);
    assertThat(letters(job.getString("id"), "?only=bad").encode()).contains("damaged");

    JsonObject again =
        over(amina.post(IMPORTS, order(sent(amina, "c.gz", file, 99), "EVERYONE")).id());
    assertThat(again.getJsonObject("ends").getInteger("HERE_ALREADY")).isEqualTo(read);
    assertThat(again.getJsonObject("ends").getInteger("IMPORTED")).isEqualTo(40 - read);
  }
}
