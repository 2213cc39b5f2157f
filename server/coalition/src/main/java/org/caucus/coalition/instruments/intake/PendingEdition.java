package org.caucus.coalition.instruments.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentDecider;
import org.caucus.coalition.instruments.cutting.Correction;
import org.caucus.coalition.instruments.cutting.Corrections;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.TextOfRecord;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a seat had read and has not adopted. Immutable.
 *
 * @param instrument slug of the instrument of which it is the next edition; null for a new one
 * @param slug that a new one is to have
 * @param audience in its wire form; null for everyone
 * @param version grows with each correction
 */
public record PendingEdition(
    String id,
    @Nullable String instrument,
    String slug,
    Instrument.Details about,
    @Nullable LocalDate dated,
    @Nullable String audience,
    Edition.Source source,
    TextOfRecord text,
    Corrections corrections,
    int version,
    Instant at,
    Instant changedAt) {
  /** What nobody changes for so long is deleted. */
  public static final Duration KEPT = Duration.ofDays(14);

  /** Corrections of one outline, at most. */
  static final int MAX_CORRECTIONS = 2_000;

  /** As it is cut and corrected now. */
  public Outline outline() {
    return corrections.on(Cutter.cut(text)).outline();
  }

  Instant usableUntil() {
    return changedAt.plus(KEPT);
  }

  /** All of these corrections, in order, or {@link Refusal} and none of them. */
  PendingEdition corrected(Iterable<Function<Outline, Correction>> steps, Instant now) {
    Corrections is = corrections;
    Outline outline = outline();
    for (Function<Outline, Correction> step : steps) {
      Correction correction = step.apply(outline);
      is =
          is.with(outline, correction)
              .orElseThrow(
                  () ->
                      Refusal.invalid(
                          "corrections",
                          Message.of(
                              "this-line-cannot-be-corrected-so", "line", correction.line())));
      outline = correction.on(outline).orElseThrow();
    }
    if (is.done().size() > MAX_CORRECTIONS) {
      throw Refusal.conflict(
          Message.of("an-outline-has-at-most-corrections", "limit", MAX_CORRECTIONS));
    }
    InstrumentDecider.mustFit(outline);
    return with(is, now);
  }

  /** Without the last correction. */
  PendingEdition undone(Instant now) {
    if (corrections.done().isEmpty()) {
      throw Refusal.conflict(Message.of("there-is-no-correction-to-undo"));
    }
    return with(corrections.undone(), now);
  }

  private PendingEdition with(Corrections other, Instant now) {
    return new PendingEdition(
        id, instrument, slug, about, dated, audience, source, text, other, version + 1, at, now);
  }
}
