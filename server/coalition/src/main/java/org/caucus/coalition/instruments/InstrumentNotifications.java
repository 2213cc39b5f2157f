package org.caucus.coalition.instruments;

import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who is told of instruments: all readers of a new edition, and who is given a text to keep. */
final class InstrumentNotifications
    implements NotificationFacet<Instruments.Held, InstrumentEvent> {
  @Override
  public Optional<Notified> notified(
      Instruments.Held now, InstrumentEvent event, CommitEvents commit) {
    return now.instruments().find(event.instrument()).flatMap(i -> told(i, event));
  }

  private static Optional<Notified> told(Instrument instrument, InstrumentEvent event) {
    return switch (event) {
      case InstrumentEvent.EditionAdopted _, InstrumentEvent.EditionWithdrawn _ ->
          Optional.of(Notified.readers(instrument.ref()));
      case InstrumentEvent.InstrumentPassedOn e -> {
        Set<SeatId> to = e.to() == null ? Set.of() : Set.of(e.to());
        yield Optional.of(Notified.only(instrument.ref(), to).giving(to));
      }
      case InstrumentEvent.InstrumentAdded _,
          InstrumentEvent.InstrumentChanged _,
          InstrumentEvent.ProvisionsPlaced _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          Optional.empty();
    };
  }

  @Override
  public Optional<NoticeContent> notice(
      Instruments.Held now, InstrumentEvent event, NoticeContext context) {
    return now.instruments()
        .find(event.instrument())
        .flatMap(
            i ->
                Optional.ofNullable(body(i, event, context))
                    .map(
                        body ->
                            new NoticeContent(
                                i.ref(),
                                i.title(),
                                isNew(event),
                                "instruments/" + i.id(),
                                i.audience(),
                                body)));
  }

  private static boolean isNew(InstrumentEvent event) {
    return event instanceof InstrumentEvent.EditionAdopted e && e.number() == 1;
  }

  private static @Nullable String body(
      Instrument instrument, InstrumentEvent event, NoticeContext context) {
    InstrumentNoticeMessages words = new InstrumentNoticeMessages(context.language());
    String who = context.who();
    return switch (event) {
      case InstrumentEvent.EditionAdopted e -> {
        int provisions = instrument.edition(e.number()).map(Edition::provisions).orElse(0);
        yield e.number() == 1
            ? words.added(who, provisions)
            : words.adopted(who, e.number(), e.called(), provisions);
      }
      case InstrumentEvent.EditionWithdrawn e -> {
        String title = instrument.edition(e.edition()).map(Edition::title).orElse("");
        String said = words.withdrawn(who, e.edition(), title);
        yield e.note().isEmpty() ? said : said + "\n\n" + e.note();
      }
      case InstrumentEvent.InstrumentPassedOn _ -> words.passedOn(who);
      case InstrumentEvent.InstrumentAdded _,
          InstrumentEvent.InstrumentChanged _,
          InstrumentEvent.ProvisionsPlaced _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          null;
    };
  }
}
