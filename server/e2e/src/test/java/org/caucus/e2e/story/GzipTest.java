package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is compressed on its way is, unpacked, what the same reader gets plain; and no more. */
@Tag("slow")
class GzipTest extends OnDemo {
  private static final int ISSUES = 120;
  private static final String BOARD = W + "/trackers/COP/issues?limit=1000";
  private static final String SECRET = "for civil society alone";

  @BeforeAll
  void aLongBoard() {
    for (int i = 0; i < ISSUES; i++) {
      JsonObject issue =
          new JsonObject()
              .put("title", "Provision " + i)
              .put("description", ("Removal within " + i + " hours of notice. ").repeat(20));
      if (i % 3 == 0) {
        issue.put("title", "Provision " + i + " " + SECRET).put("audience", "CIVIL_SOCIETY");
      }
      assertThat(amina.post(W + "/trackers/COP/issues", issue).status()).isEqualTo(201);
    }
  }

  private static String unpacked(Browser.Reply reply) throws IOException {
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(reply.body().getBytes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Browser.Reply packed(Browser who, String path) {
    return who.send("GET", path, null, "Accept-Encoding", "gzip");
  }

  @Test
  void unpackedItIsWhatThatReaderGetsPlain() throws IOException {
    for (int turn = 0; turn < 3; turn++) { // from memory, too
      for (Browser who : List.of(amina, dara, amina)) {
        Browser.Reply plain = who.get(BOARD);
        Browser.Reply packed = packed(who, BOARD);
        assertThat(plain.header("content-encoding")).isEmpty();
        assertThat(plain.body().length()).isGreaterThan(64 * 1024);
        assertThat(packed.body().length()).isLessThan(plain.body().length() / 4);
        assertThat(unpacked(packed)).isEqualTo(plain.text());
        assertThat(packed.header("content-type")).isEqualTo(plain.header("content-type"));
        assertThat(unpacked(packed).contains(SECRET)).isEqualTo(who == amina);
        assertThat(packed.header("vary").toLowerCase(Locale.ROOT)).contains("accept-encoding");
        assertThat(packed.header("cache-control")).isEqualTo("no-store");
      }
    }
  }

  @Test
  void whoTakesNoneOrRefusesItGetsItPlain() {
    for (String coding : List.of("identity", "gzip;q=0", "br")) {
      Browser.Reply reply = amina.send("GET", BOARD, null, "Accept-Encoding", coding);
      assertThat(reply.header("content-encoding")).as(coding).isEmpty();
      assertThat(reply.json().getJsonArray("items").size()).isGreaterThanOrEqualTo(ISSUES);
    }
  }

  @Test
  void theVersionOfAThingIsTheSamePackedOrNot() throws IOException {
    String id = amina.get(BOARD).json().getJsonArray("items").getJsonObject(5).getString("id");
    String path = W + "/issues/" + id;
    Browser.Reply plain = amina.get(path);
    Browser.Reply packed = packed(amina, path);
    assertThat(plain.header("etag")).isNotEmpty();
    assertThat(packed.header("etag").replaceAll("^W/", ""))
        .isEqualTo(plain.header("etag").replaceAll("^W/", ""));
    String body = packed.header("content-encoding").isEmpty() ? packed.text() : unpacked(packed);
    assertThat(body).isEqualTo(plain.text());
  }
}
