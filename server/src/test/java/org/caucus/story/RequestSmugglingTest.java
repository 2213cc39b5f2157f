package org.caucus.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two servers in a row must agree where a request ends (RFC 9112, section 11.2). What could be read
 * in two ways is not answered as if it had been read in one: nothing that a proxy may have taken
 * for a body is ever answered as a request.
 */
@Tag("slow")
class RequestSmugglingTest {
  private static final int PATIENCE_MILLIS = 3_000;

  /** What a proxy in front would have let pass as a body, to be answered to somebody else. */
  private static final String SMUGGLED = "GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n";

  private static final String LAST =
      "GET /robots.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void start() throws Exception {
    house = new House(data);
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static String answers(String request) throws IOException {
    try (Socket socket = new Socket(house.base.getHost(), house.base.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder all = new StringBuilder();
      InputStream in = socket.getInputStream();
      byte[] some = new byte[8_192];
      try {
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
          all.append(new String(some, 0, n, ISO_8859_1));
        }
      } catch (SocketTimeoutException e) {
        all.append("\n[left open]");
      } catch (IOException e) {
        all.append("\n[reset]");
      }
      return all.toString();
    }
  }

  private static String post(String fields, String body) {
    return "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + fields
        + "\r\n"
        + body;
  }

  @Test
  void twoRequestsInARowAreTwoAnswers() throws Exception {
    String both = answers(post("Content-Length: 2\r\n", "{}") + LAST);

    assertThat(both).contains("Disallow: /").containsPattern("(?s)HTTP/1.1 4\\d\\d.*HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 5, 6\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: 0x5\r\n",
        "Content-Length: -5\r\n",
        "Content-Length : 5\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding:\u000bchunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "X: y\nTransfer-Encoding: chunked\r\n",
        " Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding:\r\n chunked\r\n"
      })
  void anEndThatIsToldTwiceOrNotClearlyEndsTheConnection(String fields) throws Exception {
    String said = answers(post(fields, "0\r\n\r\n" + SMUGGLED));

    assertThat(said).doesNotContain("Disallow: /").doesNotContain("[left open]");
    assertThat(said).matches("(?s)(HTTP/1.1 (400|411|501) .*|)(\n\\[reset\\])?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5;x\r\n{}\r\n0\r\n\r\n", "zz\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n"})
  void aChunkOfNoSizeEndsTheConnection(String body) throws Exception {
    String said = answers(post("Transfer-Encoding: chunked\r\n", body + SMUGGLED));

    assertThat(said).doesNotContain("Disallow: /");
  }
}
