package org.caucus.messaging.inbound.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.coalition.mailcommands.AddressCommand;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RoleMailboxes;
import org.caucus.workspace.Capabilities;

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

  /** What a detail begins with at which operators answer a letter to them. */
  public static final String OPERATORS_ANSWER = "a.";

  private static final Pattern ORGANISATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** The detail at which orders are taken. */
  public static final String CONTROL = "control";

  /** The detail at which it is told what can be ordered. */
  public static final String HELP = "help";

  /** The detail by which the mail of a list is stopped. */
  public static final String LEAVE = "leave";

  /** The detail at which answers decide about letters that wait. */
  public static final String DECIDE = "decide";

  /** The detail by which the mail of a list comes again. */
  public static final String JOIN = "join";

  /** The detail of the address that notices and digests come from: nothing is posted there. */
  public static final String NOTICES = "notices";

  /** The detail at which the convenors are reached. */
  public static final String OWNER = "owner";

  /** What stands before the @ where letters of the server itself come from. */
  public static final String NO_REPLY = "noreply";

  /** What a detail of an address that takes up an invitation begins with. */
  public static final String INVITATION = "i.";

  private static final Set<String> COMMANDS = Set.of(HELP, CONTROL, LEAVE, JOIN);

  /** What other list programs call the same; so does this one. */
  private static final Map<String, String> ALSO =
      Map.of(
          "request", CONTROL,
          "subscribe", JOIN,
          "unsubscribe", LEAVE,
          "conversation", "conversations");

  /** What may follow a list's name behind a hyphen, as with Mailman and Sympa. */
  private static final Set<String> HYPHENED =
      Set.of("request", "subscribe", "unsubscribe", JOIN, LEAVE, OWNER, HELP);

  /** Whether the address is of this installation's domain. */
  public boolean here(MailAddress address) {
    return address.asciiDomain().equalsIgnoreCase(domain);
  }

  /** Whether the letter is for the operator of this installation, whatever else there is. */
  public boolean operator(MailAddress address) {
    return RoleMailboxes.isAlways(role(address));
  }

  /** Whether it is for them unless something here has the address. */
  public boolean operatorUnlessTaken(MailAddress address) {
    return RoleMailboxes.isUnlessTaken(role(address));
  }

  /** The local part without the ticket of an answer. */
  public String role(MailAddress address) {
    int cut = address.localPart().lastIndexOf(separator);
    return cut > 0 && detail(address).startsWith(OPERATORS_ANSWER)
        ? address.localPart().substring(0, cut)
        : address.localPart();
  }

  /** Whether letters of the server itself come from there. */
  public boolean noReply(MailAddress address) {
    return address.localPart().equalsIgnoreCase(NO_REPLY);
  }

  /**
   * The same address as it is written here, of one in which a hyphen stands before what Mailman has
   * there, or what something is opened at: {@code list-request} is {@code list+control}. Only for
   * one that is nothing by itself: a list may be called {@code desk-owner}.
   */
  public Optional<MailAddress> hyphened(MailAddress address) {
    String local = address.localPart();
    int cut = local.lastIndexOf('-');
    String detail = local.substring(cut + 1).toLowerCase(java.util.Locale.ROOT);
    boolean isKnown = HYPHENED.contains(detail) || isOpening(ALSO.getOrDefault(detail, detail));
    return cut > 0 && !local.contains(separator) && isKnown
        ? MailAddress.parse(local.substring(0, cut) + separator + detail + "@" + address.domain())
        : Optional.empty();
  }

  /** The verb behind the last separator, as in {@code tracker+done}; empty if there is none. */
  public Optional<AddressCommand> verb(MailAddress address) {
    return address.localPart().lastIndexOf(separator) > 0
        ? AddressCommand.of(detail(address))
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
    String detail = cut < 0 ? "" : local.substring(cut + separator.length());
    return ALSO.getOrDefault(detail, detail);
  }

  /** Whether a list has an address with this detail of its own. */
  public static boolean isOfList(String detail) {
    return isCommand(detail) || detail.equals(OWNER);
  }

  /** Whether orders are taken at addresses with this detail. */
  public static boolean isCommand(String detail) {
    return COMMANDS.contains(detail);
  }

  /** Whether something is opened at addresses with this detail, such as an action or a poll. */
  public static boolean isOpening(String detail) {
    return Capabilities.isOpening(detail);
  }

  /** The short name of the organisation for which something is opened there; may be empty. */
  public static String opener(String detail) {
    int dot = detail.indexOf('.');
    return dot < 0 ? "" : detail.substring(dot + 1);
  }

  private static boolean known(String detail) {
    return detail.startsWith(REPLY)
        || detail.startsWith(BOUNCE)
        || detail.startsWith(UNSUBSCRIBE)
        || detail.startsWith(MEMBER)
        || detail.startsWith(TAKE_BACK)
        || detail.startsWith(INVITATION)
        || detail.equals(DECIDE)
        || detail.equals(NOTICES)
        || detail.equals(OWNER)
        || isOpening(detail)
        || COMMANDS.contains(detail);
  }
}
