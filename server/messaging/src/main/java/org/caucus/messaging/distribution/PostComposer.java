package org.caucus.messaging.distribution;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.coalition.revisions.Revisions;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.PlainLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.markdown.HtmlLetter;
import org.caucus.mail.message.markdown.HtmlLetter.Look;
import org.caucus.mail.message.mime.WireForm;
import org.caucus.mail.message.privacy.OfficeMetadataStripper;
import org.caucus.mail.message.privacy.PassedFile;
import org.caucus.mail.message.privacy.PictureMetadataStripper;
import org.caucus.mail.message.text.AttachmentPart;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.TextOnly;
import org.caucus.messaging.distribution.headers.Threading;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.receipts.DeliveryPolicy;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.messaging.distribution.recipients.BatchState;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.messaging.distribution.rendering.Footer;
import org.caucus.messaging.distribution.rendering.FromRewriter;
import org.caucus.messaging.distribution.rendering.LetterPost;
import org.caucus.messaging.distribution.rendering.LinkedFiles;
import org.caucus.messaging.distribution.rendering.MemberForwardedLetter;
import org.caucus.messaging.distribution.rendering.MemberNames;
import org.caucus.messaging.distribution.rendering.OriginalCache;
import org.caucus.messaging.distribution.rendering.OriginalLetters;
import org.caucus.messaging.distribution.rendering.ReceivedOriginal;
import org.caucus.messaging.distribution.rendering.RenamedSubject;
import org.caucus.messaging.distribution.rendering.ReplyToPolicy;
import org.caucus.messaging.distribution.rendering.SharedRender;
import org.caucus.messaging.distribution.rendering.WebPost;
import org.caucus.messaging.distribution.signing.PostSigner;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.jobs.attempts.Attempts;
import org.caucus.platform.limits.InputSource;
import org.caucus.platform.limits.ParsingExecutor;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Writes one recipient's letter of a post, if they may still read it. */
public final class PostComposer implements Composer {

  /**
   * Bytes of files that go along with a post written in the browser, to each of its readers. Of
   * more the letter has the names, and where they are.
   */
  static final long MAX_ENCLOSED = 5L * 1024 * 1024;

  /** Pictures of which it is remembered whether all could be taken out of them. */
  static final int MOST_LOOKED_AT = 1_000;

  static final String ENTRY = "entry";

  /** There, and true, if its recipient asked for it. */
  static final String ASKED = "asked";

  /** Letters among other blobs: large ones are read under marks, beside the threads that send. */
  private record Marked(Blobs blobs, Attempts attempts, ParsingExecutor heavy)
      implements OriginalLetters {
    @Override
    public Future<byte[]> get(WorkspaceId workspace, String blob) {
      return blobs.get(workspace, new BlobId(blob));
    }

    @Override
    public <T> Optional<T> reading(String blob, long octets, Supplier<T> work) {
      return octets < Attempts.LEAST_OCTETS
          ? Optional.of(work.get())
          : attempts
              .reading("copy." + blob, octets, () -> heavy.submit(InputSource.MEMBERS, work::get))
              .map(read -> read.await());
    }
  }

  /** A file that was looked at, as what it was declared. */
  private record Looked(String blob, String name, String type) {}

  private final CommandBus<Workspace> floor;
  private final OriginalLetters originals;
  private final OriginalCache letters;
  private final SharedRender<Same, PostSigner.Content> contents = new SharedRender<>();
  private final Map<Looked, Boolean> closed = new ConcurrentHashMap<>();
  private final SeatAddresses addresses;
  private final ReplyTickets replies;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final PostSigner signing;
  private final FromRewriter authors;
  private final MemberNames names;
  private final DigestReceipts brought;

  /**
   * The composer of {@code relay.post}.
   *
   * @param attempts where it is marked which letters are read
   * @param heavy where large ones are
   */
  public PostComposer(
      CommandBus<Workspace> floor,
      Blobs blobs,
      Attempts attempts,
      ParsingExecutor heavy,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site,
      PostSigner signing,
      FromRewriter authors,
      DigestReceipts brought) {
    this(
        floor,
        new Marked(blobs, attempts, heavy),
        addresses,
        replies,
        unsubscribe,
        site,
        signing,
        authors,
        brought);
  }

