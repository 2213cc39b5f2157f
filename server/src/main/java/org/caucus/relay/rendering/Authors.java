package org.caucus.relay.rendering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.command.SeatId;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.RawLetter;
import org.caucus.email.dmarc.Dmarc;
import org.caucus.email.text.HeaderText;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in the From line of what is sent on. The author as they wrote themselves, where their
 * domain lets others bring its mail; where it does not, or that is not found out, {@code Name via
 * List} with the member's address here: else receivers would refuse the letter, and count that
 * against the reader.
 */
public final class Authors {
  /** How long a policy is remembered. */
  static final Duration KEPT = Duration.ofMinutes(15);

  /** How long it is remembered that it was not found out. */
  static final Duration KEPT_UNKNOWN = Duration.ofMinutes(1);

  /** Domains that are remembered. */
  static final int REMEMBERED = 1_000;

  private static final String VIA = " via ";

  private final Aliases aliases;
  private final Dmarc dmarc;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Known> known =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Known(Dmarc.Policy policy, Instant until) {}

  /** Authors with these addresses here. */
  public Authors(Aliases aliases, Dmarc dmarc, InstantSource clock) {
    this.aliases = aliases;
    this.dmarc = dmarc;
    this.clock = clock;
  }

  /** The addresses that stand for members. */
  public Aliases aliases() {
    return aliases;
  }

  /**
   * What must stand in the From line instead of what does; empty if it may stay. May block for name
   * servers.
   *
   * @param seat whose letter it is; null for a stranger's, who has no address here
   * @param via the list, or the workspace
   * @param otherwise the address for a stranger's letter
   */
  public Optional<NamedAddress> instead(
      RawLetter letter, Workspace state, @Nullable SeatId seat, String via, MailAddress otherwise) {
    List<NamedAddress> from =
        letter.values("From").size() == 1
            ? NamedAddress.parseList(letter.value("From").orElseThrow())
            : List.of();
    if (from.size() == 1 && mayStay(from.getFirst().address().asciiDomain())) {
      return Optional.empty();
    }
    String own = from.size() == 1 ? from.getFirst().name() : "";
    String name = own.isBlank() && seat != null ? state.members().nameOf(seat) : own;
    MailAddress address = seat == null ? otherwise : aliases.of(state.members().slug(), seat);
    String shown = name.isBlank() ? via : name + VIA + via;
    return Optional.of(new NamedAddress(HeaderText.clean(shown), address));
  }

  private boolean mayStay(String domain) {
    return policy(domain.toLowerCase(Locale.ROOT)) == Dmarc.Policy.NONE;
  }

  private Dmarc.Policy policy(String domain) {
    Instant now = clock.instant();
    lock.lock();
    try {
      Known before = known.get(domain);
      if (before != null && before.until().isAfter(now)) {
        return before.policy();
      }
    } finally {
      lock.unlock();
    }
    Dmarc.Policy policy = dmarc.of(domain); // asks name servers: not under the lock
    Instant until = now.plus(policy == Dmarc.Policy.UNKNOWN ? KEPT_UNKNOWN : KEPT);
    lock.lock();
    try {
      known.put(domain, new Known(policy, until));
    } finally {
      lock.unlock();
    }
    return policy;
  }
}
