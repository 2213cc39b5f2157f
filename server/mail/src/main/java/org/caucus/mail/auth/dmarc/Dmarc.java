package org.caucus.mail.auth.dmarc;

import com.google.common.net.InternetDomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.mail.auth.dns.TxtRecords;

/**
 * The policies of domains about mail in their name (RFC 7489 section 6), and which names belong
 * together (section 3.2). They are remembered for a while: one lookup for all who ask.
 */
public final class Dmarc {
  /** How long a policy is remembered. */
  public static final Duration KEPT = Duration.ofMinutes(15);

  /** How long it is remembered that it was not found out. */
  public static final Duration KEPT_UNKNOWN = Duration.ofMinutes(1);

  /** Domains that are remembered. */
  static final int REMEMBERED = 1_000;

  private final TxtRecords records;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Known> known =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Known(Wish wish, Instant until) {}

  /** Policies that are found there. */
  public Dmarc(TxtRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** What is to be done with mail in a domain's name that it did not send. */
  public enum Policy {
    /** Nothing, or the domain says nothing. */
    NONE,
    /** It is put aside or refused. */
    ENFORCED,
    /** Not found out, or not understood. */
    UNKNOWN
  }

  /**
   * What a domain asks.
   *
   * @param strictSignatures only the very domain signs for itself ({@code adkim=s}), not its
   *     relatives
   * @param strictHosts only the very domain names hosts that send for it ({@code aspf=s})
   */
  public record Wish(Policy policy, boolean strictSignatures, boolean strictHosts) {
    private static final Wish SILENT = new Wish(Policy.NONE, false, false);

    /** What is not known is taken as strict. */
    private static final Wish UNKNOWN = new Wish(Policy.UNKNOWN, true, true);
  }

  /** What a domain asks, or the one it belongs to. May block for the name servers. */
  public Wish of(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    lock.lock();
    try {
      Known before = known.get(name);
      if (before != null && before.until().isAfter(now)) {
        return before.wish();
      }
    } finally {
      lock.unlock();
    }
    Wish wish = look(name); // asks name servers: not under the lock
    Instant until = now.plus(wish.policy() == Policy.UNKNOWN ? KEPT_UNKNOWN : KEPT);
    lock.lock();
    try {
      known.put(name, new Known(wish, until));
    } finally {
      lock.unlock();
    }
    return wish;
  }

  /** Whether somebody registered both names as parts of one domain. */
  public static boolean areRelated(String one, String other) {
    Optional<String> organisation = organisation(one.toLowerCase(Locale.ROOT));
    return organisation.isPresent()
        && organisation.equals(organisation(other.toLowerCase(Locale.ROOT)));
  }

  private Wish look(String name) {
    try {
      Optional<Map<String, String>> own = record(name);
      if (own.isPresent()) {
        return wish(own.get(), "p");
      }
      Optional<String> organisation = organisation(name).filter(o -> !o.equals(name));
      if (organisation.isEmpty()) {
        return Wish.SILENT;
      }
      return record(organisation.get())
          .map(tags -> wish(tags, tags.containsKey("sp") ? "sp" : "p"))
          .orElse(Wish.SILENT);
    } catch (TxtRecords.NotNow e) {
      return Wish.UNKNOWN;
    }
  }

  private static Wish wish(Map<String, String> tags, String policy) {
    return tags.isEmpty()
        ? Wish.UNKNOWN
        : new Wish(policy(tags, policy), strict(tags, "adkim"), strict(tags, "aspf"));
  }

  private static boolean strict(Map<String, String> tags, String name) {
    return tags.getOrDefault(name, "r").equalsIgnoreCase("s");
  }

  /** A policy that asks for nothing known, but for reports, only watches (section 6.6.3). */
  private static Policy policy(Map<String, String> tags, String name) {
    return switch (tags.getOrDefault(name, "").toLowerCase(Locale.ROOT)) {
      case "none" -> Policy.NONE;
      case "quarantine", "reject" -> Policy.ENFORCED;
      default -> tags.getOrDefault("rua", "").contains(":") ? Policy.NONE : Policy.UNKNOWN;
    };
  }

  private Optional<Map<String, String>> record(String domain) throws TxtRecords.NotNow {
    List<Map<String, String>> found =
        records.of("_dmarc." + domain).stream().filter(Dmarc::isPolicy).map(Dmarc::tags).toList();
    // of several none counts (section 6.6.3): what is meant is not known
    return found.size() > 1 ? Optional.of(Map.of()) : found.stream().findFirst();
  }

  /** The version stands first, and is that and no other (section 6.3). */
  private static boolean isPolicy(String record) {
    String[] first = record.split(";", 2)[0].split("=", 2);
    return first.length == 2
        && first[0].strip().equalsIgnoreCase("v")
        && first[1].strip().equalsIgnoreCase("DMARC1");
  }

  private static Map<String, String> tags(String record) {
    Map<String, String> tags = new HashMap<>();
    for (String part : record.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        tags.putIfAbsent(name, part.substring(equals + 1).strip());
      }
    }
    return tags;
  }

  /** The part of a domain that somebody registered, by the list of public suffixes. */
  private static Optional<String> organisation(String domain) {
    try {
      InternetDomainName name = InternetDomainName.from(domain);
      return name.isUnderPublicSuffix()
          ? Optional.of(name.topPrivateDomain().toString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