  /**
   * The same, with letters kept elsewhere.
   *
   * @param brought by which digest a letter came before
   */
  public PostComposer(
      CommandBus<Workspace> floor,
      OriginalLetters originals,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site,
      PostSigner signing,
      FromRewriter authors,
      DigestReceipts brought) {
    this.brought = brought;
    this.authors = authors;
    this.names = new MemberNames(addresses, authors.aliases(), site.domain());
    this.floor = floor;
    this.originals = originals;
    this.letters = new OriginalCache(originals::get);
    this.addresses = addresses;
    this.replies = replies;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.signing = signing;
  }

  @Override
  public String kind() {
    return RecipientBatches.POST;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    return letters(parcel, List.of(recipient)).of(recipient);
  }

  @Override
  public Batch letters(DeliveryBatch parcel, List<String> recipients) {
    return new OfParcel(
        parcel, addresses.of(current(parcel).members().persons(recipients)).await());
  }

  private Workspace current(DeliveryBatch parcel) {
    return BatchState.of(floor, parcel);
  }

  /** Letters of one post to a few readers: what they have in common is made once. */
  private final class OfParcel implements Batch {
    private final DeliveryBatch parcel;
    private final Map<String, Mailboxes> mailboxes;
    private final Set<String> otherwise = new HashSet<>();
    private @Nullable ReceivedOriginal came;

    @SuppressWarnings("UnusedVariable") // so that it is kept for the next of this parcel
    private PostSigner.@Nullable Content content;

    OfParcel(DeliveryBatch parcel, Map<String, Mailboxes> mailboxes) {
      this.parcel = parcel;
      this.mailboxes = mailboxes;
    }

    @Override
    public Optional<MailAddress> address(String recipient) {
      Seat seat = current(parcel).members().seats().get(new SeatId(recipient));
      return Optional.ofNullable(seat)
          .map(s -> mailboxes.get(s.person()))
          .map(Mailboxes::receiving);
    }

    @Override
    public boolean isOtherwise(String recipient) {
      return otherwise.contains(recipient);
    }

    @Override
    public Optional<OutgoingMail> of(String recipient) {
      Workspace state = current(parcel);
      Entry entry = state.entries().find(parcel.payload().getString(ENTRY)).orElseThrow();
      Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
      Seat seat = reader(state, entry, new SeatId(recipient)).orElse(null);
      if (seat == null || entry.isDeleted() || !state.access().canRead(seat.id(), scope)) {
        return Optional.empty();
      }
      Mailboxes at = mailboxes.get(seat.person());
      if (at == null || !isWanted(state, entry, seat.id(), at)) {
        return Optional.empty();
      }
      if (isBrought(state, entry, seat.id())) {
        otherwise.add(recipient);
        return Optional.empty();
      }
      return Optional.of(
          ContentFreeMail.isAskedFor(state, scope) || isOnlyItsLetter(state, entry, seat.id(), at)
              ? bare(state, entry, seat.id(), at)
              : new OutgoingMail.Raw(
                  state.members().slug(),
                  at.receiving(),
                  signed(state, entry, seat.id(), at.language()),
                  () -> sevenBit(state, entry, seat.id(), at.language())));
    }

    @Override
    public Optional<Instant> mayComeBack(String recipient) {
      return Revisions.comesBackBy(current(parcel), parcel.payload().getString(ENTRY));
    }

    /**
     * Whether a server ended at a letter that nobody here wrote: no member's name stands above it.
     */
    private boolean isOnlyItsLetter(Workspace state, Entry entry, SeatId seat, Mailboxes at) {
      EntryLetter letter = entry.letter();
      return letter != null
          && entry.isAsPosted()
          && letter.from() != null
          && common(state, entry, letter, seat, at.language()).isEmpty();
    }

    /** Who asked for it gets it, or nobody; a post that was sent out may come to another seat. */
    private Optional<Seat> reader(Workspace state, Entry entry, SeatId recipient) {
      return parcel.payload().getBoolean(ASKED, false)
          ? Optional.ofNullable(state.members().seats().get(recipient))
          : DeliveryPolicy.reader(
              state, parcel.payload().getLong(BatchState.SEQUENCE), entry.id(), recipient);
    }

