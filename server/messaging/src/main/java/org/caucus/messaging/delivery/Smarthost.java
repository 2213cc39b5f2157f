package org.caucus.messaging.delivery;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.DkimSigner;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.client.PipelinedSeries;
import org.caucus.mail.smtp.client.RecipientOutcome;
import org.caucus.mail.smtp.client.SmtpClient;
import org.caucus.mail.smtp.client.SmtpClientSettings;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.mail.smtp.routes.SmtpRoutes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host that mail leaves by. Raw letters go by {@link SmtpClient}, composed ones by the Vert.x
 * Mail Client, but for those that are signed, those to addresses that it cannot name, and those
 * with a part that it cannot write; both keep their connections.
 */
public final class Smarthost implements AutoCloseable {
  /**
   * How long the Mail Client may take for one letter; after that its outcome counts as unknown, and
   * it is sent again later.
   */
  public static final Duration COMPOSED_TIMEOUT = Duration.ofMinutes(2);

  /** A smarthost that is down must be noticed before the queue stands still. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 4;
  private static final Logger LOG = LoggerFactory.getLogger(Smarthost.class);
  private static final Pattern ENHANCED = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

  /**
   * The client's words for refusals of a letter, as opposed to those of a connection or a login.
   */
  private static final List<String> ABOUT_THE_LETTER =
      List.of(
          "sender address not accepted",
          "recipient address not accepted",
          "DATA command not accepted",
          "sending data failed");

  /** Local parts that the Mail Client (5.0.7) can name: it knows neither quotes nor SMTPUTF8. */
  private static final Pattern COMMON = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");

  private final SmtpClient raw;
  private final MailClient composed;
  private final String name;
  private final @Nullable DkimSigner signer;
  private final String place;
  private final AtomicLong rests = new AtomicLong(System.nanoTime());

  /**
   * Where the Mail Client (5.0.7) is called. Called off an event loop it connects on one loop and
   * listens from another, and a greeting that is quicker than that is lost: seen as letters that
   * stood still until {@link #COMPOSED_TIMEOUT}.
   */
  private final Context loop;

  /**
   * A smarthost; connections are opened when there is something to send.
   *
   * @param ehloName the name this server gives itself
   * @param key signs what Caucus writes itself: here, as the Mail Client (5.0.7) knows RSA keys
   *     alone, and writes its field in one line, which a large key makes too long. Null for no
   *     signatures
   */
  public Smarthost(Vertx vertx, SmtpUrl url, String ehloName, @Nullable DkimKey key) {
    this.raw = new SmtpClient(url, settings(ehloName));
    this.name = ehloName;
    this.place = url.toString(); // which has no login in it
    this.signer = key == null ? null : new DkimSigner(key);
    this.composed = MailClient.create(vertx, config(url, ehloName));
    this.loop = vertx.getOrCreateContext();
    if (!url.isPrivate()) {
      LOG.warn(
          "mail goes to {} in clear, or to any host that claims to be it: all of it can be read on"
              + " the way. Add ?starttls=required to CAUCUS_SMTP_URL or CAUCUS_SMTP_ROUTES, or use"
              + " smtps://",
          url.host());
    }
  }

  private static SmtpClientSettings settings(String ehloName) {
    var rfc = SmtpClientSettings.Timeouts.RFC_5321;
    var timeouts =
        new SmtpClientSettings.Timeouts(
            CONNECT_TIMEOUT,
            Duration.ofMinutes(1),
            rfc.finalDot(),
            rfc.transaction(),
            rfc.idle(),
            rfc.turn());
    return new SmtpClientSettings(ehloName, CONNECTIONS, timeouts, null);
  }

  private static MailConfig config(SmtpUrl url, String ehloName) {
    boolean proven = url.tls() != SmtpUrl.Tls.IF_OFFERED || url.login().isPresent();
    MailConfig config =
        new MailConfig(url.host(), url.port(), starttls(url), login(url))
            .setSsl(url.tls() == SmtpUrl.Tls.IMPLICIT)
            .setTrustAll(!proven)
            .setHostnameVerificationAlgorithm(proven ? "HTTPS" : "")
            .setOwnHostname(ehloName)
            .setMaxPoolSize(CONNECTIONS)
            .setKeepAliveTimeout(Math.toIntExact(settings(ehloName).timeouts().idle().toSeconds()))
            .setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
    url.login().ifPresent(l -> config.setUsername(l.user()).setPassword(l.password()));
    return config;
  }

  private static StartTLSOptions starttls(SmtpUrl url) {
    return switch (url.tls()) {
      case OFF, IMPLICIT -> StartTLSOptions.DISABLED;
      case REQUIRED -> StartTLSOptions.REQUIRED;
      case IF_OFFERED ->
          url.login().isPresent() ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL;
    };
  }

  private static LoginOption login(SmtpUrl url) {
    return url.login().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED;
  }

  /**
   * All hosts that mail leaves by: the usual one, and those that take the mail of some domains.
   * Each has its own connections.
   */
  public static final class Hosts implements AutoCloseable {
    private final Smarthost usual;
    private final SmtpRoutes routes;
    private final Map<SmtpUrl, Smarthost> others = new HashMap<>();

