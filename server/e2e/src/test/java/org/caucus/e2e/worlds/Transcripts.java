package org.caucus.e2e.worlds;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.receipts.DeliveryReceipts;
import org.caucus.messaging.distribution.receipts.NoticeReceipts;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.notifications.Notices;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.autoreply.CommandTranscriptMail;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.workspace.CommandDispatcher;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What a letter with orders is answered that asks for posts by Message-ID: those that are hidden,
 * by the identifiers made here and those their letters had, some that were never, and some that the
 * seat can read.
 */
final class Transcripts {
  private static final String HOME = "@x.example";

  /** So many posts that can be read are asked for. */
  private static final int READABLE = 5;

  private static final SeatAddresses ADDRESSES =
      person -> Future.succeededFuture(Optional.of(MailAddress.of(person + "@home.example")));

  private final DeliveryLedger ledger;
  private final ReplyTickets replies;
  private final Site site = new Site(View.DOMAIN, "https://caucus.example");

  /** Of an installation that has sent nothing. */
  Transcripts(Installation at) {
    Outbox outbox = new Outbox(at.mongo(), at.vault(), Node.alone(at.mongo()));
    DeliveryReceipts.Digests none = (workspace, seat, list) -> Future.succeededFuture(0L);
    this.replies = new ReplyTickets(at.vault(), InstantSource.fixed(View.NOW));
    this.ledger =
        new DeliveryLedger(
            outbox, none, new NoticeReceipts(outbox, none, "notice.event", Notices::hearers));
  }

  /** The identifiers that letters of these names may have. */
  static List<String> messageIds(Ref name) {
    return List.of(name.id() + "@" + View.DOMAIN, name.id().replaceAll("[te]$", "m") + HOME);
  }

  /** What the seat is answered; nothing once it has ended. */
  List<String> of(Workspace now, SeatId seat, List<Ref> names) {
    if (!now.members().isActive(seat)) {
      return List.of();
    }
    Stream<String> ids =
        Stream.concat(
            names.stream().flatMap(name -> messageIds(name).stream()),
            Stream.concat(readable(now, seat), Stream.of("never" + HOME)));
    List<String> orders = new ArrayList<>(List.of("lists", "which", "index coalition", "who all"));
    ids.forEach(id -> orders.addAll(List.of("why <" + id + ">", "get <" + id + ">")));
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < orders.size(); i += 2 * READABLE) {
      answers.add(answer(now, seat, orders.subList(i, Math.min(orders.size(), i + 2 * READABLE))));
    }
    return answers;
  }

  private static Stream<String> readable(Workspace now, SeatId seat) {
    return now.entries().byId().values().stream()
        .filter(
            e ->
                now.access()
                    .canRead(seat, now.scopeOf(Ref.to(Ref.Kind.ENTRY, e.id())).orElseThrow()))
        .map(Entry::id)
        .sorted()
        .limit(READABLE)
        .map(id -> id + "@" + View.DOMAIN);
  }

  private String answer(Workspace now, SeatId seat, List<String> orders) {
    EntryLetter letter = new EntryLetter("b", "asked" + HOME, null, false, List.of());
    var command =
        new LetterCommand.PostLetter(
            new LetterOrders("", "cop+control@" + View.DOMAIN, "p" + HOME),
            "",
            String.join("\n", orders),
            letter);
    var events =
        CommandDispatcher.decide(
            now, command, new CommandContext("asks", View.NOW, seat, "t", "e"));
    Workspace after =
        now.evolve(new Commit(now.sequence() + 1, "asks", View.NOW, seat, null, events));
    var mail =
        new CommandTranscriptMail(
            new Asked(after),
            ADDRESSES,
            ledger,
            replies,
            (workspace, asker, words) -> Optional.empty(),
            site,
            AutoReplyLimit.ofAnswers(),
            InstantSource.fixed(View.NOW));
    JsonObject payload =
        new JsonObject().put(BatchState.SEQUENCE, after.sequence()).put(BatchState.EVENT, 0);
    DeliveryBatch parcel =
        DeliveryBatch.of(
            DeliveryBatch.id("asks", mail.kind()),
            now.id(),
            mail.kind(),
            payload,
            List.of(seat.value()),
            View.NOW);
    return mail.compose(parcel, seat.value()).map(Transcripts::text).orElse("");
  }

  private static String text(OutgoingMail letter) {
    return switch (letter) {
      case OutgoingMail.Composed c ->
          c.to() + "\n" + c.letter().subject() + "\n" + c.letter().text();
      case OutgoingMail.Raw r -> throw new AssertionError("no transcript: to " + r.to());
    };
  }

  /** A floor on which nothing moves after that was asked. */
  private record Asked(Workspace now) implements CommandBus<Workspace> {
    @Override
    public Future<Workspace> read(WorkspaceId workspace) {
      return Future.succeededFuture(now);
    }

    @Override
    public Future<Committed> submit(
        WorkspaceId workspace,
        @Nullable SeatId seat,
        Command command,
        @Nullable IdempotencyKey key) {
      throw new UnsupportedOperationException("nothing moves");
    }
  }
}