    private boolean isWanted(Workspace state, Entry entry, SeatId seat, Mailboxes at) {
      return parcel.payload().getBoolean(ASKED, false)
          ? state.lists().trouble(seat).suspended() == null
          : state.lists().delivery(seat, listOf(state, entry)) != Delivery.NONE
              && !reachedOtherwise(state, entry, seat, at);
    }

    private boolean isBrought(Workspace state, Entry entry, SeatId seat) {
      return !parcel.payload().getBoolean(ASKED, false)
          && brought.beforeNow(
              state, parcel.payload().getLong(BatchState.SEQUENCE), entry.id(), seat);
    }

    /**
     * A person whom the letter itself names in To or Cc has it, by an address of theirs or by one
     * here that stands for them, and gets no second one unasked. Of a conversation they do: only
     * our copy has the address at which all of it is answered.
     */
    private boolean reachedOtherwise(Workspace state, Entry entry, SeatId seat, Mailboxes at) {
      EntryLetter letter = entry.letter();
      return letter != null
          && !list(state, entry).isConversations()
          && !state.lists().habits().now(seat, listOf(state, entry)).copies()
          && (at.every().stream()
                  .anyMatch(a -> came(state, letter).named().contains(a.comparisonForm()))
              || MemberForwardedLetter.reached(
                  state, parcel.payload().getLong(BatchState.SEQUENCE), letter.blob(), seat));
    }

    private ReceivedOriginal came(Workspace state, EntryLetter letter) {
      ReceivedOriginal known = came;
      if (known == null) {
        known = letters.of(state.id(), letter.blob());
        came = known;
      }
      return known;
    }

    /**
     * Empty if a server ended while it made it: then the words go, as of a post without a letter.
     */
    private Optional<PostSigner.Seal> common(
        Workspace state, Entry entry, EntryLetter letter, SeatId reader, Language language) {
      ReceivedOriginal before = came(state, letter);
      boolean links = links(state, entry, reader);
      return before.common(
          entry.id(),
          like(state, entry, links, language),
          state.sequence(),
          () ->
              read(before, letter, () -> inCommon(state, entry, before, links, language))
                  .map(all -> signing.sealed(all, letter.blob(), before.raw())));
    }

    private <T> Optional<T> read(ReceivedOriginal came, EntryLetter letter, Supplier<T> work) {
      return originals.reading(letter.blob(), came.raw().length, work);
    }

    /** Only what stands below, and in place of files, is in words of ours. */
    private String like(Workspace state, Entry entry, boolean links, Language language) {
      return links
          ? "links " + language.tag()
          : style(state, entry).footer().isBlank() ? "" : language.tag();
    }

    /** Whether large files go as links; to the person who asked for the letter, they do not. */
    private boolean links(Workspace state, Entry entry, SeatId reader) {
      return !parcel.payload().getBoolean(ASKED, false) && LinkedFiles.are(state, entry, reader);
    }

    /** For a host that takes no others: encoded once for all, and signed as it then is. */
    private Optional<RawLetter> sevenBit(
        Workspace state, Entry entry, SeatId reader, Language language) {
      EntryLetter letter = entry.letter();
      if (letter == null
          || !entry.isAsPosted()
          || linked(state, entry, reader, came(state, letter))
          || common(state, entry, letter, reader, language).isEmpty()) {
        return WireForm.sevenBit(signed(state, entry, reader, language)); // it is in seven bits
      }
      ReceivedOriginal before = came(state, letter);
      long sequence = parcel.payload().getLong(BatchState.SEQUENCE);
      boolean links = links(state, entry, reader);
      return before
          .sevenBit(
              entry.id(),
              like(state, entry, links, language),
              state.sequence(),
              () ->
                  read(
                          before,
                          letter,
                          () -> WireForm.sevenBit(inCommon(state, entry, before, links, language)))
                      .flatMap(form -> form)
                      .map(form -> signing.sealed(form, letter.blob(), before.raw())))
          .map(
              seal ->
                  signing.relayed(personal(seal.common(), state, entry, reader, sequence), seal));
    }