    /** These hosts; as {@link Smarthost} with the name and the key. */
    public Hosts(
        Vertx vertx, SmtpUrl usual, SmtpRoutes routes, String ehloName, @Nullable DkimKey key) {
      this(new Smarthost(vertx, usual, ehloName, key), routes);
      routes.hosts().forEach(h -> others.put(h, new Smarthost(vertx, h, ehloName, key)));
    }

    /** All mail leaves by one. */
    Hosts(Smarthost usual) {
      this(usual, SmtpRoutes.NONE);
    }

    private Hosts(Smarthost usual, SmtpRoutes routes) {
      this.usual = usual;
      this.routes = routes;
    }

    Smarthost usual() {
      return usual;
    }

    Collection<Smarthost> others() {
      return others.values();
    }

    /** The one that takes mail for this address. */
    Smarthost to(MailAddress address) {
      return routes.of(address).map(others::get).orElse(usual);
    }

    /** Closes the connections of all; letters under way end as they end. */
    @Override
    public void close() {
      others.values().forEach(Smarthost::close);
      usual.close();
    }
  }

  /** It could not be reached: for so long it is not asked again. */
  void rest(Duration time) {
    rests.set(System.nanoTime() + time.toNanos());
  }

  boolean isResting() {
    return rests.get() - System.nanoTime() > 0;
  }

  /** An operator says that it can be reached again. */
  void wake() {
    rests.set(System.nanoTime());
  }

  /** The size of a letter as it leaves, in octets. */
  long octets(OutgoingMail letter) {
    return switch (letter) {
      case OutgoingMail.Raw r -> r.letter().toBytes().length;
      case OutgoingMail.Composed c -> c.letter().toLetter(name).toBytes().length;
    };
  }

  /** For some letters, one after the other; used by one thread, and closed at their end. */
  Line line() {
    return new Line(raw.series());
  }

  /** Letters on their way to the host. */
  final class Line implements AutoCloseable {
    private final PipelinedSeries series;

    private Line(PipelinedSeries series) {
      this.series = series;
    }

    /**
     * Sends one letter; blocks until the host has heard it.
     *
     * @param wanted asked at the last moment; if it is not, nothing leaves
     * @param told hears of its fate: now, with a later letter, or when the line is closed
     * @throws SmtpUnreachable when the host did not take part; this letter was not delivered, or
     *     its outcome is unknown
     */
    void send(
        MailAddress returnPath,
        OutgoingMail letter,
        BooleanSupplier wanted,
        Consumer<RecipientOutcome> told)
        throws SmtpUnreachable {
      switch (letter) {
        case OutgoingMail.Raw r ->
            series.send(returnPath, r.to(), r.letter(), r.sevenBit(), wanted, told);
        case OutgoingMail.Composed c
            when signer != null
                || c.letter().isRaw()
                || !COMMON.matcher(c.to().localPart()).matches() ->
            series.send(returnPath, c.to(), signed(c.letter().toLetter(name)), wanted, told);
        case OutgoingMail.Composed c ->
            told.accept(Smarthost.this.send(returnPath, c.letter().toMessage()));
      }
    }

    /** Waits until the last letter has left; for a caller that needs long to write the next. */
    void hear() {
      series.hear();
    }

    /** Hears of all that were sent. */
    @Override
    public void close() {
      series.close();
    }
  }

  private RawLetter signed(RawLetter letter) {
    return signer == null ? letter : signer.sign(letter, Instant.now());
  }

  private RecipientOutcome send(MailAddress returnPath, MailMessage message)
      throws SmtpUnreachable {
    try {
      onLoop(() -> composed.sendMail(message.setBounceAddress(returnPath.toAsciiString())))
          .timeout(COMPOSED_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
          .await();
      return new RecipientOutcome.Accepted(250, "2.0.0", "");
    } catch (SMTPException e) {
      return outcome(e);
    } catch (IllegalArgumentException e) {
      // an address that the client cannot name
      return new RecipientOutcome.Rejected(553, "5.1.3", "This address cannot be written to");
    } catch (Exception e) { // the future's own cause, which may be checked: a broken connection
      throw new SmtpUnreachable("the next host cannot be spoken to", e);
    }
  }

  private <T> Future<T> onLoop(Supplier<Future<T>> call) {
    Promise<T> answer = Promise.promise();
    // compose: what the client throws becomes the answer too
    loop.runOnContext(
        none -> Future.succeededFuture().compose(now -> call.get()).onComplete(answer));
    return answer.future();
  }

  private static RecipientOutcome outcome(SMTPException e) throws SmtpUnreachable {
    String words = String.valueOf(e.getMessage());
    if (ABOUT_THE_LETTER.stream().noneMatch(words::startsWith)) {
      throw new SmtpUnreachable("the next host refused the conversation", e);
    }
    int code = e.getReplyCode();
    String said = String.valueOf(e.getReplyMessage());
    Matcher matcher = ENHANCED.matcher(said);
    String enhanced = matcher.find() ? matcher.group() : (code < 500 ? "4.0.0" : "5.0.0");
    return code < 500
        ? new RecipientOutcome.TryLater(code, enhanced, said)
        : new RecipientOutcome.Rejected(code, enhanced, said);
  }

  @Override
  public String toString() {
    return place;
  }

  /** Closes the connections; letters under way end as they end. */
  @Override
  public void close() {
    raw.close();
    composed
        .close()
        .timeout(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .await();
  }
}
