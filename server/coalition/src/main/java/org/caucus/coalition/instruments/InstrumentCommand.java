package org.caucus.coalition.instruments;

import java.time.LocalDate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked of instruments. */
public sealed interface InstrumentCommand extends Command {
  @Override
  default boolean saysMore() {
    return switch (this) {
      case AdoptEdition _, ChangeInstrument _, WithdrawEdition _ -> true;
      case CiteProvision _, RemoveCitation _ -> false;
    };
  }

  /**
   * Adopts what was read and corrected.
   *
   * @param slug of the instrument
   * @param fresh whether it is a new one; else it is the next edition of one that is there
   * @param about describes a new instrument
   * @param title of the edition
   * @param audience of a new one; null for everyone
   */
  record AdoptEdition(
      String slug,
      boolean fresh,
      Instrument.Details about,
      String title,
      @Nullable LocalDate dated,
      @Nullable Audience audience,
      Edition.Source source,
      Outline outline)
      implements InstrumentCommand {}

  /**
   * Says something else of an instrument; null leaves a field, an empty text takes it away.
   *
   * @param keeper the seat that keeps it from now on
   */
  record ChangeInstrument(
      String slug,
      Instrument.@Nullable Kind kind,
      @Nullable String title,
      @Nullable String country,
      @Nullable String issuer,
      @Nullable String language,
      @Nullable String tracker,
      @Nullable SeatId keeper)
      implements InstrumentCommand {}

  /** Notes that its issuer took an edition back. */
  record WithdrawEdition(String slug, int n, String note) implements InstrumentCommand {}

  /**
   * Links a thing to a provision.
   *
   * @param path of the provision, or its id
   */
  record CiteProvision(String slug, String path, Ref on) implements InstrumentCommand {}

  /** Removes such a link. */
  record RemoveCitation(String slug, String path, Ref on) implements InstrumentCommand {}
}
