package org.caucus.relay;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.entries.Entry;
import org.caucus.lists.Delivery;
import org.caucus.lists.MailingList;
import org.caucus.lists.Thread;
import org.caucus.log.BlobId;
import org.caucus.log.Blobs;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.relay.bare.BareLetter;
import org.caucus.relay.signing.Signing;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;

/** Writes one recipient's letter of a post, if they may still read it. */
public final class PostComposer implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "relay.post";

  static final String SEQUENCE = "sequence";
  static final String ENTRY = "entry";

  /** Where letters are kept as they came. */
  @FunctionalInterface
  public interface Originals {
    /** The octets. */
    Future<byte[]> get(WorkspaceId workspace, String blob);
  }

  private final Floor<Workspace> floor;
  private final Originals originals;
  private final SeatAddresses addresses;
  private final ReplyTickets replies;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final Signing signing;

  /** The composer of {@code relay.post}. */
  public PostComposer(
      Floor<Workspace> floor,
      Blobs blobs,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site,
      Signing signing) {
    this(
        floor,
        (w, blob) -> blobs.get(w, new BlobId(blob)),
        addresses,
        replies,
        unsubscribe,
        site,
        signing);
  }

  /** The same, with letters kept elsewhere. */
  public PostComposer(
      Floor<Workspace> floor,
      Originals originals,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site,
      Signing signing) {
    this.floor = floor;
    this.originals = originals;
    this.addresses = addresses;
    this.replies = replies;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.signing = signing;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    long sequence = parcel.payload().getLong(SEQUENCE);
    Workspace state = Current.at(floor, Objects.requireNonNull(parcel.workspace()), sequence);
    Entry entry = state.entries().find(parcel.payload().getString(ENTRY)).orElseThrow();
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (seat == null
        || !receives(state, entry, scope, seat.id())
        || state.members().isHeardElsewhere(seat, s -> receives(state, entry, scope, s))) {
      return Optional.empty();
    }
    return addresses
        .of(seat.person())
        .await()
        .map(
            to ->
                BareLetter.isAskedFor(state, scope)
                    ? bare(state, entry, seat.id(), to)
                    : new Outgoing.Raw(
                        state.members().slug(), to, letter(state, entry, seat.id(), sequence)));
  }

  private static boolean receives(Workspace state, Entry entry, Scope scope, SeatId seat) {
    return state.access().canRead(seat, scope)
        && state.lists().delivery(seat, listOf(state, entry)) != Delivery.NONE;
  }

  private Outgoing bare(Workspace state, Entry entry, SeatId reader, MailAddress to) {
    String page = BareLetter.page(entry.parent());
    return new BareLetter(site, unsubscribe)
        .of(state, to, reader, page, entry.id(), entry.at(), listOf(state, entry));
  }

  private static String listOf(Workspace state, Entry entry) {
    return state.lists().thread(entry.parent().id()).orElseThrow().list();
  }

  /** The organisations for which this reader receives it, the one that this copy is for first. */
  private static List<String> seatsOf(Workspace state, Entry entry, SeatId reader) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    Seat seat = Objects.requireNonNull(state.members().seats().get(reader));
    return state.members().seatsOf(seat.person()).stream()
        .filter(s -> receives(state, entry, scope, s.id()))
        .map(Seat::organisation)
        .toList();
  }

  private byte[] letter(Workspace state, Entry entry, SeatId reader, long sequence) {
    Thread thread = state.lists().thread(entry.parent().id()).orElseThrow();
    MailingList list = state.lists().list(thread.list()).orElseThrow();
    String slug = state.members().slug();
    List<Header> added = new ArrayList<>(ListHeaders.of(state, list, entry, site));
    added.addAll(unsubscribe.headers(slug, list.slug(), reader));
    Threading threading = new Threading(state, reader, site.domain());
    List<String> seats = seatsOf(state, entry, reader);
    if (seats.size() > 1) {
      added.add(Header.structured(ListHeaders.SEATS, String.join(", ", seats)));
    }
    Optional<MailAddress> ticket =
        entry.audience().equals(list.audience()) && seats.size() == 1
            ? Optional.empty()
            : Optional.of(MailAddress.of(replies.address(slug, site.domain(), sequence, reader)));
    if (entry.letter() != null) {
      byte[] raw = originals.get(state.id(), entry.letter().blob()).await();
      byte[] letter = LetterPost.of(raw, entry, threading, added, ticket);
      return signing.relayed(letter, entry.letter().blob(), raw);
    }
    MailAddress address = site.address(list.localPart());
    return signing.written(
        WebPost.of(state, thread, list, entry, threading, address, ticket.orElse(address), added));
  }
}
