package org.caucus.email.dmarc;

import com.google.common.net.InternetDomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.email.dns.TxtRecords;

/** The policies of domains about mail in their name (RFC 7489 section 6). */
public final class Dmarc {
  private final TxtRecords records;

  /** Policies that are found there. */
  public Dmarc(TxtRecords records) {
    this.records = records;
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

  /** The policy of a domain, or of the one it belongs to. May block for the name servers. */
  public Policy of(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    try {
      Optional<Map<String, String>> own = record(name);
      if (own.isPresent()) {
        return policy(own.get().getOrDefault("p", ""));
      }
      Optional<String> organisation = organisation(name).filter(o -> !o.equals(name));
      if (organisation.isEmpty()) {
        return Policy.NONE;
      }
      return record(organisation.get())
          .map(tags -> policy(tags.getOrDefault("sp", tags.getOrDefault("p", ""))))
          .orElse(Policy.NONE);
    } catch (TxtRecords.NotNow e) {
      return Policy.UNKNOWN;
    }
  }

  private static Policy policy(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "none" -> Policy.NONE;
      case "quarantine", "reject" -> Policy.ENFORCED;
      default -> Policy.UNKNOWN;
    };
  }

  private Optional<Map<String, String>> record(String domain) throws TxtRecords.NotNow {
    List<Map<String, String>> found =
        records.of("_dmarc." + domain).stream()
            .filter(r -> r.strip().toUpperCase(Locale.ROOT).startsWith("V=DMARC1"))
            .map(Dmarc::tags)
            .toList();
    // of several none counts (section 6.6.3): what is meant is not known
    return found.size() > 1 ? Optional.of(Map.of()) : found.stream().findFirst();
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
