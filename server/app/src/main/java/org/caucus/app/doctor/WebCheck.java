package org.caucus.app.doctor;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.caucus.mail.smtp.client.UnverifiedTls;

/**
 * The pages as a browser reaches them at CAUCUS_BASE_URL: certificate, server, and what a proxy in
 * between does with headers and streams.
 */
record WebCheck(URI baseUrl) {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int HTTPS = 443;

  /** Before its end a certificate that nobody renewed wants a look. */
  private static final Duration SOON = Duration.ofDays(14);

  /** Of the 800 ms over which the server spreads three events, at least so many pass. */
  private static final long SPREAD_MS = 300;

  List<Finding> certificate() {
    String name = "page certificate";
    if (!"https".equals(baseUrl.getScheme())) {
      return List.of(
          isThisMachine()
              ? Finding.ok(name, "Not needed: the pages are reached on this machine alone.")
              : Finding.fail(
                  name,
                  baseUrl + " is not encrypted: passkeys do not work, and the line reads along.",
                  "Put a proxy with TLS in front (README, Behind a proxy), and set"
                      + " CAUCUS_BASE_URL=https://"
                      + baseUrl.getHost()));
    }
    try {
      X509Certificate shown = shown();
      Instant end = shown.getNotAfter().toInstant();
      String fix = "Renew it (certbot renew), and have the proxy read it again.";
      if (Instant.now().isAfter(end)) {
        return List.of(Finding.fail(name, "It expired on " + end + ".", fix));
      }
      handshake((SSLSocketFactory) SSLSocketFactory.getDefault(), true);
      return List.of(
          Instant.now().plus(SOON).isAfter(end)
              ? Finding.warn(name, "It expires on " + end + ".", fix)
              : Finding.ok(name, "It is trusted, for this host, until " + end + "."));
    } catch (SSLException e) {
      return List.of(
          Finding.fail(
              name,
              "Browsers refuse the certificate of " + baseUrl + ": " + e.getMessage() + ".",
              "Have the proxy send the whole chain (fullchain.pem) of a certificate for "
                  + baseUrl.getHost()
                  + "."));
    } catch (IOException e) {
      return List.of(unreached(name, e));
    }
  }

  /** As the server shows it, trusted or not. */
  private X509Certificate shown() throws IOException {
    return handshake(UnverifiedTls.context().getSocketFactory(), false);
  }

  private X509Certificate handshake(SSLSocketFactory factory, boolean named) throws IOException {
    int port = baseUrl.getPort() < 0 ? HTTPS : baseUrl.getPort();
    int millis = Math.toIntExact(PATIENCE.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(baseUrl.getHost(), port), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket secure =
          (SSLSocket) factory.createSocket(plain, baseUrl.getHost(), port, true)) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(named ? "HTTPS" : "");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return (X509Certificate) secure.getSession().getPeerCertificates()[0];
      }
    }
  }

  List<Finding> reached() throws InterruptedException {
    String name = "pages";
    try (HttpClient client = client()) {
      HttpResponse<String> answer =
          client.send(request("/health"), HttpResponse.BodyHandlers.ofString());
      if (answer.body().contains("\"status\":\"up\"")) {
        return List.of(Finding.ok(name, baseUrl + " answers."));
      }
      return List.of(
          Finding.fail(
              name,
              baseUrl + "/health answers " + answer.statusCode() + ", not that Caucus is up.",
              answer.body().contains("\"status\":\"down\"")
                  ? "See: " + new JsonObject(answer.body()).getString("reason", "the log")
                  : "Have the proxy lead every path to CAUCUS_HTTP_PORT."));
    } catch (IOException e) {
      return List.of(unreached(name, e));
    }
  }

  /** Whether a proxy passes events on as they come, and says from whom requests are. */
  List<Finding> proxy() throws InterruptedException {
    List<Long> times = new ArrayList<>();
    String address = "";
    try (HttpClient client = client()) {
      var answer =
          client.send(request("/health/connection"), HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data: ")) {
            times.add(System.nanoTime());
            address = new JsonObject(line.substring(6)).getString("address", address);
          }
        }
      }
    } catch (IOException e) {
      return List.of(unreached("stream", e), unreached("proxy headers", e));
    }
    return List.of(stream(times), headers(address));
  }

  private static Finding stream(List<Long> times) {
    String fix =
        "nginx: proxy_buffering off; Apache: flushpackets=on; Caddy: flush_interval -1"
            + " (README, Behind a proxy)";
    if (times.size() < 2) {
      return Finding.fail("stream", "The stream of changes does not come through.", fix);
    }
    long spread = (times.getLast() - times.getFirst()) / 1_000_000;
    return spread >= SPREAD_MS
        ? Finding.ok("stream", "Changes come through as they happen.")
        : Finding.fail(
            "stream",
            "A proxy keeps the stream of changes back: pages are late, or stand still.",
            fix);
  }

  private Finding headers(String address) {
    if (isThisMachine() || !isLoopback(address)) {
      return Finding.ok("proxy headers", "Requests are counted by the address they are from.");
    }
    return Finding.warn(
        "proxy headers",
        "All requests seem to be from " + address + ": limits count everybody as one.",
        "Have the proxy send X-Forwarded-For, and set CAUCUS_TRUSTED_PROXIES=127.0.0.0/8");
  }

  private Finding unreached(String name, Exception e) {
    return Finding.fail(
        name,
        baseUrl + " cannot be reached from here (" + e.getClass().getSimpleName() + ").",
        "Start the server and the proxy; see that "
            + baseUrl.getHost()
            + " leads to this machine and that its port is open.");
  }

  private boolean isThisMachine() {
    return isLoopback(String.valueOf(baseUrl.getHost()));
  }

  private static boolean isLoopback(String host) {
    try {
      return host.equals("localhost")
          || (host.matches("\\[?[0-9a-fA-F:.]+]?")
              && InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(baseUrl.resolve(path)).timeout(PATIENCE).build();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }
}
