package org.caucus.messaging.distribution.receipts;

import org.caucus.coalition.entries.Entry;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Workspace;

/**
 * {@code /entries/{id}/deliveries}: who got a post by mail, or was told of a comment, and who did
 * not and why.
 */
public final class DeliveryRoutes implements Routes {
  private final CommandBus<Workspace> floor;
  private final DeliveryLedger ledger;

  /** Routes on this floor. */
  public DeliveryRoutes(CommandBus<Workspace> floor, DeliveryLedger ledger) {
    this.floor = floor;
    this.ledger = ledger;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listDeliveries", this::list);
  }

  /** To the person who wrote it, and to convenors who can read it. */
  private ApiResponse list(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    Entry entry = state.entries().find(call.path("id")).orElseThrow(Refusal::absent);
    state
        .access()
        .mustRead(
            call.seat(),
            state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow(Refusal::absent));
    if (!LedgerRow.isFor(state, entry, call.seat())) {
      throw Refusal.forbidden(Message.of("only-the-author-of-a-post-and"));
    }
    DeliveryPresenter shown = new DeliveryPresenter(state, entry, call.seat());
    return ApiResponse.ok(shown.show(ledger.ofAll(state, entry, call.seat())));
  }
}
