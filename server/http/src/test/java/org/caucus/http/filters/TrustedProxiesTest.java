package org.caucus.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a real connection from loopback: whose word about where a request is from is believed. */
class TrustedProxiesTest {
  private Vertx vertx;
  private HttpClient client; // one that only a local variable holds is closed by the collector

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    client = vertx.createHttpClient();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private String seen(List<String> trusted, String header, String value) {
    TrustedProxies proxies = new TrustedProxies(peer -> trusted.contains(peer.getHostAddress()));
    var server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(proxies.peer(request)))
            .listen(0, "127.0.0.1")
            .await();
    try {
      return client
          .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
          .compose(request -> request.putHeader(header, value).send())
          .compose(response -> response.body())
          .timeout(30, TimeUnit.SECONDS)
          .await()
          .toString();
    } finally {
      server
          .close()
          .await(); // what only a variable holds, the collector may close before it answers
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For | 192.0.2.7 | 192.0.2.7",
        "X-Forwarded-For | 6.6.6.6, 192.0.2.7 | 192.0.2.7",
        "X-Forwarded-For | 6.6.6.6, 192.0.2.7, 10.0.0.1 | 192.0.2.7",
        "X-Forwarded-For | 192.0.2.7:4711 | 192.0.2.7",
        "X-Forwarded-For | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "X-Forwarded-For | [2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        "X-Forwarded-For | 6.6.6.6, unknown | 127.0.0.1",
        "X-Forwarded-For | evil.example | 127.0.0.1",
        "X-Forwarded-For | 10.0.0.1 | 10.0.0.1",
        "Forwarded | for=192.0.2.7;proto=https | 192.0.2.7",
        "Forwarded | for=6.6.6.6, proto=https; For=\"[2001:db8::7]:99\" | 2001:db8:0:0:0:0:0:7",
        "Forwarded | for=_hidden | 127.0.0.1",
      })
  void theLastHopThatIsNoProxyOfOursIsBelieved(String header, String value, String expected) {
    assertThat(seen(List.of("127.0.0.1", "10.0.0.1"), header, value)).isEqualTo(expected);
  }

  @Test
  void nobodyElseIsBelieved() {
    assertThat(seen(List.of(), "X-Forwarded-For", "192.0.2.7")).isEqualTo("127.0.0.1");
    assertThat(seen(List.of("10.0.0.1"), "Forwarded", "for=192.0.2.7")).isEqualTo("127.0.0.1");
  }
}
