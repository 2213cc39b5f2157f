package org.caucus.coalition.instruments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** The instruments of a workspace, immutable. */
public record Instruments(PMap<String, Instrument> byId) {
  /** Where instruments are: a place for everyone. */
  public static final Scope PLACE = Scope.place(Audience.everyone());

  /** Most instruments of a workspace that one seat can read. */
  public static final int MAX_INSTRUMENTS = 1_000;

  /** The key of this state. */
  public static final Slice<Instruments> SLICE =
      Slice.of(Instruments.class, new Instruments(PersistentMap.empty()));

  /**
   * What anyone who holds the state of instruments can be asked: issues, updates and actions hang
   * on provisions.
   */
  public interface Held extends HeldLetters.Held {
    /** The instruments. */
    default Instruments instruments() {
      return slices().get(SLICE);
    }

    /**
     * The instrument with this slug, if this seat can read it; {@link Refusal} as absent otherwise.
     */
    default Instrument mustReadInstrument(String slug, SeatId reader) {
      Instrument instrument = instruments().find(slug).orElseThrow(Refusal::absent);
      access().mustRead(reader, instrument.scope());
      return instrument;
    }
  }

  /** The instrument with this slug. */
  public Optional<Instrument> find(String slug) {
    return Optional.ofNullable(byId.get(slug));
  }

  /** The state after an event. */
  public Instruments evolve(InstrumentEvent event, Instant at) {
    return with(
        switch (event) {
          case InstrumentEvent.InstrumentAdded e -> Instrument.added(e, at);
          case InstrumentEvent.InstrumentChanged e -> the(e.instrument()).with(e.about());
          case InstrumentEvent.InstrumentPassedOn e -> the(e.instrument()).keptBy(e.to());
          case InstrumentEvent.EditionAdopted e -> the(e.instrument()).with(Edition.adopted(e, at));
          case InstrumentEvent.ProvisionsPlaced e -> placed(the(e.instrument()), e);
          case InstrumentEvent.EditionWithdrawn e -> withdrawn(the(e.instrument()), e, at);
          case InstrumentEvent.ProvisionCited e ->
              the(e.instrument()).citing(new Instrument.Citation(e.provision(), e.on(), false));
          case InstrumentEvent.CitationRemoved e ->
              the(e.instrument()).notCiting(e.provision(), e.on());
        });
  }

  /**
   * The state after a thing named the provision that it is about.
   *
   * @param provision null if it names none any more
   */
  public Instruments cited(Ref on, @Nullable String provision) {
    PMap<String, Instrument> all = byId;
    for (Instrument was : byId.values()) {
      Instrument is = was.notCiting(on);
      if (provision != null && is.having(provision).isPresent()) {
        is = is.citing(new Instrument.Citation(provision, on, true));
      }
      all = is.equals(was) ? all : all.plus(is.id(), is);
    }
    return new Instruments(all);
  }

  /** The state after the audience of one was changed. */
  public Instruments readBy(String id, Audience to) {
    return with(the(id).readBy(to));
  }

  private Instrument the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Instruments with(Instrument instrument) {
    return new Instruments(byId.plus(instrument.id(), instrument));
  }

  /** Words that the edition before had are held once. */
  private static Instrument placed(Instrument instrument, InstrumentEvent.ProvisionsPlaced e) {
    Map<StoredText, StoredText> held = new HashMap<>();
    instrument
        .edition(e.edition() - 1)
        .ifPresent(
            before -> before.placed().forEach(p -> held.put(p.storedText(), p.storedText())));
    List<Placed> more =
        e.placed().stream()
            .map(p -> p.sharing(held.getOrDefault(p.storedText(), p.storedText())))
            .toList();
    return instrument.with(instrument.edition(e.edition()).orElseThrow().with(more));
  }

  private static Instrument withdrawn(
      Instrument instrument, InstrumentEvent.EditionWithdrawn e, Instant at) {
    Edition edition = instrument.edition(e.edition()).orElseThrow();
    return instrument.with(edition.withdrawn(new Edition.Withdrawal(e.note(), e.by(), at)));
  }
}
