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
import org.caucus.entries.Letter;
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
        || !state.access().canRead(seat.id(), scope)
        || state.lists().delivery(seat.id(), listOf(state, entry)) == Delivery.NONE) {
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
                        state.members().slug(), to, signed(state, entry, seat.id(), sequence)));
  }

  private Outgoing bare(Workspace state, Entry entry, SeatId reader, MailAddress to) {
    String page = BareLetter.page(entry.parent());
    return new BareLetter(site, unsubscribe)
        .of(state, to, reader, page, entry.id(), entry.at(), listOf(state, entry));
  }

  private static String listOf(Workspace state, Entry entry) {
    return state.lists().thread(entry.parent().id()).orElseThrow().list();
  }

  /** A post as a letter for a seat that can read it, not signed yet. Blocks. */
  public byte[] letter(Workspace state, Entry entry, SeatId reader, long sequence) {
    return entry.letter() == null
        ? written(state, entry, reader, sequence)
        : relayed(state, entry, reader, sequence, original(state, entry.letter()));
  }

  private byte[] original(Workspace state, Letter letter) {
    return originals.get(state.id(), letter.blob()).await();
  }

  private byte[] signed(Workspace state, Entry entry, SeatId reader, long sequence) {
    if (entry.letter() == null) {
      return signing.written(written(state, entry, reader, sequence));
    }
    byte[] raw = original(state, entry.letter());
    byte[] letter = relayed(state, entry, reader, sequence, raw);
    return signing.relayed(letter, entry.letter().blob(), raw);
  }

  private byte[] relayed(Workspace state, Entry entry, SeatId reader, long sequence, byte[] raw) {
    Threading threading = new Threading(state, reader, site.domain());
    return LetterPost.of(
        raw, entry, threading, added(state, entry, reader), ticket(state, entry, reader, sequence));
  }

  private byte[] written(Workspace state, Entry entry, SeatId reader, long sequence) {
    Thread thread = state.lists().thread(entry.parent().id()).orElseThrow();
    MailingList list = state.lists().list(thread.list()).orElseThrow();
    Threading threading = new Threading(state, reader, site.domain());
    MailAddress address = site.address(list.localPart());
    MailAddress replyTo = ticket(state, entry, reader, sequence).orElse(address);
    List<Header> added = added(state, entry, reader);
    return WebPost.of(state, thread, list, entry, threading, address, replyTo, added);
  }

  private List<Header> added(Workspace state, Entry entry, SeatId reader) {
    MailingList list = state.lists().list(listOf(state, entry)).orElseThrow();
    List<Header> added = new ArrayList<>(ListHeaders.of(state, list, entry, site));
    added.addAll(unsubscribe.headers(state.members().slug(), list.slug(), reader));
    return added;
  }

  /** Where answers to a post must go that fewer read than the list. */
  private Optional<MailAddress> ticket(Workspace state, Entry entry, SeatId reader, long sequence) {
    MailingList list = state.lists().list(listOf(state, entry)).orElseThrow();
    String slug = state.members().slug();
    return entry.audience().equals(list.audience())
        ? Optional.empty()
        : Optional.of(MailAddress.of(replies.address(slug, site.domain(), sequence, reader)));
  }
}
