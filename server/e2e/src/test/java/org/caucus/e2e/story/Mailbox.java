package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.fail;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.server.Envelope;
import org.caucus.mail.smtp.server.SmtpServer;
import org.caucus.mail.smtp.server.SmtpServerSettings;

/** The smarthost of a test: takes everything by real SMTP and keeps it in memory. */
final class Mailbox implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 10;

  private final List<Mail> caught = new CopyOnWriteArrayList<>();
  private final SmtpServer inbox =
      new SmtpServer(
          SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "localhost"),
          recipient -> Optional.empty(),
          this::store,
          InstantSource.system());

  /**
   * One letter to one address, as it came.
   *
   * @param sender the return path; empty for the null sender
   * @param read what was read of it: tests that wait ask for the same again and again
   */
  record Mail(String to, String sender, RawLetter letter, Map<String, String> read) {
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

    String header(String name) {
      return read.computeIfAbsent(
          name + ":", n -> FOLD.matcher(letter.value(name).orElse("")).replaceAll(" ").strip());
    }

    byte[] body() {
      return letter.body();
    }

    String subject() {
      return ParsedLetter.of(letter).subject();
    }

    String text() {
      return read.computeIfAbsent("text", t -> ParsedLetter.of(letter).text());
    }
  }

  Mailbox() {
    inbox.start();
  }

  private void store(Envelope envelope, byte[] bytes) {
    // the first field is the trace of this host
    RawLetter letter = RawLetter.of(bytes).withoutLeading(1);
    String sender = envelope.sender() == null ? "" : envelope.sender().toString();
    for (MailAddress to : envelope.recipients()) {
      caught.add(new Mail(to.toString(), sender, letter, new ConcurrentHashMap<>()));
    }
  }

  String url() {
    return "smtp://127.0.0.1:" + port() + "?starttls=off";
  }

  int port() {
    return inbox.port();
  }

  List<Mail> all() {
    return List.copyOf(caught);
  }

  List<Mail> to(String address) {
    return caught.stream().filter(m -> m.to().equals(address)).toList();
  }

  /** The next letter to this address of which this is true; waits for it. */
  Mail await(String address, Predicate<Mail> which) throws InterruptedException {
    long until = System.nanoTime() + Clocks.LONG.toNanos();
    while (System.nanoTime() < until) {
      Optional<Mail> found = to(address).stream().filter(which).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return fail(
        "no such letter to "
            + address
            + "; there are "
            + to(address).stream().map(Mail::subject).toList());
  }

  static boolean has(Mail mail, String words) {
    return new String(mail.letter().toBytes(), StandardCharsets.UTF_8).contains(words);
  }

  @Override
  public void close() {
    inbox.close();
  }
}
