package org.caucus.mail.smtp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.caucus.mail.message.PemCertificate;
import org.caucus.platform.ratelimit.PeerNetworks;
import org.caucus.platform.ratelimit.PeerRates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * An SMTP server on virtual threads that hands each letter to a {@link LetterSink} before it says
 * 250.
 */
public final class SmtpServer implements AutoCloseable {
  /**
   * Offered by the library, not by us: chunking would bypass {@link DataReader}, the others have no
   * use here.
   */
  private static final List<String> NOT_OFFERED = List.of("BDAT", "AUTH", "EXPN", "HELP");

  private static final int BACKLOG = 128;

  /** A connection may be open without a letter for this many times the idle limit. */
  private static final int IDLE_TIMES = 2;

  private final SMTPServer server;
  private final Loiterers loiterers;

  /**
   * Prepares the server; {@link #start} opens the port.
   *
   * @param settings where to listen, and the limits
   * @param recipients asked for each RCPT TO
   * @param box given each letter, once
   * @param clock for the time of receipt
   */
  public SmtpServer(
      SmtpServerSettings settings, RecipientCheck recipients, LetterSink box, InstantSource clock) {
    this(settings, recipients, box, clock, PeerRates.none());
  }

  /**
   * The same with limits on what one peer may do.
   *
   * @param rates counts each peer's letters and guesses
   */
  public SmtpServer(
      SmtpServerSettings settings,
      RecipientCheck recipients,
      LetterSink box,
      InstantSource clock,
      PeerRates rates) {
    this.loiterers = new Loiterers(settings.idleTimeout().multipliedBy(IDLE_TIMES));
    PemCertificate certificate = settings.certificate();
    SMTPServer.Builder builder =
        SMTPServer.port(settings.port())
            .bindAddress(Optional.ofNullable(settings.address()))
            .hostName(settings.hostName())
            .softwareName("Caucus")
            .backlog(BACKLOG)
            .messageHandlerFactory(session -> new SmtpTransaction())
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .maxConnections(settings.maxConnections())
            .maxMessageSize(settings.maxLetterOctets())
            .maxRecipients(settings.maxRecipients())
            .connectionTimeoutMs(Math.toIntExact(settings.idleTimeout().toMillis()))
            .sessionHandler(new PeerSessions(settings.maxConnectionsPerPeer(), loiterers))
            .serverThreadName("smtp-inbox");
    if (certificate != null) {
      builder.enableTLS().startTlsSocketFactory(socket -> tls(certificate.context(), socket));
    }
    server = builder.build();
    addVerbs(settings, recipients, box, clock, rates);
  }

  private void addVerbs(
      SmtpServerSettings settings,
      RecipientCheck recipients,
      LetterSink box,
      InstantSource clock,
      PeerRates rates) {
    Semaphore memory =
        new Semaphore(Math.toIntExact(settings.memoryOctets() / DataReader.PERMIT_OCTETS));
    CommandHandler verbs = server.getCommandHandler();
    verbs.addCommand(new EhloVerb("EHLO", settings));
    verbs.addCommand(new EhloVerb("HELO", settings));
    verbs.addCommand(new MailVerb(settings, memory, rates));
    verbs.addCommand(new RcptVerb(settings, recipients, rates));
    verbs.addCommand(new DataVerb(settings, box, clock, memory, loiterers));
    verbs.addCommand(new SmtpVerb.Fixed("RSET", "250 2.0.0 Reset", true));
    verbs.addCommand(new SmtpVerb.Fixed("NOOP", "250 2.0.0 Nothing done", false));
    verbs.addCommand(new SmtpVerb.Fixed("VRFY", "252 2.5.0 Send and see", false));
    verbs.addCommand(new SmtpVerb.Quit());
    NOT_OFFERED.forEach(
        verb -> verbs.addCommand(new SmtpVerb.Fixed(verb, "502 5.5.1 Not offered here", false)));
  }

