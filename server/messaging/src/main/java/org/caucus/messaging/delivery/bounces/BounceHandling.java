package org.caucus.messaging.delivery.bounces;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.Verp;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.Workspace;

/**
 * The parts of this package, put together.
 *
 * @param returned takes what comes back
 * @param composers of the letters that follow from it
 * @param moved told of a person who takes mail at another address from now on; blocks
 */
public record BounceHandling(
    BounceProcessor returned,
    BounceProbes probes,
    List<Composer> composers,
    MailTroubleRoutes routes,
    Consumer<String> moved) {
  /**
   * Puts them together.
   *
   * @param workspacesOf where a person has a seat; may block
   * @param bell rung after something was put into the outbox
   */
  public static BounceHandling of(
      Parts parts,
      AddressOwners holders,
      Function<String, List<WorkspaceId>> workspacesOf,
      Runnable bell) {
    AddressHealthStore standings = new AddressHealthStore(parts.mongo(), parts.vault());
    DeliverySuspension suspension =
        new DeliverySuspension(
            parts.floor(), workspacesOf, holders, standings, parts.outbox(), parts.clock());
    BounceProcessor returned =
        new BounceProcessor(
            new Verp(parts.vault(), parts.site().domain()),
            parts.outbox(),
            parts.floor(),
            holders,
            standings,
            suspension,
            parts.clock());
    return new BounceHandling(
        returned,
        new BounceProbes(standings, parts.outbox(), bell, parts.clock()),
        List.of(
            new ProbeMail(parts.floor(), parts.site()),
            new SuspensionMail(parts.floor(), parts.readers(), parts.site()),
            new ComplaintMail(
                parts.floor(), parts.readers(), parts.unsubscribe(), parts.site(), parts.clock())),
        new MailTroubleRoutes(parts.floor(), holders, standings, suspension),
        suspension::moved);
  }

  /** What they work with. */
  public record Parts(
      Mongo mongo,
      Vault vault,
      CommandBus<Workspace> floor,
      Outbox outbox,
      Site site,
      Unsubscribe unsubscribe,
      SeatAddresses readers,
      InstantSource clock) {}
}
