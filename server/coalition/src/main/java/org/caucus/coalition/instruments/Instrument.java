package org.caucus.coalition.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentVector;
import org.jspecify.annotations.Nullable;

/**
 * A text with provisions.
 *
 * @param id its slug, which is its mail address too
 * @param keeper the seat responsible for it; null if only convenors are
 * @param editions oldest first
 * @param citations what hangs on its provisions, oldest first
 */
public record Instrument(
    String id,
    Details about,
    Audience audience,
    SeatId addedBy,
    @Nullable SeatId keeper,
    Instant addedAt,
    PersistentVector<Edition> editions,
    PersistentVector<Citation> citations) {
  /** Most editions of an instrument. */
  public static final int MAX_EDITIONS = 100;

  /** Most links from its provisions to other things. */
  public static final int MAX_CITATIONS = 10_000;

  /** What a text is. */
  public enum Kind {
    DRAFT,
    LAW,
    POLICY,
    STANDARD
  }

  /**
   * What describes an instrument, without its words.
   *
   * @param country ISO 3166 code; null for none
   * @param issuer who issues it; null if that is not said
   * @param language of its text, as in BCP 47; null if that is not said
   * @param tracker key of the tracker in which letters about it open issues; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Details(
      Kind kind,
      String title,
      @Nullable String country,
      @Nullable String issuer,
      @Nullable String language,
      @Nullable String tracker) {}

  /**
   * That a thing is about a provision.
   *
   * @param own whether the thing names the provision in its own fields; false for a link that was
   *     added
   */
  public record Citation(String provision, Ref on, boolean own) {}

  static Instrument added(InstrumentEvent.InstrumentAdded e, Instant at) {
    return new Instrument(
        e.id(),
        e.about(),
        e.audience(),
        e.by(),
        e.by(),
        at,
        PersistentVector.empty(),
        PersistentVector.empty());
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.INSTRUMENT, id);
  }

  /** Who can read it. */
  public Scope scope() {
    return Instruments.PLACE.holds(audience, addedAt);
  }

  /** What people call it. */
  public String title() {
    return about.title();
  }

  /** The edition with this number. */
  public Optional<Edition> edition(int number) {
    return number >= 1 && number <= editions.size()
        ? Optional.of(editions.get(number - 1))
        : Optional.empty();
  }

  /** The last edition that stands; empty if all are withdrawn. */
  public Optional<Edition> current() {
    return newestFirst().filter(Edition::stands).findFirst();
  }

  /** What a reader is shown who names no edition: the last that stands, or the last. */
  public Edition shown() {
    return current().orElseGet(editions::getLast);
  }

  /** How far an edition is. */
  public Edition.State state(Edition edition) {
    if (!edition.stands()) {
      return Edition.State.WITHDRAWN;
    }
    boolean isLast = current().filter(c -> c.number() == edition.number()).isPresent();
    return isLast ? Edition.State.ADOPTED : Edition.State.SUPERSEDED;
  }

  private Stream<Edition> newestFirst() {
    return editions.reversed().stream();
  }

  /**
   * The provision with this path or id: by its path in the edition that is shown, else by one that
   * it had before. A path that once led to it goes on doing so.
   */
  public Optional<String> provision(String named) {
    return Stream.concat(Stream.of(shown()), newestFirst())
        .flatMap(edition -> edition.named(named).stream())
        .map(placed -> placed.provision())
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** The last edition that has this provision, the shown one before others. */
  public Optional<Edition> having(String provision) {
    return Stream.concat(Stream.of(shown()), newestFirst())
        .filter(edition -> edition.place(provision).isPresent())
        .findFirst();
  }

  /** The same with other words about it. */
  Instrument with(Details other) {
    return new Instrument(id, other, audience, addedBy, keeper, addedAt, editions, citations);
  }

  Instrument keptBy(@Nullable SeatId other) {
    return new Instrument(id, about, audience, addedBy, other, addedAt, editions, citations);
  }

  Instrument readBy(Audience other) {
    return new Instrument(id, about, other, addedBy, keeper, addedAt, editions, citations);
  }

  Instrument with(Edition edition) {
    PersistentVector<Edition> all =
        edition.number() > editions.size()
            ? editions.plus(edition)
            : editions.with(edition.number() - 1, edition);
    return new Instrument(id, about, audience, addedBy, keeper, addedAt, all, citations);
  }

  Instrument citing(Citation citation) {
    return cited(citations.plus(citation));
  }

  Instrument notCiting(String provision, Ref on) {
    return without(c -> c.provision().equals(provision) && c.on().equals(on));
  }

  /** The same without the provisions that a thing named in its own fields. */
  Instrument notCiting(Ref on) {
    return without(c -> c.own() && c.on().equals(on));
  }

  private Instrument without(Predicate<Citation> gone) {
    List<Citation> kept = new ArrayList<>(citations);
    if (!kept.removeIf(gone)) {
      return this;
    }
    PersistentVector<Citation> left = PersistentVector.empty();
    for (Citation citation : kept) {
      left = left.plus(citation);
    }
    return cited(left);
  }

  private Instrument cited(PersistentVector<Citation> all) {
    return new Instrument(id, about, audience, addedBy, keeper, addedAt, editions, all);
  }
}
