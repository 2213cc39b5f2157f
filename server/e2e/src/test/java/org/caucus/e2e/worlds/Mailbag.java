package org.caucus.e2e.worlds;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.Originals;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.PostComposer;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.rendering.FromRewriter;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.distribution.rendering.MemberNames;
import org.caucus.messaging.distribution.rendering.OriginalLetters;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.messaging.notifications.NoticeComposer;
import org.caucus.messaging.notifications.NoticeDigest;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.caucus.messaging.notifications.digests.DigestComposer;
import org.caucus.platform.eventlog.Vault;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Every letter one seat would get of a whole history, and every original it could download, by the
 * composers that send them. Letters name each identifier in {@code names}: whatever else is in
 * their References, hidden or not, is what a careless or a curious author might put there.
 */
public final class Mailbag {
  private static final SeatAddresses ADDRESSES =
      person -> Future.succeededFuture(Optional.of(MailAddress.of(person + "@home.example")));

  private static final DigestReceipts NO_DIGESTS =
      new DigestReceipts((workspace, seat, list) -> Future.succeededFuture(0L));

  private final ReplyTickets replies;
  private final Unsubscribe unsubscribe;
  private final MemberAliases aliases;
  private final HoldCodes codes;
  private final Site site = new Site(View.DOMAIN, "https://caucus.example");

  /** With answer addresses of this installation. */
  public Mailbag(Vault vault) {
    this.replies = new ReplyTickets(vault, InstantSource.fixed(View.NOW));
    this.unsubscribe = new Unsubscribe(vault, site);
    this.aliases = new MemberAliases(vault, View.DOMAIN);
    this.codes = new HoldCodes(vault);
  }

  /** The letters to this seat, oldest first, as text; answer addresses by their length. */
  public List<String> of(Workspace now, SeatId reader, List<Ref> names) {
    CommandBus<Workspace> floor = new Standing(now);
    OriginalLetters raw = (w, blob) -> Future.succeededFuture(raw(blob, names));
    var posts =
        new PostComposer(
            floor,
            raw,
            ADDRESSES,
            replies,
            unsubscribe,
            site,
            new PostSigner(null, n -> List.of(), InstantSource.fixed(View.NOW)),
            new FromRewriter(aliases, new Dmarc(n -> List.of(), InstantSource.fixed(View.NOW))),
            NO_DIGESTS);
    var notices =
        new NoticeComposer(
            floor, ADDRESSES, replies, unsubscribe, site, codes, AutoReplyLimit.ofAnswers());
    List<String> letters = new ArrayList<>();
    for (Commit commit : now.history()) {
      for (int i = 0; i < commit.events().size(); i++) {
        Event event = commit.events().get(i);
        String cause = commit.id() + i;
        letter(notices, parcel(now, commit, notices.kind(), cause, "event", i), reader)
            .ifPresent(letters::add);
        if (event instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
          letter(posts, parcel(now, commit, posts.kind(), cause, "entry", e.id()), reader)
              .ifPresent(letters::add);
        }
      }
    }
    originals(now, reader, names, letters);
    return letters;
  }

  /** The digest this seat would get of all that was ever posted on a list; empty if of nothing. */
  public String digest(Workspace now, SeatId reader, String list) {
    CommandBus<Workspace> floor = new Standing(now);
    PostSigner unsigned = new PostSigner(null, n -> List.of(), InstantSource.fixed(View.NOW));
    FromRewriter authors =
        new FromRewriter(aliases, new Dmarc(n -> List.of(), InstantSource.fixed(View.NOW)));
    OriginalLetters raw = (w, blob) -> Future.succeededFuture(raw(blob, List.of()));
    var posts =
        new PostComposer(
            floor, raw, ADDRESSES, replies, unsubscribe, site, unsigned, authors, NO_DIGESTS);
    var digests =
        new DigestComposer(
            floor, ADDRESSES, replies, aliases, unsubscribe, site, unsigned, posts, NO_DIGESTS);
    JsonObject payload =
        new JsonObject().put("list", list).put("after", 0L).put("upTo", now.sequence());
    DeliveryBatch parcel =
        DeliveryBatch.of(
            DeliveryBatch.id(list, digests.kind()),
            now.id(),
            digests.kind(),
            payload,
            List.of("one"),
            View.NOW);
    return letter(digests, parcel, reader).orElse("");
  }

