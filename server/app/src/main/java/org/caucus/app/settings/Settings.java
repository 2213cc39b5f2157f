package org.caucus.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.caucus.app.wiring.InboundMailWiring;
import org.caucus.app.wiring.MailSigning;
import org.caucus.app.wiring.NodeNetwork;
import org.caucus.app.wiring.OutboundMailWiring;
import org.caucus.coalition.lists.MailContent;
import org.caucus.http.filters.RateLimiter;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.mail.smtp.routes.SmtpRoutes;
import org.caucus.mail.smtp.server.SmtpServerSettings;
import org.caucus.messaging.distribution.receipts.DeliveryReceipts;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.platform.antivirus.Clamd;
import org.caucus.platform.antivirus.ClamdAddress;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.cluster.ClusterSettings;
import org.caucus.platform.eventlog.cluster.HostPort;
import org.caucus.platform.eventlog.keys.Credentials;
import org.caucus.platform.eventlog.keys.MasterKeySources;
import org.caucus.views.push.PushHosts;
import org.caucus.views.stream.StreamSubscribers;
import org.caucus.views.webhooks.WebhookTrustAnchors;
import org.caucus.workspace.Rooms;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets, checked. A bad value is named together with what is allowed; all bad ones
 * at once.
 *
 * @param baseUrl where browsers reach this server
 * @param httpPort never 0: any free port was chosen by then
 * @param smtpPort 0 takes any free port
 * @param domain mail domain of all addresses
 * @param data directory of the embedded database and the master key
 * @param mongodbUri a MongoDB server instead of the embedded one
 * @param smtpUrl the smarthost; none only in the demo
 * @param smtpRoutes other hosts that take the mail of some domains
 * @param operators addresses whose holders may open workspaces
 * @param trustedPeers networks whose letters need no proof of who wrote them
 * @param checkingPeers networks of mail hosts in front that check DMARC and say so
 * @param authservId the name these hosts write into Authentication-Results (RFC 8601)
 * @param trustedProxies networks of web proxies that are believed about where requests are from
 * @param requestsPerMinute requests of one person or token within a minute
 * @param streamsPerSeat most open event streams of one seat on this node
 * @param roomsMib memory for workspaces that nobody is in, in MiB
 * @param noticeWindow how long a notice waits for more of the same thing
 * @param mailWaits which letters of a new post wait while it can be taken back, where neither list
 *     nor workspace chose
 * @param metricsPort port on loopback for numbers and health; null for none, 0 takes any free port
 * @param cluster how nodes find each other; null for the only node
 * @param tls under which letters come in
 * @param signatures of mail: the key that makes them, and whether they are believed
 * @param clamd where ClamAV's daemon listens; null for no scanner
 * @param webhookAuthorities whose certificates programs that are told may have; null for the usual
 * @param pushHosts whose push services are called
 * @param masterKey where the master key may be; it is read when the database is opened
 */
