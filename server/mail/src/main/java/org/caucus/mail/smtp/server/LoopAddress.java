package org.caucus.mail.smtp.server;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.MailAddress;

/**
 * The address at which a test letter of {@code caucus doctor} comes back: {@code
 * postmaster+loop-TOKEN@domain}. When it came is remembered for a while, and nothing of what it
 * says. Safe for any number of threads.
 */
public final class LoopAddress {
  /** Letters whose arrival is remembered; the oldest is forgotten first. */
  static final int KEPT = 1_000;

  private static final Pattern LOCAL = Pattern.compile("postmaster\\+loop-([0-9a-f]{32})");

  private final String domain;
  private final Map<String, Instant> arrived = Collections.synchronizedMap(new Newest());

  /** Of this mail domain. */
  public LoopAddress(String domain) {
    this.domain = domain;
  }

  /** The address for a token of 32 hexadecimal digits. */
  public static MailAddress address(String token, String domain) {
    return new MailAddress("postmaster+loop-" + token, domain);
  }

  /** When the letter with this token came; empty if none did. */
  public Optional<Instant> arrival(String token) {
    return Optional.ofNullable(arrived.get(token));
  }

  /** Takes its own addresses, and asks the next about others. */
  public RecipientCheck before(RecipientCheck next) {
    return recipient -> token(recipient).isPresent() ? Optional.empty() : next.refusal(recipient);
  }

  /** Notes what came for its own addresses; the next gets the letter if it has other recipients. */
  public LetterSink before(LetterSink next) {
    return (envelope, letter) -> {
      List<MailAddress> others =
          envelope.recipients().stream().filter(r -> token(r).isEmpty()).toList();
      if (!others.isEmpty()) {
        next.store(envelope.to(others), letter);
      }
      envelope
          .recipients()
          .forEach(r -> token(r).ifPresent(t -> arrived.putIfAbsent(t, envelope.received())));
    };
  }

  private Optional<String> token(MailAddress recipient) {
    Matcher local = LOCAL.matcher(recipient.localPart());
    return recipient.asciiDomain().equalsIgnoreCase(domain) && local.matches()
        ? Optional.of(local.group(1))
        : Optional.empty();
  }

  private static final class Newest extends LinkedHashMap<String, Instant> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > KEPT;
    }
  }
}