    private RawLetter signed(Workspace state, Entry entry, SeatId reader, Language language) {
      long sequence = parcel.payload().getLong(BatchState.SEQUENCE);
      EntryLetter letter = entry.letter();
      boolean whole =
          letter != null
              && entry.isAsPosted()
              && !linked(state, entry, reader, came(state, letter));
      Optional<PostSigner.Seal> shared =
          letter != null && whole
              ? common(state, entry, letter, reader, language)
              : Optional.empty();
      if (shared.isPresent()) {
        RawLetter own = personal(shared.get().common(), state, entry, reader, sequence);
        return signing.relayed(own, shared.get());
      }
      Written own = written(state, entry, reader, sequence, language, whole);
      PostSigner.Content made = content(state, entry, own);
      content = made;
      return signing.written(own.letter().on(made.letter()), made);
    }
  }

  private OutgoingMail bare(Workspace state, Entry entry, SeatId reader, Mailboxes at) {
    String page = ContentFreeMail.page(entry.parent());
    return new ContentFreeMail(site, unsubscribe, at.language())
        .of(state, at.receiving(), reader, page, entry.id(), entry.at(), listOf(state, entry));
  }

  private static String listOf(Workspace state, Entry entry) {
    return state.lists().thread(entry.parent().id()).orElseThrow().list();
  }

  /** A post as a letter for a seat that can read it, not signed yet. Blocks. */
  public byte[] letter(
      Workspace state, Entry entry, SeatId reader, long sequence, Language language) {
    if (entry.letter() == null || !entry.isAsPosted()) {
      Written own = written(state, entry, reader, sequence, language, false);
      return own.letter().on(content(state, entry, own).letter()).toBytes();
    }
    ReceivedOriginal came = letters.of(state.id(), entry.letter().blob());
    RawLetter common =
        inCommon(state, entry, came, LinkedFiles.are(state, entry, reader), language);
    return personal(common, state, entry, reader, sequence).toBytes();
  }

  /** What is signed or encrypted as a whole makes no sense without its parts. */
  private static boolean linked(
      Workspace state, Entry entry, SeatId reader, ReceivedOriginal came) {
    EntryLetter letter = Objects.requireNonNull(entry.letter());
    return !letter.attachments().isEmpty()
        && letter.from() == null
        && state.lists().habits().now(reader, listOf(state, entry)).links()
        && !came.isWhole();
  }

  /** A conversation has no list: its letters come by the workspace. */
  private static MailingList list(Workspace state, Entry entry) {
    MailingList list = state.lists().list(listOf(state, entry)).orElseThrow();
    return list.isConversations() ? list.named(state.members().name()) : list;
  }

  /** Of a conversation, the address that stands for who wrote: no address reaches all of it. */
  private MailAddress address(Workspace state, MailingList list, Entry entry) {
    return list.isConversations()
        ? authors.aliases().of(state.members().slug(), entry.seat())
        : site.address(list.localPart());
  }

  private static ListStyle style(Workspace state, Entry entry) {
    return state.lists().style(listOf(state, entry));
  }

  private RawLetter inCommon(
      Workspace state, Entry entry, ReceivedOriginal came, boolean links, Language language) {
    MailingList list = list(state, entry);
    List<Header> ofList = ListHeaders.of(state, list, entry, site);
    LetterPost.Look look = look(state, list, entry, came.letter(), language);
    RawLetter cut = came.cut(entry.id(), site.domain(), look.privacy());
    RawLetter linked = links ? new LinkedFiles(state, entry, site, language).in(cut) : cut;
    return LetterPost.inCommon(linked, entry, site.domain(), ofList, look);
  }

  private RawLetter personal(
      RawLetter common, Workspace state, Entry entry, SeatId reader, long sequence) {
    Threading threading = new Threading(state, reader, site.domain());
    List<String> seats = DeliveryPolicy.organisations(state, entry, reader);
    Optional<MailAddress> answers = ticket(state, entry, reader, seats, sequence);
    RawLetter own =
        LetterPost.personal(common, threading, ofReader(state, entry, reader, seats), answers);
    return answers
        .filter(at -> list(state, entry).isConversations())
        .map(at -> LetterPost.to(own, inConversation(state, entry, at)))
        .orElse(own);
  }