public record Settings(
    URI baseUrl,
    String httpHost,
    int httpPort,
    String smtpHost,
    int smtpPort,
    String domain,
    Path data,
    @Nullable String mongodbUri,
    @Nullable SmtpUrl smtpUrl,
    SmtpRoutes smtpRoutes,
    List<MailAddress> operators,
    List<Cidr> trustedPeers,
    List<Cidr> checkingPeers,
    @Nullable String authservId,
    List<Cidr> trustedProxies,
    int requestsPerMinute,
    int streamsPerSeat,
    int roomsMib,
    Duration noticeWindow,
    MailContent.Waits mailWaits,
    @Nullable Integer metricsPort,
    SmtpServerSettings.Tls tls,
    @Nullable ClamdAddress clamd,
    @Nullable WebhookTrustAnchors webhookAuthorities,
    PushHosts pushHosts,
    MasterKeySources masterKey,
    @Nullable ClusterSettings cluster,
    MailSigning signatures) {

  /** How long a notice waits for more of the same thing unless it is set. */
  static final Duration NOTICE_WINDOW = Duration.ofMinutes(2);

  /** A setting that cannot be used. The message names it and its allowed values. */
  public static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Bad(List<String> faults) {
      super(String.join("\n", faults), null, false, false);
    }
  }

  /** Reads settings by name, such as {@code CAUCUS_DOMAIN}, collecting what is wrong. */
  public static final class Reader {
    private static final String PORT = "a port from 0 (any free one) to 65535";
    private static final String NETWORKS = "networks such as 10.1.0.0/16, separated by commas";
    private static final String HOST_PORT = "a host, or host:port";
    private static final String HOSTS =
        "host names separated by commas, each with a leading dot for all names below it, or any";
    private static final String PEERS =
        "1 to " + ClusterSettings.MOST_PEERS + " hosts or host:port, separated by commas";
    private static final String SMTP_URL =
        "smtp://[user:password@]host[:port] or smtps://…, with ?starttls=off, if-offered or"
            + " required";
    private static final String CERTIFICATES = "a PEM file with certificates of authorities";
    private static final int MOST_MIB = 1_048_576;
    private static final int MOST_REQUESTS = 100_000_000;

    private final Function<String, @Nullable String> source;
    private final List<String> faults = new ArrayList<>();

    Reader(Function<String, @Nullable String> source) {
      this.source = source;
    }

    private @Nullable String text(String name) {
      String value = source.apply(name);
      return value == null || value.isBlank() ? null : value.strip();
    }

    private String text(String name, String otherwise) {
      String value = text(name);
      return value == null ? otherwise : value;
    }

    public <T> T as(String name, String otherwise, String allowed, Function<String, T> read) {
      String value = text(name, otherwise);
      try {
        return read.apply(value);
      } catch (RuntimeException e) {
        faults.add(name + " cannot be \"" + value + "\". Allowed: " + allowed + ".");
        return read.apply(otherwise);
      }
    }

    public <T> @Nullable T optional(String name, String allowed, Function<String, T> read) {
      String value = text(name);
      try {
        return value == null ? null : read.apply(value);
      } catch (RuntimeException e) {
        faults.add(name + " cannot be read. Allowed: " + allowed + ".");
        return null;
      }
    }

    public void fault(String fault) {
      faults.add(fault);
    }

    private <T> List<T> list(String name, String allowed, Function<String, T> read) {
      List<T> all =
          optional(
              name,
              allowed,
              v -> Arrays.stream(v.split(",")).map(String::strip).map(read).toList());
      return all == null ? List.of() : all;
    }

    private int port(String name, int otherwise) {
      return as(name, Integer.toString(otherwise), PORT, Reader::port);
    }

    private Duration noticeWindow() {
      int most = Math.toIntExact(DeliveryReceipts.MOST_WAITING.toSeconds());
      return as(
          "CAUCUS_NOTICE_SECONDS",
          Long.toString(NOTICE_WINDOW.toSeconds()),
          "seconds from 0 to " + most,
          v -> Duration.ofSeconds(between(0, most, v)));
    }

    private MailContent.Waits mailWaits() {
      return as(
          "CAUCUS_MAIL_WAITS",
          "all",
          "all, across or none",
          v ->
              MailContent.Waits.valueOf(
                  oneOf(v, "all", "across", "none").toUpperCase(Locale.ROOT)));
    }

    private int roomsMib() {
      return as(
          "CAUCUS_ROOMS_MIB",
          Integer.toString(Rooms.defaultMib()),
          "mebibytes from 1 to " + MOST_MIB,
          v -> between(1, MOST_MIB, v));
    }

    /**
     * The pages' address names the port, so "any free one" is chosen here and not when it is
     * opened.
     */
    private static int known(int port) {
      if (port != 0) {
        return port;
      }
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException("no port is free", e);
      }
    }

    private static int port(String value) {
      return between(0, 65_535, value);
    }

    private static int between(int least, int most, String value) {
      int number = Integer.parseInt(value);
      if (number < least || number > most) {
        throw new IllegalArgumentException("out of range");
      }
      return number;
    }

    Settings read() {
      int httpPort = known(port("CAUCUS_HTTP_PORT", 8080));
      URI baseUrl = baseUrl(httpPort);
      Path data = as("CAUCUS_DATA", "caucus-data", "a directory", Path::of);
      Settings settings =
          new Settings(
              baseUrl,
              text("CAUCUS_HTTP_HOST", "127.0.0.1"),
              httpPort,
              text("CAUCUS_SMTP_HOST", "127.0.0.1"),
              port("CAUCUS_SMTP_PORT", 2525),
              mailDomain(),
              data,
              optional("CAUCUS_MONGODB_URI", "mongodb://… or mongodb+srv://…", Reader::mongodb),
              optional("CAUCUS_SMTP_URL", SMTP_URL, SmtpUrl::parse),
              OutboundMailWiring.routes(this),
              list("CAUCUS_OPERATORS", "mail addresses, separated by commas", MailAddress::of),
              list("CAUCUS_TRUSTED_PEERS", NETWORKS, Cidr::of),
              list("CAUCUS_CHECKING_PEERS", NETWORKS, Cidr::of),
              text("CAUCUS_AUTHSERV_ID"),
              list("CAUCUS_TRUSTED_PROXIES", NETWORKS, Cidr::of),
              requestsPerMinute(),
              streamsPerSeat(),
              roomsMib(),
              noticeWindow(),
              mailWaits(),
              optional("CAUCUS_METRICS_PORT", PORT, Reader::port),
              InboundMailWiring.tls(this),
              optional("CAUCUS_CLAMD", ClamdAddress.ALLOWED, ClamdAddress::parse),
              optional(
                  "CAUCUS_WEBHOOK_CA", CERTIFICATES, v -> WebhookTrustAnchors.read(Path.of(v))),
              as("CAUCUS_PUSH_HOSTS", PushHosts.USUAL.text(), HOSTS, PushHosts::parse),
              MasterKeySources.from(source, data),
              cluster(),
              MailSigning.read(this));
      check(settings);
      return settings;
    }

    private String mailDomain() {
      String usual = "lists.example";
      return as("CAUCUS_DOMAIN", usual, "a mail domain such as " + usual, Reader::domain);
    }

    private URI baseUrl(int httpPort) {
      return as(
          "CAUCUS_BASE_URL",
          "http://localhost:" + httpPort,
          "an address such as https://caucus.example",
          Reader::url);
    }

    private int requestsPerMinute() {
      return as(
          "CAUCUS_REQUESTS_PER_MINUTE",
          Integer.toString(RateLimiter.PER_MINUTE),
          "a number from 1 to " + MOST_REQUESTS,
          v -> between(1, MOST_REQUESTS, v));
    }

    private int streamsPerSeat() {
      return as(
          "CAUCUS_STREAMS_PER_SEAT",
          Integer.toString(StreamSubscribers.MAX_PER_SEAT),
          "a number from 1 to " + StreamSubscribers.MAX_WATCHERS,
          v -> between(1, StreamSubscribers.MAX_WATCHERS, v));
    }

    private @Nullable ClusterSettings cluster() {
      String on = as("CAUCUS_CLUSTER", "off", "on or off", v -> oneOf(v, "on", "off"));
      if (on.equals("off")) {
        return null;
      }
      int port = port("CAUCUS_CLUSTER_PORT", ClusterSettings.PORT);
      String host = text("CAUCUS_CLUSTER_HOST", "127.0.0.1");
      String listen = new HostPort(host, Math.clamp(port, 1, HostPort.MOST)).toString();
      return new ClusterSettings(
          text("CAUCUS_CLUSTER_NAME", "caucus"),
          HostPort.parse(listen, port),
          as("CAUCUS_CLUSTER_PUBLIC", listen, HOST_PORT, v -> HostPort.parse(v, port)),
          as("CAUCUS_CLUSTER_PEERS", listen, PEERS, v -> HostPort.list(v, port)));
    }

    private void check(Settings settings) {
      // read by logback.xml itself
      as("CAUCUS_LOG_FORMAT", "text", "text or json", v -> oneOf(v, "text", "json"));
      as(
          "CAUCUS_LOG_LEVEL",
          "INFO",
          "ERROR, WARN, INFO, DEBUG or TRACE",
          v -> oneOf(v, "ERROR", "WARN", "INFO", "DEBUG", "TRACE"));
      if (settings.cluster != null && settings.mongodbUri == null) {
        faults.add(
            "CAUCUS_MONGODB_URI is missing: many nodes share one MongoDB. The embedded database is"
                + " for one node alone; leave CAUCUS_CLUSTER off for it.");
      }
      if (as("CAUCUS_CLEAR_TEXT", "warn", "warn or refuse", v -> oneOf(v, "warn", "refuse"))
          .equals("refuse")) {
        faults.addAll(NodeNetwork.inClear(settings));
      }
      faults.addAll(InboundMailWiring.faults(settings.tls));
      faults.addAll(SettingErrors.of(settings));
      if (!faults.isEmpty()) {
        throw new Bad(faults);
      }
    }

    private static URI url(String text) {
      URI url = URI.create(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean more =
          url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null;
      if (!web || url.getHost() == null || more || !path(url).isEmpty()) {
        throw new IllegalArgumentException("not the address of a server");
      }
      return URI.create(url.getScheme() + "://" + url.getRawAuthority());
    }

    private static String path(URI url) {
      return url.getPath() == null ? "" : url.getPath().replaceFirst("/$", "");
    }

    public static String oneOf(String text, String... allowed) {
      if (!List.of(allowed).contains(text)) {
        throw new IllegalArgumentException("none of these");
      }
      return text;
    }

    private static String domain(String text) {
      String domain = new MailAddress("postmaster", text).domain();
      if (!domain.contains(".")) {
        throw new IllegalArgumentException("no mail host finds a domain without a dot");
      }
      return domain;
    }

    private static String mongodb(String text) {
      if (!text.startsWith("mongodb://") && !text.startsWith("mongodb+srv://")) {
        throw new IllegalArgumentException("not a connection string");
      }
      return text;
    }
  }

  /** From the environment, with what the command line states over it. */
  public static Settings from(Function<String, @Nullable String> source) {
    return new Reader(Credentials.before(source)).read();
  }

  /** The smarthost; refuses if there is none. */
  public SmtpUrl smarthost() {
    if (smtpUrl == null) {
      throw new Bad(
          List.of(
              "CAUCUS_SMTP_URL is missing: the host that takes outgoing mail, such as"
                  + " smtp://localhost:25. Only the demo does without."));
    }
    return smtpUrl;
  }

  /** What looks at files and letters before they are kept. */
  public Scanner scanner() {
    return clamd == null ? Scanner.NONE : new Clamd(clamd);
  }

  /** The same with another smarthost, which takes all mail. */
  public Settings withSmarthost(SmtpUrl url) {
    return new Settings(
        baseUrl,
        httpHost,
        httpPort,
        smtpHost,
        smtpPort,
        domain,
        data,
        mongodbUri,
        url,
        SmtpRoutes.NONE,
        operators,
        trustedPeers,
        checkingPeers,
        authservId,
        trustedProxies,
        requestsPerMinute,
        streamsPerSeat,
        roomsMib,
        noticeWindow,
        mailWaits,
        metricsPort,
        tls,
        clamd,
        webhookAuthorities,
        pushHosts,
        masterKey,
        cluster,
        signatures);
  }
}
