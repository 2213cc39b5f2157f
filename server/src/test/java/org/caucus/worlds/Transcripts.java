package org.caucus.worlds;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.answers.AnswerLimit;
import org.caucus.answers.TranscriptMail;
import org.caucus.command.Act;
import org.caucus.command.Command;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Key;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.MailAddress;
import org.caucus.entries.Entry;
import org.caucus.entries.Letter;
import org.caucus.letters.Intent;
import org.caucus.letters.LetterCommand;
import org.caucus.log.Installation;
import org.caucus.log.WorkspaceId;
import org.caucus.log.leases.Node;
import org.caucus.notices.Notices;
import org.caucus.relay.Current;
import org.caucus.relay.SeatAddresses;
import org.caucus.relay.Site;
import org.caucus.relay.served.Ledger;
import org.caucus.relay.served.Notified;
import org.caucus.relay.served.Served;
import org.caucus.workspace.Commands;
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

  private final Ledger ledger;
  private final ReplyTickets replies;
  private final Site site = new Site(View.DOMAIN, "https://caucus.example");

  /** Of an installation that has sent nothing. */
  Transcripts(Installation at) {
    Outbox outbox = new Outbox(at.mongo(), at.vault(), Node.alone(at.mongo()));
    Served.Digests none = (workspace, seat, list) -> Future.succeededFuture(0L);
    this.replies = new ReplyTickets(at.vault(), InstantSource.fixed(View.NOW));
    this.ledger =
        new Ledger(outbox, none, new Notified(outbox, none, "notice.event", Notices::hearers));
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
    Letter letter = new Letter("b", "asked" + HOME, null, false, List.of());
    var command =
        new LetterCommand.PostLetter(
            new Intent.Orders("", "cop+control@" + View.DOMAIN, "p" + HOME),
            "",
            String.join("\n", orders),
            letter);
    var events = Commands.decide(now, command, new Act("asks", View.NOW, seat, "t", "e"));
    Workspace after =
        now.evolve(new Commit(now.sequence() + 1, "asks", View.NOW, seat, null, events));
    var mail =
        new TranscriptMail(
            new Asked(after),
            ADDRESSES,
            ledger,
            replies,
            (workspace, asker, words) -> Optional.empty(),
            site,
            AnswerLimit.ofAnswers(),
            InstantSource.fixed(View.NOW));
    JsonObject payload =
        new JsonObject().put(Current.SEQUENCE, after.sequence()).put(Current.EVENT, 0);
    Parcel parcel =
        Parcel.of(
            Parcel.id("asks", mail.kind()),
            now.id(),
            mail.kind(),
            payload,
            List.of(seat.value()),
            View.NOW);
    return mail.compose(parcel, seat.value()).map(Transcripts::text).orElse("");
  }

  private static String text(Outgoing letter) {
    return switch (letter) {
      case Outgoing.Composed c -> c.to() + "\n" + c.letter().subject() + "\n" + c.letter().text();
      case Outgoing.Raw r -> throw new AssertionError("no transcript: to " + r.to());
    };
  }

  /** A floor on which nothing moves after that was asked. */
  private record Asked(Workspace now) implements Floor<Workspace> {
    @Override
    public Future<Workspace> read(WorkspaceId workspace) {
      return Future.succeededFuture(now);
    }

    @Override
    public Future<Committed> submit(
        WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable Key key) {
      throw new UnsupportedOperationException("nothing moves");
    }
  }
}
