package org.caucus.postmaster.arrival;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.email.MailAddress;
import org.caucus.issues.asked.Verb;

/**
 * How the local parts of this installation are read (RFC 5233 subaddresses).
 *
 * @param domain the mail domain
 * @param separator between a workspace's name and a detail, usually {@code +}
 */
public record AddressPlan(String domain, String separator) {
  /** What a detail of an answer address begins with. */
  public static final String REPLY = "r.";

  /** What a detail of a return path begins with. */
  public static final String BOUNCE = "b.";

  /** What a detail of an unsubscribe address begins with. */
  public static final String UNSUBSCRIBE = "u.";

  /** What a detail of a member's address begins with. */
  public static final String MEMBER = "m.";

  /** What a detail of an address that takes a post back begins with. */
  public static final String TAKE_BACK = "t.";

  /** Mailboxes every mail host has: RFC 5321 section 4.5.1, RFC 2142 section 2. */
  private static final Set<String> OPERATOR = Set.of("postmaster", "abuse");

  private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** The detail at which orders are taken. */
  public static final String CONTROL = "control";

  /** The detail at which it is told what can be ordered. */
  public static final String HELP = "help";

  /** The detail by which the mail of a list is stopped. */
  public static final String LEAVE = "leave";

  /** The detail at which answers decide about letters that wait. */
  public static final String DECIDE = "decide";

  /** The detail at which actions are planned; behind a dot, for which organisation. */
  public static final String ACTIONS = "actions";

  private static final Set<String> COMMANDS = Set.of(HELP, CONTROL, LEAVE);

  /** Whether the address is of this installation's domain. */
  public boolean here(MailAddress address) {
    return address.asciiDomain().equalsIgnoreCase(domain);
  }

  /** Whether the letter is for whoever runs this installation. */
  public boolean operator(MailAddress address) {
    return OPERATOR.contains(address.localPart().toLowerCase(java.util.Locale.ROOT));
  }

  /** The verb behind the last separator, as in {@code tracker+done}; empty if there is none. */
  public Optional<Verb> verb(MailAddress address) {
    return address.localPart().lastIndexOf(separator) > 0
        ? Verb.of(detail(address))
        : Optional.empty();
  }

  /** The address without what stands behind its last separator. */
  public Optional<MailAddress> before(MailAddress address) {
    int cut = address.localPart().lastIndexOf(separator);
    return MailAddress.parse(address.localPart().substring(0, cut) + "@" + address.domain());
  }

  /** What stands before the last separator, if a known detail follows it; a verb is left aside. */
  public Optional<String> base(MailAddress address) {
    if (verb(address).isPresent()) {
      return before(address).flatMap(this::base);
    }
    int cut = address.localPart().lastIndexOf(separator);
    return cut > 0 && known(detail(address))
        ? Optional.of(address.localPart().substring(0, cut))
        : Optional.empty();
  }

  /** What stands before the last separator, if what follows may be the name of an organisation. */
  public Optional<String> beforeOrganisation(MailAddress address) {
    if (verb(address).isPresent()) {
      return before(address)
          .flatMap(b -> beforeOrganisation(b).or(() -> Optional.of(b.localPart())));
    }
    int cut = address.localPart().lastIndexOf(separator);
    return cut > 0 && !known(detail(address)) && ORGANISATION.matcher(detail(address)).matches()
        ? Optional.of(address.localPart().substring(0, cut))
        : Optional.empty();
  }

  /** What stands after the last separator, in lower case; empty if there is none. */
  public String detail(MailAddress address) {
    String local = address.localPart().toLowerCase(java.util.Locale.ROOT);
    int cut = local.lastIndexOf(separator);
    return cut < 0 ? "" : local.substring(cut + separator.length());
  }

  /** Whether orders are taken at addresses with this detail. */
  public static boolean isCommand(String detail) {
    return COMMANDS.contains(detail);
  }

  /** Whether actions are planned at addresses with this detail. */
  public static boolean isActions(String detail) {
    return detail.equals(ACTIONS) || detail.startsWith(ACTIONS + ".");
  }

  /** The short name of the organisation for which an action is planned there; may be empty. */
  public static String planner(String detail) {
    return detail.equals(ACTIONS) ? "" : detail.substring(ACTIONS.length() + 1);
  }

  private static boolean known(String detail) {
    return detail.startsWith(REPLY)
        || detail.startsWith(BOUNCE)
        || detail.startsWith(UNSUBSCRIBE)
        || detail.startsWith(MEMBER)
        || detail.startsWith(TAKE_BACK)
        || detail.equals(DECIDE)
        || isActions(detail)
        || COMMANDS.contains(detail);
  }
}
