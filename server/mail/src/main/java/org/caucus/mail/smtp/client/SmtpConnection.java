package org.caucus.mail.smtp.client;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.octets.UnlockedInput;
import org.jspecify.annotations.Nullable;

/** One connection to a host, from its greeting on. Used by one thread at a time. */
final class SmtpConnection implements Closeable {
  private static final int BUFFER_OCTETS = 64 * 1024;
  static final RecipientOutcome LOST =
      new RecipientOutcome.TryLater(
          451, "4.4.2", "The connection broke before the host had the letter");
  static final RecipientOutcome UNKNOWN =
      new RecipientOutcome.TryLater(
          451, "4.4.2", "The connection broke after the letter was sent; its outcome is unknown");

  /** What stands in a letter that is signed is not encoded anew: its signature would break. */
  static final RecipientOutcome EIGHT_BITS =
      new RecipientOutcome.Rejected(
          554,
          "5.6.3",
          "The next host takes 7 bits only (no 8BITMIME), and this letter is signed as it is");

  static final RecipientOutcome LINES_TOO_LONG =
      new RecipientOutcome.Rejected(
          554,
          "5.6.3",
          "This letter has malformed lines, of more than 998 octets (RFC 5321), and is signed as it"
              + " is");

  private final SmtpUrl url;
  private final SmtpClientSettings settings;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private Map<String, String> offers = Map.of();
  private boolean pipelining;
  private long sizeLimit = Long.MAX_VALUE;
  private boolean reusable = true;
  private boolean answered;
  private long idleSince = System.nanoTime();

  private SmtpConnection(SmtpUrl url, SmtpClientSettings settings, Socket socket)
      throws IOException {
    this.url = url;
    this.settings = settings;
    this.socket = socket;
    this.in = new UnlockedInput(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_OCTETS);
  }