  /**
   * Opens the port.
   *
   * @throws UncheckedIOException when the port is taken or not ours to open
   */
  public void start() {
    try {
      server.start();
      loiterers.start();
    } catch (RuntimeException e) {
      // The library wraps every reason in a bare RuntimeException; a port that cannot be opened is
      // the common one.
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException("cannot listen for SMTP on port " + server.getPort(), cause);
      }
      throw e;
    }
  }

  /** The port in use, also when any free one was asked for. */
  public int port() {
    return server.getPortAllocated();
  }

  /**
   * Stops listening and closes all connections; a letter being stored is finished first, its peer
   * told nothing.
   */
  @Override
  public void close() {
    loiterers.close();
    server.stop();
  }

  /**
   * The library's own factory looks the peer's name up in DNS and turns on every protocol and
   * cipher there is.
   */
  private static SSLSocket tls(SSLContext context, Socket socket) throws IOException {
    String peer = socket.getInetAddress().getHostAddress();
    SSLSocket secure =
        (SSLSocket) context.getSocketFactory().createSocket(socket, peer, socket.getPort(), true);
    secure.setUseClientMode(false);
    return secure;
  }

  /**
   * How many connections one peer has. The library's own counts addresses, and the person who has
   * one of IPv6 has as many as there are connections; here a peer is what {@link PeerNetworks}
   * says.
   */
  static final class PeerSessions implements SessionHandler {
    private static final int CLOSING = 421;

    private final int most;
    private final Loiterers loiterers;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Set<Session> counted = ConcurrentHashMap.newKeySet();

    PeerSessions(int most, Loiterers loiterers) {
      this.most = most;
      this.loiterers = loiterers;
    }

    @Override
    public SessionAcceptance accept(Session session) {
      if (!enter(peer(session))) {
        return SessionAcceptance.failure(CLOSING, "4.7.0 Too many connections from your address");
      }
      counted.add(session);
      loiterers.came(session);
      return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
      loiterers.went(session);
      if (counted.remove(session)) {
        leave(peer(session));
      }
    }

    /** One more of this peer; false if that is one too many. */
    boolean enter(String peer) {
      boolean[] in = {false};
      open.compute(
          peer,
          (p, n) -> {
            int before = n == null ? 0 : n;
            in[0] = before < most;
            return in[0] ? Integer.valueOf(before + 1) : n;
          });
      return in[0];
    }

    /** One less. */
    void leave(String peer) {
      open.computeIfPresent(peer, (p, n) -> n == 1 ? null : n - 1);
    }

    private static String peer(Session session) {
      return PeerNetworks.of(session.getRemoteAddress().getAddress());
    }
  }

  /**
   * Connections that bring no letter. The idle limit begins anew with every octet, so anyone who
   * says a word now and then would hold a connection for ever, and a few of them all there are.
   * While a letter is read no time is counted: that has a limit of its own ({@link DataReader}).
   */
  static final class Loiterers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loiterers.class);

    /** Looks within the time that a connection has. */
    private static final int LOOKS = 10;

    private final Duration longest;
    private final Map<Session, Since> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Since when there was no letter. */
    private record Since(long nanos, boolean reading) {}

    /**
     * @param longest how long a connection may be open without a letter that is kept
     */
    Loiterers(Duration longest) {
      this.longest = longest;
    }

    /** Begins to look. */
    void start() {
      Thread.ofVirtual().name("smtp-loiterers").start(this::look);
    }

    void came(Session session) {
      open.put(session, new Since(System.nanoTime(), false));
    }

    void went(Session session) {
      open.remove(session);
    }

    /** A letter begins. */
    void reading(Session session) {
      open.computeIfPresent(session, (s, since) -> new Since(since.nanos(), true));
    }

    /** It has ended; one that was kept gives its connection the whole time again. */
    void read(Session session, boolean kept) {
      long now = System.nanoTime();
      open.computeIfPresent(session, (s, since) -> new Since(kept ? now : since.nanos(), false));
    }

    private void look() {
      while (!closed) {
        LockSupport.parkNanos(longest.toNanos() / LOOKS);
        long now = System.nanoTime();
        List.copyOf(open.entrySet()).stream()
            .filter(e -> !e.getValue().reading())
            .filter(e -> now - e.getValue().nanos() > longest.toNanos())
            // TLS says goodbye, to a peer that may not listen
            .forEach(e -> Thread.ofVirtual().start(() -> close(e.getKey())));
      }
    }

    private void close(Session session) {
      went(session);
      try {
        session.closeSocket();
      } catch (IOException e) {
        LOG.debug("a connection was closed already: {}", e.getClass().getSimpleName());
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
