package org.caucus.coalition.instruments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what happens to instruments. Pure. */
public final class InstrumentDecider {
  /** Most segments of an edition. */
  public static final int MAX_SEGMENTS = 5_000;

  /** Most octets of the text of an edition. */
  public static final int MAX_TEXT_BYTES = 4 * 1024 * 1024;

  /** Kinds of things that can be about a provision. */
  public static final Set<Ref.Kind> CITING =
      Set.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  private InstrumentDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      Instruments.Held state, InstrumentCommand command, CommandContext act) {
    return switch (command) {
      case InstrumentCommand.AdoptEdition c -> adopt(state, c, act);
      case InstrumentCommand.ChangeInstrument c -> change(state, c, act);
      case InstrumentCommand.WithdrawEdition c -> withdraw(state, c, act);
      case InstrumentCommand.CiteProvision c -> cite(state, c, act);
      case InstrumentCommand.RemoveCitation c -> remove(state, c, act);
    };
  }

  private static List<Event> adopt(
      Instruments.Held state, InstrumentCommand.AdoptEdition c, CommandContext act) {
    SeatId author = state.access().mustPost(act.by()).id();
    mustFit(c.outline());
    List<Event> events = new ArrayList<>();
    Edition before = null;
    int number = 1;
    String hash = sha256(c.outline().text());
    if (c.fresh()) {
      events.add(added(state, c, author));
    } else {
      Instrument instrument = mustKeep(state, c.slug(), author);
      mustBeNew(instrument, hash);
      before = instrument.editions().getLast();
      number = before.number() + 1;
    }
    events.add(
        new InstrumentEvent.EditionAdopted(
            c.slug(),
            number,
            c.title(),
            c.dated(),
            c.source(),
            hash,
            c.outline().text().length(),
            author));
    int piece = 0;
    for (List<Placed> placed : Placement.pieces(Placement.of(c.outline(), before, act.thing()))) {
      events.add(new InstrumentEvent.ProvisionsPlaced(c.slug(), number, piece++, placed, author));
    }
    return events;
  }

  /** Demands that its text and its number of segments can be kept. */
  public static void mustFit(Outline outline) {
    if (outline.segments().size() > MAX_SEGMENTS) {
      throw Refusal.tooLarge(
          "segments", Message.of("an-edition-has-at-most-segments", "limit", MAX_SEGMENTS));
    }
    if (outline.text().getBytes(UTF_8).length > MAX_TEXT_BYTES) {
      throw Refusal.tooLarge(
          "text", Message.of("an-edition-has-at-most-octets", "limit", MAX_TEXT_BYTES));
    }
    if (outline.provisions() == 0) {
      throw Refusal.invalid("text", Message.of("no-provision-was-found"));
    }
  }

  private static Event added(
      Instruments.Held state, InstrumentCommand.AdoptEdition c, SeatId author) {
    Access access = state.access();
    long read = // counted are those the asker reads: a limit that counts others would tell (R8)
        state.instruments().byId().values().stream()
            .filter(i -> access.canRead(author, i.scope()))
            .count();
    if (read >= Instruments.MAX_INSTRUMENTS) {
      throw Refusal.conflict(
          Message.of("a-workspace-has-at-most-instruments", "limit", Instruments.MAX_INSTRUMENTS));
    }
    Audience audience =
        access.choose(
            author, Instruments.PLACE, c.audience() == null ? Audience.everyone() : c.audience());
    mustBeTracker(state, c.about().tracker(), author);
    if (state.instruments().find(c.slug()).isPresent()
        || state.members().organisations().containsKey(c.slug())) {
      throw AddressRegistry.taken(c.slug());
    }
    return new InstrumentEvent.InstrumentAdded(c.slug(), c.about(), audience, author);
  }

  private static void mustBeTracker(Instruments.Held state, @Nullable String key, SeatId author) {
    boolean isThere =
        key == null
            || state
                .issues()
                .tracker(key)
                .filter(t -> state.access().canRead(author, t.scope()))
                .isPresent();
    if (!isThere) {
      throw Refusal.invalid("tracker", Message.of("there-is-no-such-tracker-here"));
    }
  }

  private static void mustBeNew(Instrument instrument, String hash) {
    if (instrument.editions().size() >= Instrument.MAX_EDITIONS) {
      throw Refusal.conflict(
          Message.of("an-instrument-has-at-most-editions", "limit", Instrument.MAX_EDITIONS));
    }
    if (instrument.editions().getLast().textSha256().equals(hash)) {
      throw Refusal.conflict(Message.of("this-edition-is-there-already"));
    }
  }

  /** Who keeps it, or took over from them, or a convenor. */
  static boolean mayKeep(Instruments.Held state, Instrument instrument, SeatId id) {
    return state.access().mayManage(id, instrument.keeper());
  }

  private static boolean keeps(Instruments.Held state, Instrument instrument, SeatId id) {
    return instrument.keeper() != null && state.members().line(id).contains(instrument.keeper());
  }

  /** The instrument, if this seat may change it; {@link Refusal} otherwise. */
  public static Instrument mustKeep(Instruments.Held state, String slug, SeatId by) {
    Instrument instrument = state.mustReadInstrument(slug, by);
    state.access().mustPost(by);
    if (!mayKeep(state, instrument, by)) {
      throw Refusal.forbidden(Message.of("only-the-keeper-of-this-text"));
    }
    return instrument;
  }

  private static List<Event> change(
      Instruments.Held state, InstrumentCommand.ChangeInstrument c, CommandContext act) {
    Instrument instrument = mustKeep(state, c.slug(), act.by());
    Instrument.Details was = instrument.about();
    String tracker = replaced(was.tracker(), c.tracker());
    if (!Objects.equals(tracker, was.tracker())) {
      mustBeTracker(state, tracker, act.by());
    }
    Instrument.Details is =
        new Instrument.Details(
            c.kind() == null ? was.kind() : c.kind(),
            c.title() == null ? was.title() : c.title().strip(),
            replaced(was.country(), c.country()),
            replaced(was.issuer(), c.issuer()),
            replaced(was.language(), c.language()),
            tracker);
    List<Event> events = new ArrayList<>();
    if (!is.equals(was)) {
      events.add(new InstrumentEvent.InstrumentChanged(instrument.id(), is, act.by()));
    }
    SeatId keeper = c.keeper();
    if (keeper != null && !keeper.equals(instrument.keeper())) {
      state.access().mustAllRead("keeper", List.of(keeper), instrument.scope());
      events.add(new InstrumentEvent.InstrumentPassedOn(instrument.id(), keeper));
    }
    if (events.isEmpty()) {
      throw Refusal.conflict(Message.of("nothing-about-this-text-would-change"));
    }
    return events;
  }

  private static @Nullable String replaced(@Nullable String was, @Nullable String wished) {
    if (wished == null) {
      return was;
    }
    return wished.isBlank() ? null : wished.strip();
  }

  private static List<Event> withdraw(
      Instruments.Held state, InstrumentCommand.WithdrawEdition c, CommandContext act) {
    Instrument instrument = mustKeep(state, c.slug(), act.by());
    Edition edition = instrument.edition(c.n()).orElseThrow(Refusal::absent);
    if (!edition.stands()) {
      throw Refusal.conflict(Message.of("this-edition-is-withdrawn-already"));
    }
    return List.of(
        new InstrumentEvent.EditionWithdrawn(
            instrument.id(), edition.number(), StoredText.of(c.note().strip()), act.by()));
  }

  private static List<Event> cite(
      Instruments.Held state, InstrumentCommand.CiteProvision c, CommandContext act) {
    Instrument instrument = state.mustReadInstrument(c.slug(), act.by());
    String provision = instrument.provision(c.path()).orElseThrow(Refusal::absent);
    Ref on = mustLink(state, instrument, c.on(), act.by());
    if (isCited(instrument, provision, on)) {
      throw Refusal.conflict(Message.of("this-is-linked-already"));
    }
    if (instrument.citations().size() >= Instrument.MAX_CITATIONS) {
      throw Refusal.conflict(
          Message.of("an-instrument-has-at-most-links", "limit", Instrument.MAX_CITATIONS));
    }
    return List.of(new InstrumentEvent.ProvisionCited(instrument.id(), provision, on, act.by()));
  }

  private static List<Event> remove(
      Instruments.Held state, InstrumentCommand.RemoveCitation c, CommandContext act) {
    Instrument instrument = state.mustReadInstrument(c.slug(), act.by());
    String provision = instrument.provision(c.path()).orElseThrow(Refusal::absent);
    Ref on = mustLink(state, instrument, c.on(), act.by());
    if (!isCited(instrument, provision, on)) {
      throw Refusal.absent();
    }
    return List.of(new InstrumentEvent.CitationRemoved(instrument.id(), provision, on, act.by()));
  }

  private static boolean isCited(Instrument instrument, String provision, Ref on) {
    return instrument.citations().stream()
        .anyMatch(c -> c.provision().equals(provision) && c.on().equals(on));
  }

  /**
   * The thing by its id, whichever name it was given by: by who began or has it, who keeps the
   * text, or a convenor. What they cannot read is not there.
   */
  private static Ref mustLink(Instruments.Held state, Instrument instrument, Ref named, SeatId by) {
    Item item =
        state
            .item(named, by)
            .filter(i -> CITING.contains(i.ref().kind()))
            .filter(i -> state.access().canRead(by, i.scope()))
            .orElseThrow(Refusal::absent);
    Seat seat = state.access().mustPost(by);
    List<SeatId> line = state.members().line(by);
    boolean may =
        seat.role() == Role.CONVENOR
            || keeps(state, instrument, by)
            || (item.author() != null && line.contains(item.author()))
            || item.assignees().stream().anyMatch(line::contains);
    if (!may) {
      throw Refusal.forbidden(Message.of("only-who-began-or-has-this"));
    }
    return item.ref();
  }

  /** In hexadecimal digits, of the text in UTF-8. */
  public static String sha256(String text) {
    return sha256(text.getBytes(UTF_8));
  }

  /** In hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
