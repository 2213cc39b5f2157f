package org.caucus.messaging.distribution;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.distribution.rendering.FromRewriter;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.BlobId;

/** Composes the letters of a post office's posts without sending them. */
record Composing(PostOffice office) {
  /** What composes them, signed by this key; {@code reading} hears of each file that is read. */
  PostComposer by(DkimKey key, Runnable reading) {
    var vault = office.caucus.vault();
    Site site = new Site(PostOffice.DOMAIN, "https://caucus.example");
    return new PostComposer(
        office.rooms,
        (workspace, blob) -> {
          reading.run();
          return office.blobs.get(workspace, new BlobId(blob));
        },
        person -> Future.succeededFuture(Optional.of(MailAddress.of(person + "@home.example"))),
        office.replies,
        new Unsubscribe(vault, site),
        site,
        new PostSigner(key, name -> List.of(), InstantSource.system()),
        new FromRewriter(
            new MemberAliases(vault, PostOffice.DOMAIN),
            new Dmarc(name -> List.of(), InstantSource.system())),
        new DigestReceipts((workspace, seat, list) -> Future.succeededFuture(0L)));
  }

  /** The parcels of the first post. */
  List<DeliveryBatch> parcels() {
    var state = office.state();
    String entry = state.entries().byId().keySet().iterator().next();
    JsonObject payload =
        new JsonObject().put(BatchState.SEQUENCE, state.sequence()).put(PostComposer.ENTRY, entry);
    return RecipientBatches.parcels(
        state, RecipientBatches.POST, "memo", payload, s -> true, s -> office.now(), office.now());
  }
}
