package org.caucus.coalition.capability;

import java.time.LocalDate;
import java.util.List;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;

/** For whom a notice is written, and what that reader may know. */
public interface NoticeContext {
  /** The commit that it tells of. */
  CommitEvents commit();

  /** Who reads it. */
  SeatId reader();

  /** In which language. */
  Language language();

  /** Who did it, as its reader may know them. */
  String who();

  /** The day on which it happened, where its reader is. */
  LocalDate day();

  /** Whether its reader may answer what the event asks their company. */
  boolean isAsked();

  /** The events of the commit that its reader may know of. */
  List<Event> visible();

  /** The events of an earlier commit that its reader may know of. */
  List<Event> visible(long sequence);
}
