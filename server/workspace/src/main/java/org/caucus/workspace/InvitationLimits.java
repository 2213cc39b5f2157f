package org.caucus.workspace;

import java.time.Duration;
import java.time.InstantSource;
import org.caucus.http.ApiRequest;
import org.caucus.kernel.Message;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;

/**
 * How often somebody is invited. Each invitation is a letter to a person that a convenor names:
 * invited, revoked and invited again, it would be as many as one likes. Counted for those who
 * invite, so that another workspace can still invite the person who was pestered from this one. Per
 * node, in memory.
 */
public final class InvitationLimits {
  /** Invitations of one workspace to one address within {@link #A_DAY}. */
  static final int PER_ADDRESS = 5;

  /** Invitations by one person, wherever, within {@link #A_DAY}. */
  static final int PER_PERSON = 200;

  private static final Duration A_DAY = Duration.ofDays(1);

  private final TokenBuckets addresses;
  private final TokenBuckets persons;

  /** None were sent yet. */
  public InvitationLimits(InstantSource clock) {
    this.addresses = new TokenBuckets(clock, new TokenBuckets.Limit(PER_ADDRESS, A_DAY));
    this.persons = new TokenBuckets(clock, new TokenBuckets.Limit(PER_PERSON, A_DAY));
  }

  /**
   * Whether one more may be sent.
   *
   * @throws RateLimited if one more would be one too many
   */
  public void mustBeFew(ApiRequest call, String address) {
    refuse(
        addresses.wait(to(call, address)),
        Message.of("one-address-is-invited-at-most", "limit", PER_ADDRESS));
    refuse(
        persons.wait(call.caller().person()),
        Message.of("at-most-invitations-a-day-are", "limit", PER_PERSON));
  }

  /** One was sent. */
  public void count(ApiRequest call, String address) {
    addresses.count(to(call, address));
    persons.count(call.caller().person());
  }

  private static String to(ApiRequest call, String address) {
    String form = MailAddress.parse(address).map(MailAddress::comparisonForm).orElse(address);
    return call.workspace().value() + " " + form;
  }

  private static void refuse(long wait, Message limit) {
    if (wait > 0) {
      throw new RateLimited(wait, limit);
    }
  }
}
