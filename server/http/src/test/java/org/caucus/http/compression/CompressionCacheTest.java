package org.caucus.http.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionCacheTest {
  private final Random random = new Random(11);

  private JsonObject issue(String text) {
    return new JsonObject()
        .put("id", Long.toString(random.nextLong(Long.MAX_VALUE), 32))
        .put("title", "Removal notices within 24 hours, " + random.nextInt())
        .put("description", text + random.ints(60).boxed().toList());
  }

  private List<JsonObject> issues(int count) {
    List<JsonObject> issues = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> issues.add(issue("The draft says: ")));
    return issues;
  }

  private static Buffer board(List<JsonObject> issues) {
    return new JsonObject().put("items", new JsonArray(issues)).toBuffer();
  }

  private static Buffer unpacked(Buffer gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.getBytes()))) {
      return Buffer.buffer(in.readAllBytes());
    }
  }

  @Test
  void aBoardComesOutAsItWentInWhetherItsPiecesAreRememberedOrNot() throws IOException {
    CompressionCache press = new CompressionCache();
    Buffer board = board(issues(1_000));

    Buffer first = press.gzip(board);
    long pieces = press.pressedPieces();
    Buffer second = press.gzip(board);

    assertThat(unpacked(first)).isEqualTo(board);
    assertThat(second).isEqualTo(first);
    assertThat(press.pressedPieces()).isEqualTo(pieces).isGreaterThan(10);
  }

  @Test
  void anIssueThatGrewCostsThePieceItIsIn() throws IOException {
    CompressionCache press = new CompressionCache();
    List<JsonObject> issues = issues(1_000);
    press.gzip(board(issues));
    long pieces = press.pressedPieces();

    issues.get(300).put("description", "The agency withdrew the article.");
    Buffer changed = board(issues);

    assertThat(unpacked(press.gzip(changed))).isEqualTo(changed);
    assertThat(press.pressedPieces() - pieces).isBetween(1L, 3L);
  }

  @Test
  void whoMayReadLessIsSentLess() throws IOException {
    CompressionCache press = new CompressionCache();
    List<JsonObject> issues = issues(1_000);
    issues.get(500).put("title", "What we will say to the companies");
    press.gzip(board(issues));

    issues.remove(500);
    Buffer forACompany = unpacked(press.gzip(board(issues)));

    assertThat(forACompany).isEqualTo(board(issues));
    assertThat(forACompany.toString()).doesNotContain("What we will say");
  }

  @Test
  void itRemembersNoMoreThanItsLimit() throws IOException {
    CompressionCache press = new CompressionCache();
    for (int i = 0; i < 25; i++) {
      Buffer board = board(issues(1_000));
      assertThat(unpacked(press.gzip(board))).isEqualTo(board);
      assertThat(press.heldBytes()).isLessThanOrEqualTo(CompressedChunks.MOST_BYTES);
    }
    assertThat(press.heldBytes()).isGreaterThan(CompressedChunks.MOST_BYTES / 2);
  }

  /** Bytes that do not compress, that are all the same, and that look like a row everywhere. */
  @Property(tries = 200)
  void anyBytesComeOutAsTheyWentIn(
      @ForAll @IntRange(max = 300_000) int size, @ForAll @IntRange(min = 0, max = 3) int kind)
      throws IOException {
    byte[] bytes = new byte[size];
    byte[] rows = "},{\"id\":\"a\"".getBytes(StandardCharsets.UTF_8);
    switch (kind) {
      case 0 -> new Random(size).nextBytes(bytes);
      case 1 -> Arrays.fill(bytes, (byte) '{');
      default -> IntStream.range(0, size).forEach(i -> bytes[i] = rows[(i * kind) % rows.length]);
    }
    Buffer plain = Buffer.buffer(bytes);
    assertThat(unpacked(new CompressionCache().gzip(plain))).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "gzip, deflate, br, zstd | true",
        "GZip;q=0.5 | true",
        "br;q=1.0, gzip;q=0.001 | true",
        "gzip;q=0 | false",
        "gzip; Q=0.000, br | false",
        "identity | false",
        "- | false",
      })
  void onlyWhoAcceptsItIsSentIt(String header, boolean taken) {
    assertThat(CompressionCache.takes(CompressionCache.LEAST_BYTES, header)).isEqualTo(taken);
    assertThat(CompressionCache.takes(CompressionCache.LEAST_BYTES - 1, header)).isFalse();
  }
}