  /** Whom a letter of a conversation is to: nobody's address stands in it but the reader's own. */
  private static NamedAddress inConversation(Workspace state, Entry entry, MailAddress answers) {
    Thread thread = state.lists().thread(entry.parent().id()).orElseThrow();
    return new NamedAddress(HeaderText.clean(thread.subject()), answers);
  }

  private LetterPost.Look look(
      Workspace state, MailingList list, Entry entry, RawLetter raw, Language language) {
    ListStyle style = state.lists().style(list.slug());
    MailAddress address = address(state, list, entry);
    boolean strangers = entry.letter() != null && entry.letter().from() != null;
    SeatId author = strangers ? null : entry.seat();
    ListPrivacy.Applied privacy = RedactedOriginal.of(state, entry);
    Optional<NamedAddress> instead =
        privacy.hides()
            ? Optional.of(names.author(state, entry, raw))
            : authors.instead(raw, state, author, list.name(), address);
    Optional<MailAddress> answers =
        style.toAuthor()
            ? instead.map(NamedAddress::address).or(() -> from(raw))
            : Optional.of(address);
    List<String> footers =
        List.of(
            ReplyToPolicy.footer(style, address, language),
            ReplyToPolicy.footer(style, address, Language.ENGLISH),
            style.footer());
    Thread thread = state.lists().thread(entry.parent().id()).orElseThrow();
    return new LetterPost.Look(
        instead,
        subject -> RenamedSubject.of(subject, thread),
        style.tag(),
        answers,
        footers,
        privacy,
        privacy.hides() ? names.shown(state, entry, raw) : UnaryOperator.identity());
  }

  private static Optional<MailAddress> from(RawLetter raw) {
    return raw.value("From").stream()
        .flatMap(f -> NamedAddress.parseList(f).stream())
        .map(NamedAddress::address)
        .findFirst();
  }

  /**
   * A post as it is written for one reader.
   *
   * @param along those of its files that go along
   * @param page how its words are laid out as a page; null for text alone
   */
  private record Written(PlainLetter letter, List<Entry.Attached> along, @Nullable Look page) {}

  /** What has the same content, for whichever reader. */
  private record Same(
      WorkspaceId workspace,
      String entry,
      String text,
      List<Entry.Attached> along,
      @Nullable Look page) {}

  /** Its words and files, encoded once for all who get the same. */
  private PostSigner.Content content(Workspace state, Entry entry, Written own) {
    PlainLetter letter = own.letter();
    return contents.of(
        new Same(state.id(), entry.id(), letter.text(), own.along(), own.page()),
        () ->
            signing.content(
                letter
                    .enclosing(files(state, entry, own.along()))
                    .formatted(own.page() == null ? null : HtmlLetter.of(letter.text(), own.page()))
                    .content()));
  }

  /**
   * A post in words of ours.
   *
   * @param ended whether a server ended while it read its letter
   */
  private Written written(
      Workspace state,
      Entry entry,
      SeatId reader,
      long sequence,
      Language language,
      boolean ended) {
    Thread thread = state.lists().thread(entry.parent().id()).orElseThrow();
    MailingList list = list(state, entry);
    Threading threading = new Threading(state, reader, site.domain());
    MailAddress address = address(state, list, entry);
    ListStyle style = state.lists().style(list.slug());
    MailAddress answers =
        style.toAuthor() ? authors.aliases().of(state.members().slug(), entry.seat()) : address;
    List<String> seats = DeliveryPolicy.organisations(state, entry, reader);
    MailAddress replyTo = ticket(state, entry, reader, seats, sequence).orElse(answers);
    List<Header> added = new ArrayList<>(ListHeaders.of(state, list, entry, site));
    added.addAll(ofReader(state, entry, reader, seats));
    String page = site.page(state.members().slug(), "threads/" + thread.id());
    List<Entry.Attached> along = alongWith(state, entry, reader);
    String words = WebPost.naming(entry, along, page, language);
    String note = ended ? "\n\n" + ReplyToPolicy.ended(page, language) : "";
    PlainLetter letter =
        WebPost.of(
                state,
                thread,
                list,
                entry,
                threading,
                address,
                list.isConversations()
                    ? inConversation(state, entry, replyTo)
                    : new NamedAddress(HeaderText.clean(list.name()), address),
                replyTo,
                added)
            .saying(Footer.on(words + note, ReplyToPolicy.footer(style, address, language)));
    boolean plain = entry.letter() != null || TextOnly.chose(state, reader);
    return new Written(letter, along, plain ? null : Look.of(language));
  }

