package org.caucus.mail.auth.spf;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.caucus.mail.auth.dns.HostRecords;

/** Whether a host may send mail in a domain's name (RFC 7208). */
public final class SpfCheck {
  private static final Found NOTHING = new Found(SpfResult.NONE, false);

  private final HostRecords records;
  private final LongSupplier nanos;

  /**
   * What was found.
   *
   * @param open whether anybody would have passed, by {@code +all} or a network of half the world:
   *     the domain says that all may use its name, so that a pass proves nothing
   */
  public record Found(SpfResult result, boolean open) {}

  /** Checks by what is published there. */
  public SpfCheck(HostRecords records) {
    this(records, System::nanoTime);
  }

  SpfCheck(HostRecords records, LongSupplier nanos) {
    this.records = records;
    this.nanos = nanos;
  }

  /**
   * What the sender's domain says of the host; of the null sender, what the host's own name says.
   * May block for the name servers, up to {@link SpfLookups#MAX_TIME} and one answer more.
   *
   * @param address of the host that delivers the letter
   * @param helo the name it gave itself
   * @param sender MAIL FROM without brackets; empty for the null sender
   */
  public Found check(InetAddress address, String helo, String sender) {
    int at = sender.lastIndexOf('@');
    String domain = sender.isEmpty() ? helo : sender.substring(at + 1);
    String local = at <= 0 ? "postmaster" : sender.substring(0, at);
    if (!SpfMacros.isName(domain)) {
      return NOTHING;
    }
    try {
      return new Run(address, helo, local, domain).host(domain);
    } catch (SpfError e) {
      return new Found(e.result(), false);
    }
  }

  /** One check, with what it may still ask. */
  private final class Run {
    private final InetAddress address;
    private final SpfLookups lookups = new SpfLookups(records, nanos);
    private final SpfMacros macros;

    Run(InetAddress address, String helo, String local, String domain) {
      this.address = address;
      this.macros =
          new SpfMacros(new SpfMacros.Question(address, helo, local, domain), this::bestName);
    }

    Found host(String domain) throws SpfError {
      List<String> policies = SpfMacros.isName(domain) ? lookups.policies(domain) : List.of();
      if (policies.isEmpty()) {
        return NOTHING;
      }
      if (policies.size() > 1) {
        throw SpfError.forGood("several records");
      }
      SpfRecord policy = SpfRecord.parse(policies.getFirst());
      for (SpfTerm term : policy.terms()) {
        Optional<Found> found = match(term, domain);
        if (found.isPresent()) {
          return found.get();
        }
      }
      return policy.redirect().isPresent()
          ? redirected(policy.redirect().get(), domain)
          : new Found(SpfResult.NEUTRAL, false);
    }

    private Found redirected(String to, String domain) throws SpfError {
      lookups.count();
      return known(host(macros.domain(to, domain)));
    }

    /** A domain that is referred to must say something. */
    private static Found known(Found found) throws SpfError {
      if (found.result() == SpfResult.NONE) {
        throw SpfError.forGood("a domain it refers to says nothing");
      }
      return found;
    }

    private Optional<Found> match(SpfTerm term, String domain) throws SpfError {
      if (term.kind().asks()) {
        lookups.count();
      }
      if (term.kind() == SpfTerm.Kind.INCLUDE) {
        Found found = known(host(macros.domain(term.target(), domain)));
        return found.result() == SpfResult.PASS
            ? Optional.of(new Found(term.result(), found.open()))
            : Optional.empty();
      }
      return matches(term, domain)
          ? Optional.of(new Found(term.result(), term.isOpen(address)))
          : Optional.empty();
    }

    private boolean matches(SpfTerm term, String domain) throws SpfError {
      String target = term.target().isEmpty() ? domain : macros.domain(term.target(), domain);
      return switch (term.kind()) {
        case ALL -> true;
        case IP4, IP6 -> term.holds(address);
        case A -> anyIn(term, lookups.addresses(target, address));
        case MX -> anyIn(term, lookups.exchangers(target, address));
        case EXISTS -> lookups.exists(target);
        case PTR -> lookups.validated(address).stream().anyMatch(name -> isWithin(name, target));
        case INCLUDE -> throw new IllegalStateException("asked before");
      };
    }

    private boolean anyIn(SpfTerm term, List<InetAddress> hosts) {
      return hosts.stream().anyMatch(host -> term.isIn(host, address));
    }

    private static boolean isWithin(String name, String domain) {
      String lower = domain.toLowerCase(Locale.ROOT);
      return name.equals(lower) || name.endsWith("." + lower);
    }

    private String bestName(String domain) throws SpfError {
      List<String> all = lookups.validated(address);
      return all.stream()
          .filter(domain::equalsIgnoreCase)
          .findFirst()
          .or(() -> all.stream().filter(name -> isWithin(name, domain)).findFirst())
          .or(() -> all.stream().findFirst())
          .orElse("unknown");
    }
  }
}
