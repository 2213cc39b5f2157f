package org.caucus.coalition.polls;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;

/** Whose answers count in a poll, and which ballot of each stands. */
public final class Electorate {
  private Electorate() {}

  /** Those that are asked: as it was when the poll closed, or as it is now; in a fixed order. */
  public static List<Voice> of(Members.Held now, Poll poll) {
    Poll.Closing closing = poll.course().closing();
    return closing == null ? current(now, poll) : closing.asked();
  }

  /** Those that are asked as things stand now. Observers read along. */
  static List<Voice> current(Members.Held now, Poll poll) {
    return now.access().readers(poll.eligible(now)).stream()
        .filter(seat -> seat.role() != Role.OBSERVER)
        .map(seat -> voice(now, poll, seat))
        .distinct()
        .sorted(Comparator.comparing(Voice::id))
        .toList();
  }

  private static Voice voice(Members.Held now, Poll poll, Seat seat) {
    String id =
        poll.asked().voice() == Poll.VoiceOf.ORGANISATION ? seat.organisation() : seat.id().value();
    return new Voice(id, now.members().organisationOf(seat).side());
  }

  /** The ballot that stands of each that is asked and answered, by its id. */
  public static Map<String, Ballot> standing(Members.Held now, Poll poll) {
    Map<String, String> voices = voices(now, poll);
    Map<String, Ballot> last = new LinkedHashMap<>();
    for (Ballot ballot : poll.ballots()) {
      String voice = ballot.view() ? null : voices.get(speaker(poll, ballot));
      if (voice != null) {
        last.remove(voice);
        last.put(voice, ballot);
      }
    }
    return last;
  }

  /** The voice of each that may speak for one: a seat also for those that it took over from. */
  private static Map<String, String> voices(Members.Held now, Poll poll) {
    boolean isSeats = poll.asked().voice() == Poll.VoiceOf.SEAT;
    Map<String, String> voices = new HashMap<>();
    for (Voice voice : of(now, poll)) {
      voices.putIfAbsent(voice.id(), voice.id());
      if (isSeats) {
        now.members()
            .line(new SeatId(voice.id()))
            .forEach(seat -> voices.putIfAbsent(seat.value(), voice.id()));
      }
    }
    return voices;
  }

  private static String speaker(Poll poll, Ballot ballot) {
    return poll.asked().voice() == Poll.VoiceOf.ORGANISATION
        ? ballot.organisation()
        : ballot.seat().value();
  }

  /** What those say last who read it and are not asked, or are here no more. */
  public static List<Ballot> views(Members.Held now, Poll poll) {
    Map<String, String> voices = voices(now, poll);
    Map<String, Ballot> last = new LinkedHashMap<>();
    for (Ballot ballot : poll.ballots()) {
      if (ballot.view() || !voices.containsKey(speaker(poll, ballot))) {
        String voice = key(now, poll, ballot);
        last.remove(voice);
        last.put(voice, ballot);
      }
    }
    return List.copyOf(last.values());
  }

  private static String key(Members.Held now, Poll poll, Ballot ballot) {
    return poll.asked().voice() == Poll.VoiceOf.ORGANISATION
        ? ballot.organisation()
        : now.members().heir(ballot.seat()).value();
  }

  /** The ballot that stands of this seat's voice, counted or not; empty if it has not answered. */
  public static Optional<Ballot> own(Members.Held now, Poll poll, SeatId reader) {
    return poll.ballots().reversed().stream().filter(ofVoice(now, poll, reader)).findFirst();
  }

  /** Whether this seat is of the voice that cast it. */
  public static boolean isOwn(Members.Held now, Poll poll, Ballot ballot, SeatId reader) {
    return ofVoice(now, poll, reader).test(ballot);
  }

  /** Which ballots are of this seat's voice. */
  static Predicate<Ballot> ofVoice(Members.Held now, Poll poll, SeatId reader) {
    Seat seat = now.members().seats().get(reader);
    if (seat == null) {
      return ballot -> false;
    }
    if (poll.asked().voice() == Poll.VoiceOf.ORGANISATION) {
      return ballot -> seat.organisation().equals(ballot.organisation());
    }
    Collection<SeatId> line = now.members().line(reader);
    return ballot -> line.contains(ballot.seat());
  }
}