  /**
   * What is attached and is in this reader's letter; all else is only named there. All or none of
   * what the list lets go along: whether there is too much of it, or a picture that would tell of
   * its author whatever is done, is not said of one file.
   */
  private List<Entry.Attached> alongWith(Workspace state, Entry entry, SeatId reader) {
    if (entry.letter() != null
        || state.lists().habits().now(reader, listOf(state, entry)).links()) {
      return List.of();
    }
    List<Entry.Attached> fitting = fitting(state, entry, reader);
    long bytes = fitting.stream().mapToLong(f -> f.size()).sum();
    return bytes <= MAX_ENCLOSED && !keepsPlace(state, entry, fitting) ? fitting : List.of();
  }

  /** Those that the list does not send as links; its author gets all. */
  private static List<Entry.Attached> fitting(Workspace state, Entry entry, SeatId reader) {
    long most = style(state, entry).mostFileBytes();
    return reader.equals(entry.seat())
        ? entry.attached()
        : entry.attached().stream().filter(f -> f.size() <= most).toList();
  }

  /** Whether there is a picture or document that would tell of its author whatever is done. */
  private boolean keepsPlace(Workspace state, Entry entry, List<Entry.Attached> files) {
    return RedactedOriginal.of(state, entry).bares()
        && files.stream()
            .filter(
                f ->
                    PictureMetadataStripper.isOne(f.type())
                        || OfficeMetadataStripper.isOne(f.name(), f.type()))
            .anyMatch(f -> PictureMetadataStripper.isClosed(f.type()) || isClosed(state.id(), f));
  }

  private boolean isClosed(WorkspaceId workspace, Entry.Attached file) {
    Looked looked = new Looked(file.blob(), file.name(), file.type());
    Boolean known = closed.get(looked);
    if (known == null) {
      byte[] octets = originals.get(workspace, file.blob()).await();
      known = PassedFile.isClosed(file.name(), file.type(), octets);
      if (closed.size() >= MOST_LOOKED_AT) {
        closed.clear();
      }
      closed.put(looked, known);
    }
    return known;
  }

  private List<AttachmentPart> files(Workspace state, Entry entry, List<Entry.Attached> files) {
    return files.stream().map(f -> attached(f, octets(state, entry, f))).toList();
  }

  private static AttachmentPart attached(Entry.Attached file, byte[] shown) {
    return new AttachmentPart(
        PassedFile.name(file.name(), shown), PassedFile.type(file.type(), shown), shown);
  }

  private byte[] octets(Workspace state, Entry entry, Entry.Attached file) {
    byte[] all = originals.get(state.id(), file.blob()).await();
    boolean bares = RedactedOriginal.of(state, entry).bares();
    return new PassedFile(site.domain()).of(file.name(), file.type(), all, bares);
  }

  private List<Header> ofReader(Workspace state, Entry entry, SeatId reader, List<String> seats) {
    String list = listOf(state, entry);
    List<Header> own = new ArrayList<>(unsubscribe.headers(state.members().slug(), list, reader));
    if (seats.size() > 1) {
      own.add(Header.structured(ListHeaders.SEATS, String.join(", ", seats)));
    }
    return own;
  }

  /** Where answers to a post must go that fewer read than the list, or for one of several seats. */
  private Optional<MailAddress> ticket(
      Workspace state, Entry entry, SeatId reader, List<String> seats, long sequence) {
    MailingList list = state.lists().list(listOf(state, entry)).orElseThrow();
    String slug = state.members().slug();
    return entry.audience().equals(list.audience()) && seats.size() < 2
        ? Optional.empty()
        : Optional.of(MailAddress.of(replies.address(slug, site.domain(), sequence, reader)));
  }
}
