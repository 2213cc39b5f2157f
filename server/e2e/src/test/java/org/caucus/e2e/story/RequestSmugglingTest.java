package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
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
  private static StoryServer house;

  @BeforeAll
  static void start() throws Exception {
    house = new StoryServer(data);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health HTTP/1.1\r\n",
        "GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
        "GET /health HTTP/1.1\r\nHost: x, y\r\n",
        "GET /health HTTP/1.1\r\nHost: x@y\r\n",
        "GET http://other.example/health HTTP/1.1\r\nHost: x\r\n",
        "GET http://x.other.example/health HTTP/1.1\r\nHost: x\r\n",
        "GET http://x@other.example/health HTTP/1.1\r\nHost: x\r\n",
        "GET ftp://x/health HTTP/1.1\r\nHost: x\r\n"
      })
  void aRequestThatDoesNotNameOneHostIsRefused(String head) throws Exception {
    String said = answers(head + "Connection: close\r\n\r\n");

    assertThat(said).startsWith("HTTP/1.1 400").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /robots.txt HTTP/1.1\r\nHost: [::1]:8025\r\n",
        "GET http://x/robots.txt HTTP/1.1\r\nHost: x\r\n",
        "GET /robots.txt HTTP/1.0\r\n"
      })
  void aRequestThatNamesOneIsAnswered(String head) throws Exception {
    assertThat(answers(head + "Connection: close\r\n\r\n")).contains("Disallow: /");
  }

  @Test
  void whatIsNoRequestHereIsRefusedInWords() throws Exception {
    String end = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    assertThat(answers("TRACE /" + end + "\r\n")).startsWith("HTTP/1.1 405").contains("allow: GET");
    String longer = "x".repeat(20_000);
    assertThat(answers("GET /" + longer + end + "\r\n"))
        .contains(" 414 ", "problem+json", "Address too long");
    assertThat(answers("GET /" + end + "X: " + longer + "\r\n\r\n"))
        .contains(" 431 ", "problem+json");
    assertThat(answers("GET / HTTP/9.x\r\n\r\n")).contains("problem+json");
  }

  /** Two readers of it would read two things, and one of them decided whether it may be done. */
  @Test
  void jsonThatCanBeReadInTwoWaysIsRefused() throws Exception {
    String plain = "{\"code\":\"123456\"}";
    for (String odd :
        List.of(
            "{\"code\":\"123456\",\"code\":\"654321\"}",
            "{\"code\":\"123456\",\"\\u0063ode\":\"654321\"}",
            "{/* here */\"code\":\"123456\"}",
            "// here\n" + plain,
            "\u00ef\u00bb\u00bf" + plain,
            new String(plain.getBytes(UTF_16BE), ISO_8859_1),
            new String(plain.getBytes(UTF_16), ISO_8859_1),
            new String(plain.getBytes(UTF_16LE), ISO_8859_1),
            plain + plain,
            "{\"code\":\"\u00ff\"}")) {
      String said =
          answers(post("Connection: close\r\nContent-Length: " + odd.length() + "\r\n", odd));
      assertThat(said).as(odd).startsWith("HTTP/1.1 400");
      assertThat(said).as(odd).doesNotContain("No code is valid");
    }
    assertThat(answers(post("Connection: close\r\nContent-Length: 17\r\n", plain)))
        .contains("No code is valid");
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