  /**
   * The letter with the notices of a day, if those were all this seat waited for; empty if of
   * nothing.
   *
   * @param items {@code sequence/event} of each
   */
  public String day(Workspace now, SeatId reader, List<String> items) {
    var day = new NoticeDigest(new Standing(now), ADDRESSES, replies, unsubscribe, site);
    JsonObject payload =
        new JsonObject().put("items", new JsonArray(items)).put("upTo", now.sequence());
    DeliveryBatch parcel =
        DeliveryBatch.of(
            DeliveryBatch.id("day", day.kind()),
            now.id(),
            day.kind(),
            payload,
            List.of("one"),
            View.NOW);
    return letter(day, parcel, reader).orElse("");
  }

  private MemberNames named() {
    return new MemberNames(ADDRESSES, aliases, View.DOMAIN);
  }

  private void originals(Workspace now, SeatId reader, List<Ref> names, List<String> letters) {
    now.entries().byId().values().stream()
        .filter(e -> e.letter() != null && reads(now, reader, e))
        .map(e -> Originals.shown(e, raw(e.letter().blob(), names), now, reader, named()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .sorted()
        .forEach(letters::add);
  }

  private static boolean reads(Workspace now, SeatId reader, Entry entry) {
    return now.access()
        .canRead(reader, now.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow());
  }

  private static DeliveryBatch parcel(
      Workspace now, Commit commit, String kind, String cause, String name, Object value) {
    JsonObject payload = new JsonObject().put("sequence", commit.sequence()).put(name, value);
    return DeliveryBatch.of(
        DeliveryBatch.id(cause, kind), now.id(), kind, payload, List.of("one"), commit.at());
  }

  private static Optional<String> letter(Composer composer, DeliveryBatch parcel, SeatId reader) {
    return composer
        .compose(parcel, reader.value())
        .map(o -> inOneLine(written(o)).replaceAll("\\+r\\.\\w{26}@", "+r.TICKET@"))
        .map(letter -> letter.replaceAll("=_[0-9a-f]{32}", "=_ID")); // of parts with such tickets
  }

  /** Pages are broken into lines wherever these are full, and dots are written out there. */
  static String inOneLine(String letter) {
    return letter.replace("=\r\n", "").replace("=2E", ".");
  }

  private static String written(OutgoingMail letter) {
    return switch (letter) {
      case OutgoingMail.Raw raw ->
          raw.to() + "\n" + new String(raw.letter().toBytes(), StandardCharsets.UTF_8);
      case OutgoingMail.Composed c -> c.to() + "\n" + written(c.letter());
    };
  }

  private static String written(Composition c) {
    String headers =
        c.headers().stream()
            .map(Header::toBytes)
            .map(b -> new String(b, StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    return c.from()
        + "\n"
        + c.to()
        + "\n"
        + c.subject()
        + "\n"
        + c.messageId()
        + "\n"
        + c.date()
        + "\n"
        + headers
        + "\n"
        + c.text();
  }

  /** The letter that is kept under this name. */
  static byte[] raw(String blob, List<Ref> names) {
    String references =
        names.stream()
            .flatMap(
                r ->
                    List.of(
                        "<" + r.id() + "@" + View.DOMAIN + ">",
                        "<" + r.id().replaceAll("[te]$", "m") + "@x.example>")
                        .stream())
            .collect(Collectors.joining(" "));
    return ("From: P <p@x.example>\r\nSubject: "
            + blob
            + "\r\nMessage-ID: <"
            + blob.replaceAll("b$", "m")
            + "@x.example>\r\nIn-Reply-To: <never@x.example>\r\nReferences: <never@x.example> "
            + references
            + "\r\n\r\nText\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A floor on which nothing moves. */
  private record Standing(Workspace now) implements CommandBus<Workspace> {
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