  /** Connects, greets, encrypts and logs in. */
  static SmtpConnection open(SmtpUrl url, SmtpClientSettings settings) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(url.host(), url.port()), millis(settings.timeouts().connect()));
      socket.setSoTimeout(millis(settings.timeouts().command()));
      boolean implicit = url.tls() == SmtpUrl.Tls.IMPLICIT;
      SmtpConnection connection =
          new SmtpConnection(
              url, settings, implicit ? SmtpTls.wrap(socket, url, settings) : socket);
      connection.greet();
      return connection;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private void greet() throws IOException {
    SmtpReply.read(in).mustBePositive("greeting");
    hello();
    boolean wanted = url.tls() == SmtpUrl.Tls.IF_OFFERED || url.tls() == SmtpUrl.Tls.REQUIRED;
    if (wanted && offers.containsKey("STARTTLS")) {
      startTls();
    } else if (url.tls() == SmtpUrl.Tls.REQUIRED || (wanted && url.login().isPresent())) {
      throw new ProtocolException("the host offers no STARTTLS, which this URL needs");
    }
    if (url.login().isPresent()) {
      SmtpLogin.by(this, url.login().get(), offers.getOrDefault("AUTH", "")).mustBePositive("AUTH");
    }
  }

  private void hello() throws IOException {
    SmtpReply reply = ask("EHLO " + settings.ehloName());
    List<String> lines = reply.lines().subList(1, reply.lines().size());
    if (!reply.isPositive()) {
      ask("HELO " + settings.ehloName()).mustBePositive("HELO");
      lines = List.of();
    }
    Map<String, String> found = new HashMap<>();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      String keyword = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
      found.put(keyword, blank < 0 ? "" : line.substring(blank + 1).strip());
    }
    offers = found;
    pipelining = found.containsKey("PIPELINING");
    String limit = found.getOrDefault("SIZE", "");
    boolean limited = limit.matches("[0-9]{1,18}") && Long.parseLong(limit) > 0;
    sizeLimit = limited ? Long.parseLong(limit) : Long.MAX_VALUE;
  }

  private void startTls() throws IOException {
    ask("STARTTLS").mustBePositive("STARTTLS");
    if (in.available() > 0) {
      // Octets already here were sent in the clear by someone who wants them taken for encrypted
      // ones.
      throw new ProtocolException("the host spoke between STARTTLS and the handshake");
    }
    socket = SmtpTls.wrap(socket, url, settings);
    in = new UnlockedInput(socket.getInputStream());
    out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_OCTETS);
    hello();
  }

  /**
   * Sends one letter to at most as many recipients as one transaction takes.
   *
   * @throws IOException when the connection broke before the host answered MAIL FROM; nothing was
   *     sent then
   */
  Map<MailAddress, RecipientOutcome> send(
      @Nullable MailAddress sender, List<MailAddress> recipients, OutgoingLetter letter)
      throws IOException {
    answered = false;
    Map<MailAddress, RecipientOutcome> outcomes = new LinkedHashMap<>();
    List<MailAddress> sendable = new ArrayList<>();
    OutgoingLetter form = fitting(letter).orElse(letter);
    for (MailAddress recipient : recipients) {
      Optional<RecipientOutcome> obstacle = obstacle(sender, recipient, letter);
      obstacle.ifPresentOrElse(o -> outcomes.put(recipient, o), () -> sendable.add(recipient));
    }
    if (!sendable.isEmpty()) {
      converse(sender, sendable, form, outcomes);
    }
    Map<MailAddress, RecipientOutcome> ordered = new LinkedHashMap<>();
    recipients.forEach(r -> ordered.put(r, outcomes.getOrDefault(r, LOST)));
    return ordered;
  }

  private void converse(
      @Nullable MailAddress sender,
      List<MailAddress> recipients,
      OutgoingLetter letter,
      Map<MailAddress, RecipientOutcome> outcomes)
      throws IOException {
    List<MailAddress> accepted = new ArrayList<>();
    try {
      List<String> commands = new ArrayList<>();
      commands.add(mailFrom(sender, recipients, letter));
      recipients.forEach(recipient -> commands.add("RCPT TO:<" + spelled(recipient) + ">"));
      if (pipelining) {
        commands.add("DATA");
      }
      List<SmtpReply> replies = exchange(commands, pipelining);
      judge(replies, recipients, accepted, outcomes);
      if (pipelining) {
        finish(replies.getLast(), letter, accepted, outcomes);
      } else if (accepted.isEmpty()) {
        reset();
      } else {
        finish(ask("DATA"), letter, accepted, outcomes);
      }
    } catch (IOException e) {
      reusable = false;
      if (!answered) {
        throw e;
      }
      accepted.forEach(r -> outcomes.putIfAbsent(r, LOST));
    }
  }

  /**
   * Pipelined commands leave in one packet; a host without PIPELINING gets each after its answer to
   * the last.
   */
  private List<SmtpReply> exchange(List<String> commands, boolean pipelining) throws IOException {
    List<SmtpReply> replies = new ArrayList<>();
    for (String command : commands) {
      write(command);
      if (!pipelining) {
        replies.add(reply());
      }
    }
    while (replies.size() < commands.size()) {
      replies.add(reply());
    }
    return replies;
  }

  /** The first reply is to MAIL FROM and decides for all, the next are to RCPT TO in order. */
  private static void judge(
      List<SmtpReply> replies,
      List<MailAddress> recipients,
      List<MailAddress> accepted,
      Map<MailAddress, RecipientOutcome> outcomes) {
    SmtpReply mail = replies.getFirst();
    for (int i = 0; i < recipients.size(); i++) {
      SmtpReply decisive = mail.isPositive() ? replies.get(i + 1) : mail;
      if (decisive.isPositive()) {
        accepted.add(recipients.get(i));
      } else {
        outcomes.put(recipients.get(i), decisive.outcome());
      }
    }
  }

  private void finish(
      SmtpReply data,
      OutgoingLetter letter,
      List<MailAddress> accepted,
      Map<MailAddress, RecipientOutcome> outcomes)
      throws IOException {
    if (!data.isIntermediate()) {
      accepted.forEach(r -> outcomes.put(r, negative(data)));
      reset();
      return;
    }
    if (!accepted.isEmpty()) {
      letter.writeTo(out);
    }
    // With every recipient refused a host may still have said 354; a lone dot ends that (RFC 2920
    // section 3.1).
    out.flush();
    try {
      write(".");
      socket.setSoTimeout(millis(settings.timeouts().finalDot()));
      SmtpReply last = reply();
      socket.setSoTimeout(millis(settings.timeouts().command()));
      accepted.forEach(r -> outcomes.put(r, last.isPositive() ? last.outcome() : negative(last)));
    } catch (IOException e) {
      reusable = false;
      accepted.forEach(r -> outcomes.put(r, UNKNOWN));
    }
  }

  /** A reply that should not stand here at all is no promise of anything. */
  private static RecipientOutcome negative(SmtpReply reply) {
    RecipientOutcome outcome = reply.outcome();
    return outcome instanceof RecipientOutcome.Accepted
        ? new RecipientOutcome.TryLater(reply.code(), "4.5.0", "The host answered out of turn")
        : outcome;
  }

  /** Whether this host takes commands in groups (RFC 2920). */
  boolean takesGroups() {
    return pipelining;
  }

  /** Begins a transaction; what of it is not sent now follows with {@link #answerTo}. */
  void propose(@Nullable MailAddress sender, MailAddress to, OutgoingLetter letter)
      throws IOException {
    write(mailFrom(sender, List.of(to), fitting(letter).orElse(letter)));
    if (pipelining) {
      write("RCPT TO:<" + spelled(to) + ">");
      write("DATA");
    }
    out.flush();
  }

  /** The reply to a command that stands after one with that reply, which is sent now if need be. */
  SmtpReply answerTo(SmtpReply before, Supplier<String> command) throws IOException {
    if (pipelining) {
      return reply();
    }
    return before.isPositive() ? ask(command.get()) : before;
  }

  /** What became of a letter whose transaction was refused; the line is free for the next. */
  RecipientOutcome refused(SmtpReply mail, SmtpReply recipient, SmtpReply data) throws IOException {
    if (data.isIntermediate()) {
      ask("."); // RFC 2920 section 3.1: it waits for a letter although nobody is to have it
    } else {
      reset();
    }
    SmtpReply decisive = !mail.isPositive() ? mail : !recipient.isPositive() ? recipient : data;
    return negative(decisive);
  }

  /** Writes the letter and its end, which leave with whatever is asked next. */
  void writeOut(OutgoingLetter letter) throws IOException {
    fitting(letter).orElse(letter).writeTo(out);
    write(".");
  }

  /** The answer to the end of a letter. */
  RecipientOutcome taken() throws IOException {
    socket.setSoTimeout(millis(settings.timeouts().finalDot()));
    SmtpReply last = reply();
    socket.setSoTimeout(millis(settings.timeouts().command()));
    return last.isPositive() ? last.outcome() : negative(last);
  }

  /** What was written leaves. */
  void leave() throws IOException {
    out.flush();
  }

  /** Nobody knows any more what the host heard: it is not used again. */
  void broken() {
    reusable = false;
  }

  /** What this host cannot take, known without asking. */
  Optional<RecipientOutcome> obstacle(
      @Nullable MailAddress sender, MailAddress recipient, OutgoingLetter letter) {
    boolean utf8 = recipient.needsSmtpUtf8() || (sender != null && sender.needsSmtpUtf8());
    if (utf8 && !offers.containsKey("SMTPUTF8")) {
      return Optional.of(
          new RecipientOutcome.Rejected(
              550, "5.6.7", "The next host takes no non-ASCII addresses"));
    }
    Optional<OutgoingLetter> form = fitting(letter);
    if (form.isEmpty()) {
      return Optional.of(letter.areLinesTooLong() ? LINES_TOO_LONG : EIGHT_BITS);
    }
    return form.get().size() > sizeLimit
        ? Optional.of(
            new RecipientOutcome.Rejected(
                552, "5.3.4", "The letter is larger than the next host takes"))
        : Optional.empty();
  }

  /** The letter as this host takes it (RFC 6152); empty if it may not be made so. */
  private Optional<OutgoingLetter> fitting(OutgoingLetter letter) {
    return letter.fitting(offers.containsKey("8BITMIME"), offers.containsKey("SMTPUTF8"));
  }

  private String mailFrom(
      @Nullable MailAddress sender, List<MailAddress> recipients, OutgoingLetter letter) {
    StringBuilder command =
        new StringBuilder("MAIL FROM:<").append(sender == null ? "" : spelled(sender)).append('>');
    if (offers.containsKey("SIZE")) {
      command.append(" SIZE=").append(letter.size());
    }
    if (offers.containsKey("8BITMIME") && letter.isEightBit()) {
      command.append(" BODY=8BITMIME");
    }
    boolean utf8 =
        letter.isEightBitHeader()
            || (sender != null && sender.needsSmtpUtf8())
            || recipients.stream().anyMatch(MailAddress::needsSmtpUtf8);
    if (offers.containsKey("SMTPUTF8") && utf8) {
      command.append(" SMTPUTF8");
    }
    return command.toString();
  }

  /** Domains always go in the form that every host knows; local parts have no other form. */
  private static String spelled(MailAddress address) {
    return address.toAsciiString();
  }

  boolean isReusable() {
    return reusable && !socket.isClosed();
  }

  boolean isIdleLongerThan(Duration limit) {
    return System.nanoTime() - idleSince > limit.toNanos();
  }

  void rest() {
    idleSince = System.nanoTime();
  }

  private void reset() throws IOException {
    if (isReusable()) {
      reusable = ask("RSET").isPositive();
    }
  }

  SmtpReply ask(String command) throws IOException {
    write(command);
    return reply();
  }

  private void write(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  SmtpReply reply() throws IOException {
    out.flush();
    SmtpReply reply = SmtpReply.read(in);
    answered |= !reply.isClosing();
    reusable &= !reply.isClosing();
    return reply;
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }

  /** Cuts the connection at once; anyone who waits on it gets an exception. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Takes leave as RFC 5321 section 4.1.1.10 asks, without waiting for the answer. */
  void quit() throws IOException {
    try {
      write("QUIT");
      out.flush();
    } finally {
      socket.close();
    }
  }
}
